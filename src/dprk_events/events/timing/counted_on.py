"""Days counted from what was told before and is named again: "avant cette reprise de contact"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.dates import Timex, counted
from dprk_events.events.timing.chain import DAY, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.heads import is_apart
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
THIS, TALKS = WORDS["this"], WORDS["talks"]
POINTING, CONTRACTED = WORDS["pointing"], closed_class("of")
BACK = 4
"""Sentences before it within which the deed that it names is told with its day."""


def day_counted_on(
    view: DocView, timed: Sequence[Timed], at: int, last: int, words: Timex
) -> tuple[int, Timex] | None:
    """Return the deed told and its day: "Trois jours avant cette rencontre, Pyongyang avait tiré".

    Args:
        view: The document.
        timed: Its mentions, in text order, with their dates.
        at: The first token of the count, which opens its sentence.
        last: Its last token.
        words: The count.

    """
    begin, end = view.sentence(at)
    if at > begin + OPENING:
        return None
    named = next(view.each_phrase(last + 1, min(end, last + OPENING * 2)), None)
    if named is None or named.start > last + 1:
        return None
    known = _day_of(view, timed, named)
    told = (n for n, one in enumerate(timed) if named.last < one.token <= end)
    number = next((n for n in told if _is_told(view, timed[n])), None)
    if known is None or number is None or timed[number].dating.number is not None:
        return None
    day = counted(words, view.dates[known], back=False)
    return None if day is None else (number, day)


def _is_told(view: DocView, one: Timed) -> bool:
    """Return whether a deed is what the main clause tells."""
    group = one.raw.group or one.raw.positions.light
    return group is not None and one.done and not is_apart(view, group.verb)


def _day_of(view: DocView, timed: Sequence[Timed], named: Phrase) -> int | None:
    """Return the day of "cette reprise", the last deed told; of "l'entrevue", the last talks."""
    first = view.words[named.first - 1]
    talks = view.words[named.head] in TALKS
    if first not in THIS and not (talks and first in POINTING | CONTRACTED):
        return None
    here = view.sentence_at[named.head]
    for one in reversed(timed):
        away = here - view.sentence_at[one.token]
        if away <= 0:
            continue
        if away > BACK:
            return None
        number = one.dating.number
        if number is None or not one.done or (talks and not one.raw.event_type.symmetric):
            continue
        return number if view.dates[number].grain in DAY else None
    return None
