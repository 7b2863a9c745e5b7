"""Who did it and is sorry: "Pyongyang a présenté ses excuses", "exige des excuses de X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import told_behind
from dprk_events.syntax import VERBAL, Phrase, group_start, subject

_LISTS = word_lists(__package__)
WHO = frozenset({"state", "person", "people", "org", "force"})
SORRY, BEING_SORRY = _LISTS["sorry"], forms_of(*_LISTS["being_sorry"])
APOLOGIES, ASKED = _LISTS["apologies"], _LISTS["before_who_is_sorry"]
ASKING = forms_of(*_LISTS["asking_apologies"])
STOPS = closed_class("hard_stops")
NEXT, REACH, NEAR = 1, 8, 5
"""Sentences behind the deed within which somebody is sorry; words from the word that says so to its
verb, and to whom it is asked of."""


def apologetic(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is sorry for the deed, or of whom it is asked, in its sentence or the next.

    « Un pêcheur du Sud a été abattu mardi. Pyongyang s'est excusé. » Whoever it befell does not.
    """
    if not event.event_type.consequence:
        return None
    hurt = countries_of(others, "recipient")
    for mention in event.mentions:
        found = told_behind(context, _sorry(context, mention), WHO, "apologetic")
        if found is not None and not any(hurt & {*each.countries} for each in found):
            return found
    return None


def _sorry(context: Context, mention: Mention) -> Iterator[Phrase]:
    view = context.view
    here = view.sentence_at[mention.token]
    for number in range(here, min(len(view.sentences) - 1, here + NEXT) + 1):
        begin, end = view.sentences[number]
        for i in range(begin, end + 1):
            word = view.words[i]
            if word in BEING_SORRY and view.is_verbal(i):
                yield from _doer(context, i)
            elif word in SORRY:
                yield from _doer_before(context, i)
            elif word in APOLOGIES:
                yield from _asked(context, i, end)
                yield from _doer_before(context, i)


def _asked(context: Context, noun: int, end: int) -> Iterator[Phrase]:
    """Yield of whom an apology is: "les excuses de X", "exige des excuses de la part de X"."""
    for phrase in context.view.each_phrase(noun + 1, min(end, noun + NEAR)):
        if phrase.prep in ASKED:
            yield phrase
            return


def _doer_before(context: Context, token: int) -> Iterator[Phrase]:
    """Yield the subject of the verb before: "X a présenté ses excuses", "X s'est dit désolé"."""
    view = context.view
    begin, _ = view.sentence(token)
    for i in range(token - 1, max(begin, token - REACH) - 1, -1):
        if view.words[i] in STOPS or view.words[i] in ASKING:
            return
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            yield from _doer(context, i)
            return


def _doer(context: Context, verb: int) -> Iterator[Phrase]:
    found = subject(context.view, verb, group_start(context.view, verb))
    if found is not None and not found.pronoun:
        yield found
