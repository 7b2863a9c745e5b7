"""Values of days: by day and month, by weekday, by the day of the month alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context
from dprk_events.dates.tense import Told


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
    # 29 February recurs after 4 or 8 years.
    reach = 8 if (day.month, day.day) == (2, 29) else 1
    years = range(max(1, near.year - reach), min(9999, near.year + reach) + 1)
    options = nearest.days_of(years, day.month, day.day, None)
    when = _of_year(day, near, options, context)
    if day.weekday is None or when.first is None or when.first.weekday() == day.weekday:
        return when
    return _by_weekday(day, near, when, options, context)


def _of_year(day: r.Day, near: dt.date, options: list[When], context: Context) -> When:
    if day.shift:
        return nearest.shifted(day.shift, near, options, context)
    return nearest.nearest_to(near, options, context, "nearest")


#: Days from the reference within which a wrong weekday is a slip and no sign of another year.
_SLIP = 31


def _by_weekday(
    day: r.Day, near: dt.date, when: When, options: list[When], context: Context
) -> When:
    """Give the year beside the nearest in which the weekday is right, if that is within reason.

    A weekday and date agree again after 5, 6 or 11 years, and nobody leaves such a year unsaid. The
    year before or after may be meant where the nearest day lies more than a month away; nearer,
    the writer has slipped, and whether in the day or in the weekday is not to be told.
    """
    fitting = [w for w in options if w.first and w.first.weekday() == day.weekday]
    slipped = abs(nearest.gap(near, when)) <= _SLIP
    other = UNKNOWN if slipped or not fitting else _of_year(day, near, fitting, context)
    told = context.tense()
    if other.first is None or (told.sure and not nearest.fits(near, other, told.tense)):
        ground = f"the weekday is not that of {when.value}, and fits no year within reason"
        return replace(UNKNOWN, grain="day", ground=ground)
    return replace(other, ground=f"{other.ground}; the weekday gives the year")


def _weekday(day: r.Day, context: Context) -> When:
    near = context.day
    if near is None or day.weekday is None:
        return replace(UNKNOWN, grain="day", ground="a weekday with no reference date")
    if day.listed and context.history and (old := context.history[-1].first):
        date = cal.add_days(old, (day.weekday - old.weekday() - 1) % 7 + 1)
        return cal.day_when(date).on(context.anchor, "the first after the weekday listed before it")
    options = [cal.day_when(d) for d in nearest.weekdays_near(near, day.weekday)]
    if day.shift:
        week = cal.add_days(near, -7 if near.weekday() == day.weekday else 0)
        options += [cal.day_when(week)] if week and week != near else []
        return nearest.shifted(day.shift, near, options, context)
    told = context.tense()
    if told.then and (after := _after_the_last(day.weekday, near, context)) is not None:
        return after
    if told.later:  # "a annoncé qu'il partirait vendredi"
        told = Told("future", sure=True)
    chosen = nearest.choose(near, options, told, nearest.WEEKDAY_FUTURE_BIAS, 9.0)
    if not chosen:
        return UNKNOWN
    ground = nearest.ground("weekday nearest", near, told)
    return chosen[0].on(context.anchor, ground, chosen[1])


#: A day said before is that of an announcement if it lies no farther from the reference.
_NEWS = dt.timedelta(days=7)


def _after_the_last(weekday: int, near: dt.date, context: Context) -> When | None:
    """Give the first such weekday after the day said just before, if that is one of the news."""
    old = context.history[-1] if context.history else None
    if old is None or old.grain != "day" or old.last is None or abs(old.last - near) > _NEWS:
        return None
    date = cal.add_days(old.last, (weekday - old.last.weekday() - 1) % 7 + 1)
    ground = f"ahead of what is told beside it: the first after {old.value}, said before it"
    return cal.day_when(date).on(context.anchor, ground)


def _day_of_month(day: r.Day, context: Context) -> When:
    if day.alone and context.month is not None and (named := _of_month_named(day, context)):
        return named
    near = context.day
    if near is None or day.day is None:
        return replace(UNKNOWN, grain="day", ground="a day with neither month nor reference date")
    options: list[When] = []
    for shift in range(-2, 3):
        year, month = cal.month_of(near, shift)
        options += nearest.days_of((year,), month, day.day, day.weekday)
    return nearest.nearest_to(near, options, context, "day of the month nearest")


def _of_month_named(day: r.Day, context: Context) -> When | None:
    """Give the day in the month of what is named before it; in the next one if it lies ahead."""
    if context.month is None or day.day is None:
        return None
    date = cal.make_day(*context.month, day.day)
    old = context.history[-1].last if context.history else None
    if date and old and date < old and context.tense().tense == "future":
        date = cal.make_day(*cal.month_of(date, 1), day.day)
    return cal.day_when(date).on("text", "in the month named before it") if date else None


def same_day_of(year: int, context: Context) -> When:
    """Give the day and month of the reference in ``year``, else the year."""
    if context.day:
        date = cal.make_day(year, context.day.month, context.day.day)
        if date:
            return cal.day_when(date).on(context.anchor, "the reference's day in that year")
    return cal.year_when(year).on("explicit", "the year is said")
