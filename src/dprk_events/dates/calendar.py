"""Calendar arithmetic and EDTF writing: :class:`When`, a value with its closed bounds."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dprk_events.names import Anchor, DateGrain, DateKind, DatePart


@dataclass(frozen=True, slots=True)
class When:
    """A resolved expression. ``first``/``last`` are its days, None where open or unknown.

    ``grain`` is how fine the words are, with or without a value; None where they name no date.
    ``ground`` says in words what the value stands on, ``rejected`` the values not taken.
    """

    value: str | None
    first: dt.date | None = None
    last: dt.date | None = None
    grain: DateGrain | None = None
    kind: DateKind = "date"
    part: DatePart | None = None
    anchor: Anchor = "none"
    ground: str = ""
    rejected: tuple[str, ...] = ()
    partial: tuple[int, int | None] | None = None  # month and day of an XXXX value
    said: bool = False  # it is the day of a statement: "…, a annoncé samedi KCNA"
    ends: DateGrain | None = None  # of a span: how fine both its ends are

    def on(self, anchor: Anchor, ground: str, rejected: tuple[str, ...] = ()) -> When:
        """Give the same with its ground."""
        return replace(self, anchor=anchor, ground=ground, rejected=rejected)


UNKNOWN = When(None)


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Give the date, None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def add_days(day: dt.date, n: int) -> dt.date | None:
    """``n`` days later, None outside the calendar of years 1 to 9999."""
    try:
        return day + dt.timedelta(days=n)
    except OverflowError:
        return None


def month_of(day: dt.date, shift: int) -> tuple[int, int]:
    """Year and month ``shift`` months from the month of ``day``."""
    index = day.year * 12 + day.month - 1 + shift
    return index // 12, index % 12 + 1


def day_when(day: dt.date | None) -> When:
    """One day."""
    return When(day.isoformat(), day, day, "day") if day else UNKNOWN


def month_when(year: int, month: int) -> When:
    """One month."""
    if not 1 <= year <= 9999:
        return UNKNOWN
    last = calendar.monthrange(year, month)[1]
    days = dt.date(year, month, 1), dt.date(year, month, last)
    return When(f"{year:04}-{month:02}", *days, "month")


def year_when(year: int) -> When:
    """One year."""
    if not 1 <= year <= 9999:
        return UNKNOWN
    return When(f"{year:04}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _months(value: str, year: int, month: int, count: int, grain: DateGrain) -> When:
    if not 1 <= year <= 9998:
        return UNKNOWN
    start = dt.date(year, month, 1)
    y, m = month_of(start, count)
    return When(value, start, dt.date(y, m, 1) - dt.timedelta(days=1), grain)


def season_when(year: int, code: int) -> When:
    """One season, three whole months from March, June, September or December.

    Winter is named by the year of its December: ISO 8601-2 leaves it open, and "l'hiver 2022-2023"
    is written 2022-24.
    """
    return _months(f"{year:04}-{code}", year, 3 * (code - 20), 3, "season")


def fraction_when(year: int, unit: Literal["quarter", "half"], n: int) -> When:
    """Give a quarter (EDTF codes 33 to 36) or half (40, 41) of a year; n = -1 is the last."""
    count = 4 if unit == "quarter" else 2
    n = count if n == -1 else n
    if not 1 <= n <= count:
        return UNKNOWN
    months = 12 // count
    code = (32 if unit == "quarter" else 39) + n
    return _months(f"{year:04}-{code}", year, 1 + (n - 1) * months, months, unit)


def decade_when(first: int) -> When:
    """Ten years."""
    if not 10 <= first <= 9980:
        return UNKNOWN
    days = dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    return When(f"{first // 10:03}X", *days, "decade")


def century_when(n: int) -> When:
    """Give the ``n``-th century by its hundreds, as EDTF does (20th: 19XX, 1900 to 1999)."""
    if not 2 <= n <= 99:
        return UNKNOWN
    first = (n - 1) * 100
    days = dt.date(first, 1, 1), dt.date(first + 99, 12, 31)
    return When(f"{n - 1:02}XX", *days, "century")


def span_when(first: When, last: When, grain: DateGrain = "span") -> When:
    """From the first to the last; unknown where either is or they are not in order."""
    if first.value is None or last.value is None:
        return UNKNOWN
    known = first.first and last.last
    if known and first.first and last.last and first.first > last.last:
        return UNKNOWN
    value = f"{_plain(first.value)}/{_plain(last.value)}"
    days = (first.first, last.last) if known else (None, None)
    ends = first.grain if first.grain == last.grain else None
    return When(value, *days, grain, "span", ends=ends)


def _plain(value: str) -> str:
    """Give an end of an interval: the far end where it is itself an interval."""
    return value.split("/", maxsplit=1)[0]


def week_when(day: dt.date, shift: int = 0) -> When:
    """Give the week of ``day``, Monday to Sunday, ``shift`` weeks on."""
    monday = add_days(day, -day.weekday() + 7 * shift)
    sunday = add_days(monday, 6) if monday else None
    if not monday or not sunday:
        return UNKNOWN
    return replace(span_when(day_when(monday), day_when(sunday)), grain="week")


def weekend_when(day: dt.date, shift: int = 0) -> When:
    """Give Saturday and Sunday of the week of ``day``, ``shift`` weeks on."""
    sunday = week_when(day, shift).last
    if not sunday:
        return replace(UNKNOWN, grain="weekend")
    return span_when(day_when(add_days(sunday, -1)), day_when(sunday), "weekend")


def days_when(days: list[dt.date]) -> When:
    """Several days: consecutive ones are a span, others an EDTF set."""
    days = sorted(set(days))
    if len(days) == 1:
        return day_when(days[0])
    if (days[-1] - days[0]).days == len(days) - 1:
        return span_when(day_when(days[0]), day_when(days[-1]))
    return set_when(days)


def set_when(days: Sequence[dt.date]) -> When:
    """Several days, each by itself."""
    days = sorted(set(days))
    if len(days) == 1:
        return day_when(days[0])
    value = "{" + ",".join(d.isoformat() for d in days) + "}"
    return When(value, days[0], days[-1], "span")


def open_year(month: int, day: int | None = None) -> When:
    """Give a month, or a day of one, in a year that is not known."""
    value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    return When(value, grain="day" if day else "month", partial=(month, day))
