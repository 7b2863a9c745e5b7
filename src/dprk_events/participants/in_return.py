"""To whom somebody gives in return: to who gave before. « Le Nord livre. En retour, … »."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.actors import countries_of, known_actors

IN_RETURN = [words.split() for words in sorted(word_lists(__package__)["in_return"])]
BACK = 2
"""Sentences before within which it is told what is given first."""


def in_return(
    context: Context, event: Event, found: Sequence[Participant], gifts: Iterable[Event]
) -> list[Participant]:
    """Return who gave first, of a gift in return that nobody is told to get."""
    if any(each.role == "recipient" for each in found) or not event.event_type.granted_for:
        return []
    if not any(_says_so(context, mention.token) for mention in event.mentions):
        return []
    giving = countries_of(found)
    token, sentence_at = event.mentions[0].token, context.view.sentence_at
    near = [
        each
        for each in gifts
        if each.mentions[0].token < token
        and sentence_at[token] - sentence_at[each.mentions[-1].token] <= BACK
    ]
    for other in reversed(near):
        first = known_actors(other)
        countries = {c for each in first for c in each.countries}
        if first and not countries & giving:
            return [replace(p, role="recipient", strategy="in return", granted=True) for p in first]
    return []


def _says_so(context: Context, token: int) -> bool:
    """Say whether "en retour" or the like stands in the sentence of a deed."""
    view = context.view
    begin, end = view.sentence(token)
    return any(
        view.words[i : i + len(words)] == words for words in IN_RETURN for i in range(begin, end)
    )
