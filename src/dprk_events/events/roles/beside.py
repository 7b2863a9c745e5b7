"""Names beside an event noun: the pair that a hyphen joins, and what a headline opens with."""

from __future__ import annotations

from dprk_events.events.roles.position import Positions
from dprk_events.names import DPRK
from dprk_events.syntax import DocView, Phrase

PAIR_SIGNS = frozenset("-/–\u2011")
"""Between two names they make a pair."""
PAIR_REACH = 8


def pair_of_names(view: DocView, first: int, last: int) -> list[Phrase]:
    """Return the two names that a hyphen or stroke joins: "le sommet Trump-Kim"."""
    for i in range(first, min(first + PAIR_REACH, last + 1)):
        one, other = view.entity_at[i - 1], view.entity_at[i + 1] if i < last else None
        if view.texts[i] in PAIR_SIGNS and one is not None and other is not None and one != other:
            return [_of_entity(view, one), _of_entity(view, other)]
    return []


def _of_entity(view: DocView, number: int) -> Phrase:
    entity = view.entities[number]
    return Phrase(entity.last, entity.first, entity.last, entity.first, entity=number)


def topic(view: DocView, found: Positions, token: int) -> None:
    """Add a name before a colon that opens the sentence: "Corée du Nord : tir de missile"."""
    begin, _ = view.sentence(token)
    for i in range(begin, min(begin + 6, token)):
        if view.words[i] == ":":
            for phrase in pair_of_names(view, begin + 1, i - 1):
                found.add("pair", phrase)
            before = view.phrases_between(begin, i - 1)
            if len(before) == 1 and before[0].prep is None and not _only_scene(view, before[0], i):
                found.add("topic", before[0])
            return


def _only_scene(view: DocView, topic: Phrase, colon: int) -> bool:
    """Say whether a state before a colon is only where it plays: "Ukraine : Pyongyang nie …".

    What is told of North Korea behind it is North Korea's doing, not the other state's.
    """
    entity = None if topic.entity is None else view.entities[topic.entity]
    if entity is None or entity.label != "LOC" or entity.country in {None, DPRK}:
        return False
    _, end = view.sentence(colon)
    for i in range(colon + 1, end + 1):
        number = view.entity_at[i]
        named = view.demonym(view.texts[i]) if number is None else view.entities[number].country
        if named == DPRK:
            return True
    return False
