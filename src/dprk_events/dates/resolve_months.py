"""Values of days and weeks of a month: "le 20 du mois dernier", "le premier lundi d'avril"."""

from __future__ import annotations

import calendar
from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.names import DateGrain


def days_of(reading: r.DaysOf, month: When) -> When:
    """Give days of ``month``, the value of the reading's month; open years stay open."""
    grain: DateGrain = "day" if reading.first == reading.last else "span"
    if month.partial is not None:
        return _in_an_open_year(reading, month, month.partial[0])
    if month.first is None or month.grain != "month":
        return replace(UNKNOWN, grain=grain, ground=month.ground)
    length = calendar.monthrange(month.first.year, month.first.month)[1]
    first, last = (_from_the_end(n, length) for n in (reading.first, reading.last))
    if last > length:
        return replace(UNKNOWN, grain=grain, ground=f"that month has no day {last}")
    begin, end = (month.first.replace(day=n) for n in (first, last))
    if first != last:
        span = cal.span_when(cal.day_when(begin), cal.day_when(end))
        return span.on(month.anchor, month.ground)
    agrees = reading.weekday in (None, begin.weekday())
    ground = month.ground if agrees else f"{month.ground}; the weekday disagrees"
    return cal.day_when(begin).on(month.anchor, ground)


def _from_the_end(n: int, length: int) -> int:
    return n if n > 0 else length + 1 + n


def _in_an_open_year(reading: r.DaysOf, month: When, number: int) -> When:
    length = calendar.monthrange(2000, number)[1]
    if number == 2 and reading.first != reading.last and reading.last < 0:
        return replace(UNKNOWN, kind="span", grain="span", ground="hangs on a leap year not known")
    first, last = (_from_the_end(n, length) for n in (reading.first, reading.last))
    if last > length:
        return replace(UNKNOWN, grain="day", ground=f"that month has no day {last}")
    if first == last:
        return cal.open_year(number, first).on("none", month.ground)
    ends = cal.open_year(number, first), cal.open_year(number, last)
    return cal.span_when(*ends).on("none", month.ground)


def nth_weekday(reading: r.NthWeekday, month: When) -> When:
    """Give the n-th such weekday of ``month``, the value of the reading's month."""
    if month.first is None or month.grain != "month":
        return replace(UNKNOWN, grain="day", ground=month.ground)
    year, number = month.first.year, month.first.month
    weeks = calendar.monthcalendar(year, number)
    days = [week[reading.weekday] for week in weeks if week[reading.weekday]]
    at = reading.n if reading.n < 0 else reading.n - 1
    if at >= len(days):
        ground = f"that month has only {len(days)} of that weekday"
        return replace(UNKNOWN, grain="day", ground=ground)
    day = cal.make_day(year, number, days[at])
    return cal.day_when(day).on(month.anchor, month.ground, month.rejected)
