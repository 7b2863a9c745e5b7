"""Days counted from one said behind them: "Arrivé la veille, il a signé jeudi un traité"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When
from dprk_events.dates.counting import count
from dprk_events.dates.recognise import Found
from dprk_events.french import looks_like_participle

#: The participle at the head of a sentence or behind a comma, right before the expression.
_OPENED = re.compile(r"(?:^|[.,\n«»\"–—] ?)(\w+) $")
_HEAD = 40
#: Between the two: one comma at least, and no end of a sentence.
_BETWEEN = re.compile(r"[^.;:!?\n]*,[^.;:!?\n]*")
_REACH = 200


def day_behind(plain: str, all_found: Sequence[Found], at: int) -> Found | None:
    """Return the day from which an expression counts back though it is said behind it.

    Its aside opens with a participle: « Arrivée la veille à Pékin, elle a vu Xi jeudi ».
    """
    found = all_found[at]
    reading = found.reading
    if not isinstance(reading, r.Shift) or reading.base != "text":
        return None
    if reading.unit != "day" or reading.n >= 0 or at + 1 == len(all_found):
        return None
    opened = _OPENED.search(plain, max(0, found.start - _HEAD), found.start)
    if opened is None or not looks_like_participle(opened.group(1)):
        return None
    behind = all_found[at + 1]
    near = behind.start - found.end <= _REACH
    parted = _BETWEEN.fullmatch(plain, found.end, behind.start) is None
    return behind if near and not parted and _is_day(behind.reading) else None


def counted_from(shift: r.Reading, day: When) -> When | None:
    """Return the day so many before one said behind it; None where that is not known."""
    if not isinstance(shift, r.Shift) or day.grain != "day" or day.first is None:
        return None
    return count(day.first, shift).on("text", f"counted from {day.value} behind it")


def _is_day(reading: r.Reading) -> bool:
    if isinstance(reading, r.Shift):
        return reading.base == "published" and reading.unit == "day"
    return isinstance(reading, r.Day)
