"""Tell journeys of people from those of forces: fishermen, guests and hostages are not deployed."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.events.roles import Fill
from dprk_events.french import word_lists
from dprk_events.names import DPRK
from dprk_events.syntax import ONE_OF_A_PEOPLE, DocView

_LISTS = word_lists(__package__)
ANYBODY, SINGLE = _LISTS["forces_or_anybody"], _LISTS["somebody_alone"]
MANY = _LISTS["many_men"]
OF_FORCES = _LISTS["words_of_forces"]
FEW_DIGITS = 2
BEFORE, AFTER = 3, 2
"""Sentences before and after within which something says that they are of a force."""


def without_civilians(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop the movements of forces (``moves_forces``) of people whom no words near call such."""
    kept: list[RawMention] = []
    for mention in mentions:
        moved = [f for f in mention.fills if f.role == "instrument"]
        if mention.event_type.moves_forces and moved and all(_anybody(view, f) for f in moved):
            rejected.append(Rejected(mention.candidate, "people whom nothing near calls a force"))
        else:
            kept.append(mention)
    return kept


def _anybody(view: DocView, fill: Fill) -> bool:
    """Say whether a filler may be people of any kind, and no word near says of what force."""
    if fill.phrase is None:
        return False
    if fill.phrase.pronoun and fill.entity is None:
        return not _among_forces(view, fill.phrase.head)
    words = view.words[fill.first : fill.last + 1]
    head = view.words[fill.phrase.head]
    if view.kinds(fill.phrase) >= ONE_OF_A_PEOPLE:
        return True  # "le Nord-Coréen" is somebody told of before
    if head in SINGLE:
        return OF_FORCES.isdisjoint(words)
    if fill.phrase.counted is not None:
        first, last = fill.phrase.counted
        if _many(view.words[first : last + 1]):
            return False
    nation = view.demonym(view.texts[fill.phrase.head])
    if nation and nation != DPRK:
        return True  # "les Ukrainiens sont entrés à Koursk" is an invasion
    return (bool(nation) or head in ANYBODY) and not _among_forces(view, fill.phrase.head)


def _many(words: Sequence[str]) -> bool:
    """Match "quelque 11 000 hommes": so many are no crew of a boat."""
    return any(word in MANY for word in words) or sum(map(_digits, words)) > FEW_DIGITS


def _digits(word: str) -> int:
    return sum(map(str.isdigit, word))


def _among_forces(view: DocView, token: int) -> bool:
    here = view.sentence_at[token]
    first = view.sentences[max(0, here - BEFORE)][0]
    last = view.sentences[min(len(view.sentences) - 1, here + AFTER)][1]
    return not OF_FORCES.isdisjoint(view.words[first : last + 1])
