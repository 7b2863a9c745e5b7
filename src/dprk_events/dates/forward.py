"""Days counted from one said behind them: "a tiré la veille un missile, a rapporté jeudi KCNA"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When
from dprk_events.dates.counting import count
from dprk_events.dates.recognise import Found
from dprk_events.french import looks_like_participle, word_lists

_WORDS = word_lists(__package__)
#: The participle at the head of a sentence or behind a comma, right before the expression.
_OPENED = re.compile(r"(?:^|[.,\n«»\"–—] ?)(\w+) $")
_HEAD = 40
#: Between the two: one comma at least, and no end of a sentence.
_BETWEEN = re.compile(r"[^.;:!?\n]*,[^.;:!?\n]*")
_REACH = 200
_SENTENCE = re.compile(r"[^.;:!?\n]*")
#: Nothing but the verb stands between comma and date: "…, a fait savoir samedi l'armée".
_STATEMENT = 40


def day_behind(plain: str, all_found: Sequence[Found], at: int) -> Found | None:
    """Return the day from which an expression counts back though it is said behind it.

    Its aside opens with a participle: « Arrivée la veille à Pékin, elle a vu Xi jeudi ». Or what is
    told is followed by who tells it: « a inspecté la veille une usine, a rapporté jeudi KCNA ».
    """
    found = all_found[at]
    reading = found.reading
    if not isinstance(reading, r.Shift) or reading.base != "text":
        return None
    if reading.unit != "day" or reading.n >= 0 or at + 1 == len(all_found):
        return None
    behind = all_found[at + 1]
    if not _opens_aside(plain, found) and not _is_told_behind(plain, all_found, at):
        return None
    near = behind.start - found.end <= _REACH
    parted = _BETWEEN.fullmatch(plain, found.end, behind.start) is None
    return behind if near and not parted and _is_day(behind.reading) else None


def _opens_aside(plain: str, found: Found) -> bool:
    opened = _OPENED.search(plain, max(0, found.start - _HEAD), found.start)
    return opened is not None and looks_like_participle(opened.group(1))


def _is_told_behind(plain: str, all_found: Sequence[Found], at: int) -> bool:
    """Whether the next date is that of the telling, and none stands before in the sentence."""
    if at and _SENTENCE.fullmatch(plain, all_found[at - 1].end, all_found[at].start):
        return False
    return is_of_statement(plain, all_found[at + 1].start)


def is_of_statement(plain: str, start: int) -> bool:
    """Whether a date is that of who tells it, behind what he tells: "…, a fait savoir samedi"."""
    before = plain[max(0, start - _STATEMENT) : start].rpartition(",")
    words = before[2].split()
    if not before[1] or len(words) not in (2, 3):
        return False
    return words[0] in _WORDS["has_said"] and " ".join(words[1:]) in _WORDS["said"]


def counted_from(shift: r.Reading, day: When) -> When | None:
    """Return the day so many before one said behind it; None where that is not known."""
    if not isinstance(shift, r.Shift) or day.grain != "day" or day.first is None:
        return None
    return count(day.first, shift).on("text", f"counted from {day.value} behind it")


def _is_day(reading: r.Reading) -> bool:
    if isinstance(reading, r.Shift):
        return reading.base == "published" and reading.unit == "day"
    return isinstance(reading, r.Day)
