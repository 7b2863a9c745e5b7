"""Whose former deed it is by "sa": of who does it in the event told just before.

« Vladimir Poutine est arrivé à Pyongyang. Il y a vu Kim Jong-un. Sa précédente visite datait de
2000. »
"""

from __future__ import annotations

from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event, Mention
from dprk_events.french import closed_class, word_lists
from dprk_events.names import ROLES
from dprk_events.participants.actors import known_actors

ONCE_MORE = word_lists(__package__)["once_more"]
POSSESSIVES = closed_class("possessives")
PLACES = frozenset({"destination", "location"})
THIS = word_lists(__package__)["this_is"]
REACH = 4
"""Words from the head of a sentence to the noun: "Ce serait sa deuxième visite"."""
BACK = 2
"""Sentences before within which the deed was told that is done once more."""


def of_the_former(context: Context, event: Event, latest: Event | None) -> Event:
    """Return an event done once more by whoever did it in the latest of its type.

    Not where it is told of another place: « Poutine est à Pyongyang. Kim, lors de sa dernière
    visite en Russie, … ».
    """
    if latest is None or event.event_type.symmetric or len(event.mentions) > 1:
        return event
    mention, sentence_at = event.mentions[0], context.view.sentence_at
    if not 0 < sentence_at[mention.token] - sentence_at[latest.mentions[-1].token] <= BACK:
        return event
    did = known_actors(latest)
    if len({each.countries for each in did}) != 1 or not _is_own_former(context, mention):
        return event
    if _places(event) - _places(latest):
        return event
    again = [replace(each, strategy="once more", granted=True) for each in did]
    others = [each for each in event.participants if each.role != "actor"]
    found = sorted([*again, *others], key=lambda each: ROLES.index(each.role))
    return replace(event, participants=tuple(found))


def _places(event: Event) -> set[str]:
    """Return the countries where a deed is told to be done."""
    return {c for each in event.participants if each.role in PLACES for c in each.countries}


def _is_own_former(context: Context, mention: Mention) -> bool:
    """Match "Sa précédente visite" at the head of a sentence, or "C'est sa deuxième visite"."""
    view = context.view
    phrase = view.phrase(mention.token)
    if phrase is None or not phrase.possessive or view.is_verbal(mention.token):
        return False
    begin, _ = view.sentence(mention.token)
    opens = view.words[begin] in POSSESSIVES and phrase.first - begin <= 1
    pointed = view.words[begin] in THIS and phrase.first - begin <= REACH
    if not opens and not pointed:
        return False
    return not ONCE_MORE.isdisjoint(view.words[begin : phrase.last + 1])
