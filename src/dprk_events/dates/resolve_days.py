"""Values of days: by day and month, by weekday, by the day of the month alone."""

from __future__ import annotations

from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context


def day_value(day: r.Day, context: Context) -> When:
    """Give the value of a day, whatever of it is unsaid."""
    if day.day is None:
        return _weekday(day, context)
    if day.month is None:
        return _day_of_month(day, context)
    if day.year is not None:
        date = cal.make_day(day.year, day.month, day.day)
        when = cal.day_when(date).on("explicit", "day, month and year are said")
        if date and day.weekday is not None and date.weekday() != day.weekday:
            return replace(when, ground="day, month and year are said; the weekday disagrees")
        return when
    if context.frame_year is not None and day.shift is None:
        framed = nearest.days_of((context.frame_year,), day.month, day.day, day.weekday)
        if framed:
            return framed[0].on("text", f"the text is about {context.frame_year} here")
    near = context.near
    if near is None:
        return cal.open_year(day.month, day.day).on("none", "no reference date gives the year")
    # A weekday and date recur after 5, 6 or 11 years; 29 February after 4 or 8 (28 with weekday).
    reach = 8 if day.weekday is not None or (day.month, day.day) == (2, 29) else 1
    years = range(max(1, near.year - reach), min(9999, near.year + reach) + 1)
    options = nearest.days_of(years, day.month, day.day, day.weekday)
    if day.shift:
        return nearest.shifted(day.shift, near, options, context)
    return nearest.nearest_to(near, options, context, "nearest")


def _weekday(day: r.Day, context: Context) -> When:
    near = context.day
    if near is None or day.weekday is None:
        return replace(UNKNOWN, grain="day", ground="a weekday with no reference date")
    if day.listed and context.history and (old := context.history[-1].first):
        date = cal.add_days(old, (day.weekday - old.weekday() - 1) % 7 + 1)
        return cal.day_when(date).on("published", "the first after the weekday listed before it")
    options = [cal.day_when(d) for d in nearest.weekdays_near(near, day.weekday)]
    if day.shift:
        week = cal.add_days(near, -7 if near.weekday() == day.weekday else 0)
        options += [cal.day_when(week)] if week and week != near else []
        return nearest.shifted(day.shift, near, options, context)
    told = context.tense()
    chosen = nearest.choose(near, options, told, nearest.WEEKDAY_FUTURE_BIAS, 9.0)
    if not chosen:
        return UNKNOWN
    ground = nearest.ground("weekday nearest", near, told)
    return chosen[0].on("published", ground, chosen[1])


def _day_of_month(day: r.Day, context: Context) -> When:
    near = context.day
    if near is None or day.day is None:
        return replace(UNKNOWN, grain="day", ground="a day with neither month nor reference date")
    options: list[When] = []
    for shift in range(-2, 3):
        year, month = cal.month_of(near, shift)
        options += nearest.days_of((year,), month, day.day, day.weekday)
    return nearest.nearest_to(near, options, context, "day of the month nearest")


def same_day_of(year: int, context: Context) -> When:
    """Give the day and month of the reference in ``year``, else the year."""
    if context.day:
        date = cal.make_day(year, context.day.month, context.day.day)
        if date:
            return cal.day_when(date).on("published", "the reference's day in that year")
    return cal.year_when(year).on("explicit", "the year is said")
