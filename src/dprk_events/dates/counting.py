"""Counting units of the calendar from a day, and marking a value as about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.names import DateGrain

GRAINS: dict[r.Unit, DateGrain] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "year": "year",
    "quarter": "quarter", "half": "half", "decade": "year", "century": "year",
}  # fmt: skip


def count(day: dt.date, shift: r.Shift) -> When:
    """``shift.n`` units from ``day``, as coarse as the unit."""
    unit, n = shift.unit, shift.n
    if shift.exact:
        return cal.day_when(_same_day(day, unit, n))
    if unit == "day":
        when = cal.day_when(cal.add_days(day, n))
    elif unit == "week":
        when = cal.week_when(day, n) if abs(n) < 5000 else UNKNOWN
    elif unit == "month":
        when = cal.month_when(*cal.month_of(day, n)) if abs(n) < 120_000 else UNKNOWN
    else:
        when = cal.year_when(day.year + n * {"year": 1, "decade": 10, "century": 100}[unit])
    return about(when) if shift.about else when


def _same_day(day: dt.date, unit: r.Unit, n: int) -> dt.date | None:
    """Give the day ``n`` units on to the day; None where that month has no such day."""
    if unit == "week":
        return cal.add_days(day, 7 * n)
    year, month = cal.month_of(day, n * (12 if unit == "year" else 1))
    return cal.make_day(year, month, day.day)


def about(when: When) -> When:
    """Give the value marked approximate; spans are left as they are."""
    if when.value is None or when.kind == "span" or when.value[-1] in "~}":
        return when
    if "X" in when.value:
        return when
    return replace(when, value=when.value + "~")
