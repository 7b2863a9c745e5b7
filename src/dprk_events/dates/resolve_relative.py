"""Values counted from the reference ("hier") or from a date said before ("le lendemain")."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context
from dprk_events.dates.counting import GRAINS, count
from dprk_events.dates.resolve_anaphors import from_the_text


def shifted_value(shift: r.Shift, context: Context) -> When:
    """Give the value of a count of units from the reference, or from a date said before."""
    if shift.base == "text":
        return from_the_text(shift, context)
    near = context.day
    if near is None:
        return replace(UNKNOWN, grain=GRAINS[shift.unit], ground="no reference date to count from")
    if shift.unit == "weekend":
        return _weekend(shift.n, near, context)
    if shift.unit in ("quarter", "half"):
        return _this_fraction(shift.unit, near, context)
    when = count(near, shift)
    return when.on(context.anchor, f"counted from the reference {near.isoformat()}")


def weekday_ahead(reading: r.WeekdayAhead, context: Context) -> When:
    """Give the coming weekday and some weeks more."""
    near = context.day
    if near is None:
        return replace(UNKNOWN, grain="day", ground="no reference date to count from")
    days = (reading.weekday - near.weekday() - 1) % 7 + 1
    when = cal.day_when(cal.add_days(near, days + 7 * reading.weeks))
    return when.on(context.anchor, f"counted from the reference {near.isoformat()}")


def weekdays(reading: r.Weekdays, context: Context) -> When:
    """Give several weekdays, all before the reference or all after it."""
    near = context.day
    if near is None:
        return replace(UNKNOWN, grain="day", ground="weekdays with no reference date")
    days: list[dt.date] = []
    day: dt.date | None = near
    ordered = reading.weekdays if reading.shift > 0 else reading.weekdays[::-1]
    for weekday in ordered:
        gap = reading.shift * (weekday - day.weekday()) if day else 0
        day = cal.add_days(day, reading.shift * ((gap - 1) % 7 + 1)) if day else None
        days += [day] if day else []
    word = "last before" if reading.shift < 0 else "first after"
    return cal.set_when(days).on(context.anchor, f"{word} the reference {near.isoformat()}")


def within(reading: r.Within, context: Context) -> When:
    """Give the span from the reference to some days on."""
    near = context.day
    if near is None:
        return replace(UNKNOWN, kind="span", grain="span", ground="no reference date to count from")
    end = cal.day_when(cal.add_days(near, reading.days))
    when = cal.span_when(cal.day_when(near), end)
    return when.on(context.anchor, f"counted from the reference {near.isoformat()}")


def _this_fraction(unit: str, near: dt.date, context: Context) -> When:
    when = (
        cal.fraction_when(near.year, "quarter", (near.month + 2) // 3)
        if unit == "quarter"
        else cal.fraction_when(near.year, "half", (near.month + 5) // 6)
    )
    return when.on(context.anchor, f"the one of the reference {near.isoformat()}")


def _weekend(n: int, near: dt.date, context: Context) -> When:
    options = [cal.weekend_when(near, week) for week in (-1, 0, 1, 2)]
    if n:
        return nearest.shifted(n, near, options, context)
    chosen = nearest.choose(near, options, context.tense(), 1.0)
    if not chosen:
        return UNKNOWN
    ground = f"weekend nearest to the reference {near.isoformat()}"
    return chosen[0].on(context.anchor, ground, chosen[1])
