"""The days that an EDTF value means, and whether two values can mean the same day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Fit = Literal["same", "near"]
"""The values share a day; or a day apart only, as the day in Korea and in Paris may be."""

_VALUE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[~?%]?")
_MONTHS_OF = {
    **{20 + n: (3 * n, 3) for n in range(1, 5)},
    **{32 + n: (3 * n - 2, 3) for n in range(1, 5)},
    **{39 + n: (6 * n - 5, 6) for n in range(1, 3)},
}
"""EDTF codes of seasons, quarters and halves: first month and number of months.

Winter (24) is named by the year of its December, as the stage ``dates`` writes it.
"""
_DAY = dt.timedelta(days=1)

Span = tuple[dt.date | None, dt.date | None]
"""First and last day, None where the span is open."""


@dataclass(frozen=True, slots=True)
class Days:
    """What a value means: spans of days, or a month (and day) of an unknown year."""

    spans: tuple[Span, ...] = ()
    yearless: tuple[int, int | None] | None = None

    @property
    def first(self) -> dt.date | None:
        """The first day, None where open or unknown."""
        firsts = [first for first, _ in self.spans]
        return None if None in firsts or not firsts else min(d for d in firsts if d)

    @property
    def last(self) -> dt.date | None:
        """The last day, None where open or unknown."""
        lasts = [last for _, last in self.spans]
        return None if None in lasts or not lasts else max(d for d in lasts if d)


def days_of(value: str) -> Days | None:
    """Return the days of an EDTF value, None if it is not one that the program writes."""
    if yearless := _YEARLESS.fullmatch(value):
        month, day = int(yearless[1]), yearless[2] and int(yearless[2])
        whole = _span(f"2000-{value[5:]}")  # a leap year: 29 February may be meant
        return Days(yearless=(month, day or None)) if whole else None
    if value.startswith("{") and value.endswith("}"):
        parts: list[Span | None] = [_span(part) for part in value[1:-1].split(",")]
    elif value.count("/") == 1:
        parts = [_between(*value.split("/"))]
    else:
        parts = [_span(value)]
    spans = tuple(part for part in parts if part is not None)
    return Days(spans) if len(spans) == len(parts) else None


def _between(start: str, end: str) -> Span | None:
    """Return the days of a span, of which one end may be open ("..")."""
    first = (None, None) if start == ".." else _span(start)
    last = (None, None) if end == ".." else _span(end)
    if first is None or last is None or start == end == "..":
        return None
    if first[0] is not None and last[1] is not None and last[1] < first[0]:
        return None
    return first[0], last[1]


def _span(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a plain value; one with "~" reaches as far again."""
    found = _VALUE.fullmatch(value)
    if found is None:
        return None
    year, month, day = found[1], found[2], found[3]
    if "X" in year:
        if month:
            return None
        bounds = (
            dt.date(int(year.replace("X", "0")), 1, 1),
            dt.date(int(year.replace("X", "9")), 12, 31),
        )
    else:
        try:
            bounds = _plain(int(year), month and int(month), day and int(day))
        except ValueError:
            return None
    if value.endswith(("~", "%")):
        length = bounds[1] - bounds[0] + _DAY
        return bounds[0] - length, bounds[1] + length
    return bounds


def _plain(year: int, month: int | str | None, day: int | str | None) -> tuple[dt.date, dt.date]:
    """Return the bounds of a year, a part of a year, a month or a day. Raises ValueError."""
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day:
        one = dt.date(year, int(month), int(day))
        return one, one
    start, count = _MONTHS_OF.get(int(month), (int(month), 1))
    if not 1 <= start <= 12:
        raise ValueError(month)
    end = start + count - 1
    last_year, last_month = year + (end - 1) // 12, (end - 1) % 12 + 1
    last_day = calendar.monthrange(last_year, last_month)[1]
    return dt.date(year, start, 1), dt.date(last_year, last_month, last_day)


def fit(known: Days, asked: Days) -> Fit | None:
    """Return whether a value that is asked for can be a day of a happening with known days."""
    if asked.yearless is not None:
        return _fit_yearless(known, *asked.yearless)
    if any(_meet(one, other, 0) for one in known.spans for other in asked.spans):
        return "same"
    days = [span for span in asked.spans if _is_days(span)]
    return "near" if any(_meet(one, day, 1) for one in known.spans for day in days) else None


def _is_days(span: Span) -> bool:
    """Whether it is a day or the night of two days."""
    return span[0] is not None and span[1] is not None and span[1] - span[0] <= _DAY


def _meet(one: Span, other: Span, slack: int) -> bool:
    """Whether the spans share a day, or are at most ``slack`` days apart."""
    first, last = one[0] or dt.date.min, one[1] or dt.date.max
    start, end = other[0] or dt.date.min, other[1] or dt.date.max
    return (start - last).days <= slack and (first - end).days <= slack


def _fit_yearless(known: Days, month: int, day: int | None) -> Fit | None:
    """Return whether that day or month, of any year, can be one of the known days."""
    near = False
    for first, last in known.spans:
        for year in range((first or dt.date.min).year, (last or dt.date.max).year + 1):
            value = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
            asked = _span(value)
            if asked is None:
                continue
            if _meet((first, last), asked, 0):
                return "same"
            near = near or (day is not None and _meet((first, last), asked, 1))
    return "near" if near else None
