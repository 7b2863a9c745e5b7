"""Builders of prefixes: since, until, about, part of, the week of, the day before."""

from __future__ import annotations

from typing import cast

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.registry import build, builder, inner
from dprk_events.names import DatePart

CLOCK_FIRST = "clock-then-day"
"""The rule of a day behind its hour."""


@builder("inner")
def _build_inner(match: Match) -> r.Reading | None:
    what = inner(match)
    return what if isinstance(what, r.Day) or (
        isinstance(what, r.Shift) and what.unit == "day"
    ) else None  # fmt: skip


@builder("since")
def _build_since(match: Match) -> r.Reading | None:
    what = inner(match)
    return None if what is None or isinstance(what, r.Range | r.Since) else r.Since(what)


@builder("from")
def _build_from(match: Match) -> r.Reading | None:
    what = inner(match)
    return None if what is None or isinstance(what, r.Range | r.Since) else r.Since(what, False)


@builder("until")
def _build_until(match: Match) -> r.Reading | None:
    what = inner(match)
    if what is None or isinstance(what, r.Range | r.Until):
        return None
    if match.inner and match.inner.rule.build in ("later", "ago"):  # a measure, no date
        return None
    return r.Until(what)


@builder("about")
def _build_about(match: Match) -> r.Reading | None:
    what = inner(match)
    if match.inner is not None and match.inner.rule.name == CLOCK_FIRST:
        return what  # "vers 5 heures vendredi": the hour is about so, the day is exact
    if isinstance(what, r.Day | r.Month | r.Year | r.Decade | r.Season):
        return r.About(what)
    return None


@builder("part")
def _build_part(match: Match) -> r.Reading | None:
    return _part_of(match, cast(DatePart, match.string("part")))


@builder("half")
def _build_half(match: Match) -> r.Reading | None:
    return _part_of(match, _half(match))


def _half(match: Match) -> DatePart:
    """Return which half it is: "la première moitié" is the beginning."""
    return "start" if match.number("nth") == 1 else "end"


def _part_of(match: Match, part: DatePart) -> r.Reading | None:
    what = inner(match)
    if isinstance(what, r.Day | r.Since | r.Until | r.PartOf | r.Open | r.Night | r.DayList):
        return None
    if isinstance(what, r.Shift) and (what.unit == "day" or abs(what.n) > 1 or what.about):
        return None
    if match.inner and match.inner.rule.build in ("ago", "later", "within"):
        return None
    return r.PartOf(part, what) if what else None


@builder("part_unit")
def _build_part_unit(match: Match) -> r.Reading | None:
    return _part_of_unit(match, cast(DatePart, match.string("part")))


@builder("half_unit")
def _build_half_unit(match: Match) -> r.Reading | None:
    return _part_of_unit(match, _half(match))


def _part_of_unit(match: Match, part: DatePart) -> r.Reading | None:
    unit = match.string("u")
    what: r.Reading
    what = r.Century(None, 0) if unit == "century" else r.Shift(cast(r.Unit, unit), 0)
    return r.PartOf(part, what) if unit else None


@builder("week_of")
def _build_week_of(match: Match) -> r.Reading | None:
    what = inner(match)
    return r.WeekOf(what) if isinstance(what, r.Day) and what.day else None


@builder("beside")
def _build_beside(match: Match) -> r.Reading | None:
    what, n = inner(match), match.number("shift")
    return r.Beside(n, what) if isinstance(what, r.Day) and n is not None else None


@builder("points")
def _build_points(match: Match) -> r.Reading | None:
    """From one point to another, whatever they are ("entre fin 2022 et début 2023")."""
    first, last = _whole(inner(match)), _whole(build(match.second) if match.second else None)
    if first is None or last is None:
        return None
    if isinstance(first, r.Month) and isinstance(last, r.Month) and last.year and not first.year:
        first = r.Month(first.month, last.year - (first.month > last.month))
    if isinstance(first, r.Season) and isinstance(last, r.Season) and last.year and not first.year:
        first = r.Season(first.code, last.year - (first.code > last.code))
    return r.Range(first, last)


def _whole(reading: r.Reading | None) -> r.Reading | None:
    """Give the end of a range: a part of something stands for it; an open thing is no end."""
    what = reading.inner if isinstance(reading, r.PartOf | r.About) else reading
    return what if isinstance(what, _ENDS) else None


_ENDS = (r.Day, r.Month, r.Year, r.Season, r.Fraction, r.Decade, r.Shift)
