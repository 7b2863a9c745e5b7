"""Builders of days and weeks of a month: "le 20 du mois dernier", "le premier lundi d'avril"."""

from __future__ import annotations

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.registry import builder


def _month(match: Match) -> r.Month | r.Shift | None:
    """Give the month that the groups m, y, u and shift name."""
    if match.has("m"):
        month = match.month("m")
        return r.Month(month, match.number("y"), match.number("shift")) if month else None
    if not match.has("u"):
        return None
    told_before = match.has("same") or match.cls("shift") == "foll"
    return r.Shift("month", match.number("shift") or 0, "text" if told_before else "published")


@builder("day_of_month")
def _build_day_of_month(match: Match) -> r.Reading | None:
    month, day = _month(match), match.number("d")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    return r.DaysOf(day, day, month, match.number("w"))


@builder("nth_weekday")
def _build_nth_weekday(match: Match) -> r.Reading | None:
    month, n, weekday = _month(match), match.ordinal("n"), match.number("w")
    if month is None or n is None or weekday is None or not (n == -1 or 1 <= n <= 5):
        return None
    return r.NthWeekday(n, weekday, month)


#: "Quinzaine" in the lexicon, which has it for "une quinzaine de jours" too.
_FORTNIGHT = 15


@builder("fortnight_of_month")
def _build_fortnight_of_month(match: Match) -> r.Reading | None:
    month, n = _month(match), match.ordinal("n")
    if month is None or match.number("what") != _FORTNIGHT or n not in (-1, 1, 2):
        return None
    return r.DaysOf(1, 15, month) if n == 1 else r.DaysOf(16, -1, month)


@builder("week_of_month")
def _build_week_of_month(match: Match) -> r.Reading | None:
    """Take the n-th seven days: weeks from Monday on begin before the month or after its first."""
    month, n = _month(match), match.ordinal("n")
    if month is None or n is None or not (n == -1 or 1 <= n <= 4):
        return None
    return r.DaysOf(-7, -1, month) if n == -1 else r.DaysOf(7 * n - 6, 7 * n, month)
