"""The day of a deed that is named again without one: "au lendemain de ce tir"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.timing.chain import DAY, Timed
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import POSSESSIVES, DocView

WORDS = word_lists(__package__)
THIS = closed_class("demonstratives") | POSSESSIVES
POINTING, CONTRACTED = WORDS["pointing"], closed_class("of") | closed_class("to")
ENDS = frozenset({",", ".", ";", ":", "?", "!"})
BACK = 4
"""Sentences before it within which the deed is told with its day."""


def day_known_of(view: DocView, timed: Sequence[Timed], number: int) -> int | None:
    """Return the date of a mention: its own, or that of the deed that it names again.

    So are "ce tir", "cette visite", "son arrivée"; and "le tir" with nothing that tells it apart.
    """
    one = timed[number]
    if one.dating.number is not None or not _is_named_again(view, one):
        return one.dating.number
    here = view.sentence_at[one.token]
    for other in reversed(timed[:number]):
        if here - view.sentence_at[other.token] > BACK:
            return None
        if other.raw.type == one.raw.type and other.dating.number is not None:
            day = other.dating.number
            return day if other.done and view.dates[day].grain in DAY else None
    return None


def _is_named_again(view: DocView, one: Timed) -> bool:
    phrase = view.phrase(one.token)
    if one.raw.group is not None or phrase is None or phrase.head != one.token:
        return False
    before = set(view.words[phrase.start : phrase.first])
    if before & THIS:
        return True
    _, end = view.sentence(one.token)
    alone = phrase.last == end or view.words[phrase.last + 1] in ENDS
    return alone and phrase.first == phrase.last and bool(before & (POINTING | CONTRACTED))
