"""Values of months, seasons, quarters and centuries."""

from __future__ import annotations

from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context


def month_value(month: r.Month, context: Context) -> When:
    """Give the month in the year said, told about, or nearest."""
    if month.year is not None:
        return cal.month_when(month.year, month.month).on("explicit", "month and year are said")
    if context.frame_year is not None and month.shift is None:
        when = cal.month_when(context.frame_year, month.month)
        return when.on("text", f"the text is about {context.frame_year} here")
    near = context.near
    if near is None:
        return cal.open_year(month.month).on("none", "no reference date gives the year")
    options = [cal.month_when(near.year + k, month.month) for k in (-1, 0, 1)]
    if month.shift:
        return nearest.shifted(month.shift, near, options, context)
    # On a noun the verb's tense tells little more than for a day.
    against = nearest.AGAINST if month.loose else nearest.COARSE_AGAINST
    return nearest.nearest_to(near, options, context, "nearest", against)


def season_value(season: r.Season, context: Context) -> When:
    """Give the season in the year said, or nearest."""
    if season.year is not None:
        return cal.season_when(season.year, season.code).on("explicit", "season and year are said")
    if context.frame_year is not None and season.shift is None:
        when = cal.season_when(context.frame_year, season.code)
        return when.on("text", f"the text is about {context.frame_year} here")
    near = context.near
    if near is None:
        return replace(UNKNOWN, grain="season", ground="no reference date gives the year")
    options = [cal.season_when(near.year + k, season.code) for k in (-2, -1, 0, 1)]
    if season.shift:
        return nearest.shifted(season.shift, near, options, context)
    return nearest.nearest_to(near, options, context, "nearest")


def fraction_value(part: r.Fraction, context: Context) -> When:
    """Give the quarter or half in the year said, or nearest."""
    if part.year is not None:
        when = cal.fraction_when(part.year, part.unit, part.n)
        return when.on("explicit", f"{part.unit} and year are said")
    near = context.near
    if near is None:
        return replace(UNKNOWN, grain=part.unit, ground="no reference date gives the year")
    options = [cal.fraction_when(near.year + k, part.unit, part.n) for k in (-1, 0, 1)]
    if part.shift:
        return nearest.shifted(part.shift, near, options, context)
    return nearest.nearest_to(near, options, context, "nearest")


def century_value(century: r.Century, context: Context) -> When:
    """Give the century said, or counted from that of the reference."""
    if century.n is not None:
        return cal.century_when(century.n).on("explicit", "the century is said")
    if context.near is None:
        return replace(UNKNOWN, grain="century", ground="no reference date")
    when = cal.century_when(context.near.year // 100 + 1 + (century.shift or 0))
    return when.on(context.anchor, "counted from the reference")
