"""From a reading to a calendar value: explicit year, then weekday, then nearness, then tense.

Readings that hold others are resolved here or by ``resolve_spans``, which is given
:func:`resolve` for what they hold, so that it need not import this module.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from dprk_events.dates import calendar as cal
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context
from dprk_events.dates.counting import about
from dprk_events.dates.resolve_anaphors import following, in_the_same_year
from dprk_events.dates.resolve_days import day_value, same_day_of
from dprk_events.dates.resolve_months import days_of, nth_weekday
from dprk_events.dates.resolve_periods import (
    century_value,
    fraction_value,
    month_value,
    season_value,
)
from dprk_events.dates.resolve_relative import shifted_value, weekday_ahead, weekdays, within
from dprk_events.dates.resolve_spans import last_night, listed_days, night, since, span, until


def resolve(reading: r.Reading, context: Context) -> When:
    """Give the value of ``reading``, null where its words and the context do not give one."""
    match reading:
        case r.Day() | r.Month() | r.Year() | r.Season() | r.Fraction() | r.Decade() | r.Century():
            return _named(reading, context)
        case r.Shift() | r.WeekdayAhead() | r.Weekdays() | r.Within() | r.Following():
            return _counted(reading, context)
        case r.DaysOf(inner=inner):
            return days_of(reading, resolve(inner, context))
        case r.NthWeekday(inner=inner):
            return nth_weekday(reading, resolve(inner, context))
        case r.SameDayOf(year):
            return same_day_of(year, context)
        case r.InYear():
            return _in_year(reading, context)
        case r.Range(first, last):
            return span(first, last, context, resolve)
        case r.DayList():
            return listed_days(reading, context, resolve)
        case r.Night(first, second):
            return night(first, second, context, resolve)
        case r.LastNight(shift):
            return last_night(shift, context)
        case r.Since(inner, begun):
            return since(resolve(inner, context.past() if begun else context))
        case r.Until(inner):
            return until(resolve(inner, context.limited()))
        case r.About(inner):
            return about(resolve(inner, context))
        case r.PartOf(part, inner):
            return replace(resolve(inner, context), part=part)
        case r.WeekOf() | r.Beside():
            return _by_a_day(reading, context)
        case r.Open(kind, why):
            return replace(UNKNOWN, kind=kind, ground=why)
    assert_never(reading)


def _named(
    reading: r.Day | r.Month | r.Year | r.Season | r.Fraction | r.Decade | r.Century,
    context: Context,
) -> When:
    """Give the value of what names its place in the calendar, or a part of it."""
    match reading:
        case r.Day():
            return day_value(reading, context)
        case r.Month():
            return month_value(reading, context)
        case r.Year(year):
            return cal.year_when(year).on("explicit", "the year is said")
        case r.Season():
            return season_value(reading, context)
        case r.Fraction():
            return fraction_value(reading, context)
        case r.Decade(first):
            return cal.decade_when(first).on("explicit", "the decade is said")
        case r.Century():
            return century_value(reading, context)
    assert_never(reading)


def _counted(
    reading: r.Shift | r.WeekdayAhead | r.Weekdays | r.Within | r.Following, context: Context
) -> When:
    """Give the value of what is counted from the reference or from a date before it."""
    match reading:
        case r.Shift():
            return shifted_value(reading, context)
        case r.WeekdayAhead():
            return weekday_ahead(reading, context)
        case r.Weekdays():
            return weekdays(reading, context)
        case r.Within():
            return within(reading, context)
        case r.Following():
            return following(reading, context)
    assert_never(reading)


def _in_year(reading: r.InYear, context: Context) -> When:
    if reading.same:
        return in_the_same_year(reading, context, resolve)
    if context.day is None:
        return resolve(reading.inner, context.undated())
    year = context.day.year + reading.n
    when = resolve(replace(reading.inner, year=year), context)
    return when.on(context.anchor, f"the year counted from the reference {context.day.isoformat()}")


def _by_a_day(reading: r.WeekOf | r.Beside, context: Context) -> When:
    """Give the week of a named day, or a day beside it."""
    when = resolve(reading.inner, context)
    if isinstance(reading, r.WeekOf):
        value = cal.week_when(when.first) if when.first else replace(UNKNOWN, kind="span")
    else:
        value = cal.day_when(cal.add_days(when.first, reading.n) if when.first else None)
    return value.on(when.anchor, when.ground, when.rejected)
