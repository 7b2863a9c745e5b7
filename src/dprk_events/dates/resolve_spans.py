"""Values of what runs from one date to another: ranges, lists, nights, since, until."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context

#: Gives the value of a reading held by another.
Resolve = Callable[[r.Reading, Context], When]


def _open_span(ground: str) -> When:
    return replace(UNKNOWN, kind="span", grain="span", ground=ground)


def span(first: r.Reading, last: r.Reading, context: Context, resolve: Resolve) -> When:
    """Resolve the end by itself; the beginning is the last one before it."""
    end = resolve(last, context)
    if isinstance(first, r.Day) and isinstance(last, r.Day):
        start = _day_before(first, end, context, resolve)
    elif isinstance(first, r.Season) and isinstance(last, r.Season) and end.first:
        seasons = [cal.season_when(end.first.year + k, first.code) for k in (-1, 0)]
        fitting = _last_until(seasons, end.first) or UNKNOWN
        start = resolve(first, context) if first.year else fitting
    elif isinstance(first, r.Month) and isinstance(last, r.Month) and end.first:
        months = [cal.month_when(end.first.year + k, first.month) for k in (-1, 0)]
        start = (
            resolve(first, context) if first.year else (_last_until(months, end.first) or UNKNOWN)
        )
    else:
        start = resolve(first, context)
    when = cal.span_when(start, end)
    if when.value is None:
        return _open_span(end.ground)
    return when.on(end.anchor, end.ground, end.rejected)


def _last_until(options: list[When], day: dt.date) -> When | None:
    fitting = [w for w in options if w.first and w.first <= day]
    return max(fitting, key=lambda w: w.first or day, default=None)


def _day_before(day: r.Day, end: When, context: Context, resolve: Resolve) -> When:
    """Give the latest reading of ``day`` before ``end``."""
    if day.year is not None or end.first is None:
        return resolve(day, context)
    if day.day is None:
        if day.weekday is None:
            return UNKNOWN
        back = (end.first.weekday() - day.weekday) % 7 or 7
        return cal.day_when(cal.add_days(end.first, -back))
    if day.month is None:
        return resolve(day, context)
    years = (end.first.year - 1, end.first.year)
    options = nearest.days_of(years, day.month, day.day, None)
    return _last_until(options, end.first) or UNKNOWN


def listed_days(listed: r.DayList, context: Context, resolve: Resolve) -> When:
    """Resolve the last day by itself; each before it is the last one before the next."""
    days = listed.days
    last = resolve(days[-1], context)
    if last.first is None:
        values = [cal.open_year(d.month, d.day) for d in days if d.month]
        return _open_days([v for v in values if v.value], last, each=listed.each)
    found = [last.first]
    end = last
    for day in reversed(days[:-1]):
        when = _day_before(day, end, context, resolve)
        if when.first is None:
            continue
        found.append(when.first)
        end = when
    when = cal.set_when(found) if listed.each else cal.days_when(found)
    return when.on(last.anchor, last.ground, last.rejected)


def _open_days(days: list[When], last: When, *, each: bool) -> When:
    keys = [d.partial for d in days if d.partial]
    adjoining = len(keys) == 2 and keys[0][0] == keys[1][0] and (keys[0][1] or 0) + 1 == keys[1][1]
    if adjoining and not each:
        return replace(cal.span_when(days[0], days[1]), ground=last.ground)
    value = "{" + ",".join(sorted(str(d.value) for d in days)) + "}"
    return replace(UNKNOWN, value=value, grain="span", ground=last.ground)


def night(first: r.Day, second: r.Day, context: Context, resolve: Resolve) -> When:
    """Give the two days of a night by the second one."""
    end = resolve(second, context)
    if end.first is not None:
        start = cal.add_days(end.first, -1)
        when = cal.span_when(cal.day_when(start), end, "night")
        if start and first.day is not None and start.day != first.day:
            return span(first, second, context, resolve)
        return when.on(end.anchor, end.ground, end.rejected)
    if first.day and first.month and end.partial:
        when = cal.span_when(cal.open_year(first.month, first.day), end, "night")
        return when.on("none", end.ground)
    return replace(_open_span(end.ground), grain="night")


def last_night(shift: int, context: Context) -> When:
    """Give the night before or after the reference day."""
    near = context.day
    if near is None:
        return replace(_open_span("no reference date to count from"), grain="night")
    coming = shift > 0 or (shift == 0 and context.tense().tense == "future")
    start = near if coming else cal.add_days(near, -1)
    end = cal.add_days(near, 1) if coming else near
    when = cal.span_when(cal.day_when(start), cal.day_when(end), "night")
    return when.on(context.anchor, f"counted from the reference {near.isoformat()}")


def since(inner: When) -> When:
    """Give the span that begins with ``inner`` and is open behind."""
    if inner.value is None:
        return inner if inner.kind == "duration" else replace(inner, kind="span")
    value = _bare(inner, first=True)
    return replace(inner, value=f"{value}/..", last=None, kind="span", grain=inner.grain)


def until(inner: When) -> When:
    """Give the span that ends with ``inner`` and is open before."""
    if inner.value is None:
        return inner if inner.kind == "duration" else replace(inner, kind="span")
    return replace(inner, value=f"../{_bare(inner, first=False)}", first=None, kind="span")


def _bare(when: When, *, first: bool) -> str:
    """``when`` as an end of an interval: EDTF takes no interval, set or decade there."""
    value = str(when.value)
    day = when.first if first else when.last
    if when.grain in ("decade", "century") and day:
        return f"{day.year:04}"
    if "/" in value or value.startswith("{"):
        ends = value.strip("{}").replace(",", "/").split("/")
        return ends[0] if first else ends[-1]
    return value
