"""Builders of months, years, seasons, quarters, decades and centuries."""

from __future__ import annotations

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.registry import amount, builder, two_digits


@builder("decade")
def _build_decade(match: Match) -> r.Reading | None:
    def first(name: str) -> int | None:
        n = amount(match, name)
        if n is None or n % 10:
            return None
        if n < 100:
            return 1900 + n if n >= 20 else 2000 + n
        return n if 1500 <= n <= 2090 else None

    if match.has("years"):
        a, b = map(int, str(match.string("years")).split("/"))
        return None if a % 10 or b % 10 else r.Range(r.Year(a), r.Year(b + 9))
    one = first("n")
    if one is None:
        return None
    if match.has("n2"):
        two = first("n2")
        return r.Range(r.Year(one), r.Year(two + 9)) if two and two > one else None
    return r.Decade(one)


@builder("century")
def _build_century(match: Match) -> r.Reading | None:
    if match.has("shift"):
        return r.Century(None, match.number("shift"))
    n = match.number("n")
    return r.Century(n) if n and 2 <= n <= 29 else None


@builder("quarter")
def _build_quarter(match: Match) -> r.Reading | None:
    cls, n = match.cls("n"), match.number("n")
    if cls == "u_minute":  # "second(e)" is a unit of time in the lexicon
        return None
    unit = match.string("u")
    if n is None or unit not in ("quarter", "half"):
        return None
    limit = 4 if unit == "quarter" else 2
    if not (n == -1 or 1 <= n <= limit):
        return None
    shift = match.number("shift")
    return r.Fraction("quarter" if unit == "quarter" else "half", n, match.number("y"), shift)


@builder("quarter_sign")
def _build_quarter_sign(match: Match) -> r.Reading | None:
    unit, n = str(match.string("u")).split("/")
    return r.Fraction("quarter" if unit == "quarter" else "half", int(n), match.number("y"))


@builder("season")
def _build_season(match: Match) -> r.Reading | None:
    code = match.number("s")
    if code is None:
        return None
    year = match.number("y")
    if year is not None and match.cls("y") == "num":
        year = two_digits(match, "y")
        if year is None:
            return None
    if match.has("years"):
        year, last = map(int, str(match.string("years")).split("/"))
        if last != year + 1:
            return None
    return r.Season(code, year, match.number("shift"))


@builder("this_season")
def _build_this_season(match: Match) -> r.Reading | None:
    code = match.number("s")
    return r.Season(code, None, 0) if code else None


@builder("month")
def _build_month(match: Match) -> r.Reading | None:
    month, year = match.month("m"), match.number("y")
    if year is not None and match.cls("y") == "num":
        year = two_digits(match, "y")
        if year is None:
            return None
    loose = match.tokens.cls(match.start - 1) == "de"
    return r.Month(month, year, match.number("shift"), loose) if month else None


@builder("numeric_month")
def _build_numeric_month(match: Match) -> r.Reading | None:
    year, month = map(int, str(match.string("month")).split("-"))
    return r.Month(month, year)


@builder("month_shared")
def _build_month_shared(match: Match) -> r.Reading | None:
    """Take the year that is said once, behind the last month of the list."""
    month = match.number("m")
    later: list[int] = []
    for token in match.tokens.token[match.end : match.end + 24]:
        if token.cls == "month":
            later.append(int(token.value))
        if month and token.cls == "year4":
            year = int(token.value)
            return r.Month(month, year - (1 if later and month > later[-1] else 0))
    return None


@builder("year")
def _build_year(match: Match) -> r.Reading | None:
    year = match.number("y")
    return r.Year(year) if year else None


@builder("in_year")
def _build_in_year(match: Match) -> r.Reading | None:
    n, same = match.number("shift") or 0, match.has("same")
    month, day, code = match.number("m"), match.number("d"), match.number("s")
    if code:
        return r.InYear(n, r.Season(code), same)
    if month and day:
        return r.InYear(n, r.Day(match.number("w"), day, month), same)
    return r.InYear(n, r.Month(month), same) if month else None
