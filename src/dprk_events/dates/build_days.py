"""Builders of days, nights, ranges and lists of days."""

from __future__ import annotations

import calendar
from dataclasses import replace

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.registry import builder, two_digits

#: A list of days goes on right behind the comma: ", puis le 5".
_LISTED = 4
_DAYS = frozenset({"n31", "ord1", "weekday"})


def _valid(day: int | None, month: int | None, year: int | None) -> bool:
    if day is None or month is None:
        return True
    # Without a year 29 February may be meant.
    return day <= calendar.monthrange(year or 2000, month)[1]


def _day(match: Match, suffix: str = "") -> r.Day | None:
    day = _said(match, suffix)
    return day if day and _valid(day.day, day.month, day.year) else None


def _said(match: Match, suffix: str = "") -> r.Day | None:
    """Give the day that the words say, be it in the calendar or not."""
    month = match.month(f"m{suffix}")
    if match.cls(f"m{suffix}") == "sept" and not _is_september(match, suffix):
        return None
    if match.cls(f"m{suffix}") == "mar" and not match.has(f"y{suffix}"):
        return None
    day = match.number(f"d{suffix}")
    if day is not None and not 1 <= day <= 31:
        return None
    year = match.number(f"y{suffix}")
    if year is not None and match.cls(f"y{suffix}") == "num":
        year = two_digits(match, f"y{suffix}")
        if year is None:
            return None
    shift = match.number("shift") if suffix != "1" else None
    return r.Day(match.number(f"w{suffix}"), day, month, year, shift)


def _is_september(match: Match, suffix: str) -> bool:
    """Whether "sept" is the month: with point, year or weekday, or at the end of its clause."""
    begin, end = match.groups[f"m{suffix}"]
    beside = match.has(f"y{suffix}") or match.has(f"w{suffix}")
    return end - begin > 1 or beside or match.near(0) in ("comma", "stop", "close")


@builder("day")
def _build_day(match: Match) -> r.Reading | None:
    day = _said(match)
    if day and not _valid(day.day, day.month, day.year):
        return r.Open("date", _no_such_day(day))
    if day and day.day is None and day.shift is None and _goes_on(match):
        return replace(day, listed=True)
    return day


@builder("day_alone")
def _build_day_alone(match: Match) -> r.Reading | None:
    """Read "Le 15, …"; not the first of a list: "le 3, puis le 5 et le 9 mars"."""
    day = match.number("d")
    behind = [match.tokens.cls(match.end + n) for n in range(_LISTED)]
    listed = behind[0] == "comma" and not _DAYS.isdisjoint(behind)
    if day is None or not 1 <= day <= 31 or listed:
        return None
    return r.Day(day=day, alone=True)


def _no_such_day(day: r.Day) -> str:
    month = calendar.month_name[day.month or 0]
    return " ".join(("the calendar has no", str(day.day), month, str(day.year or ""))).strip()


def _goes_on(match: Match) -> bool:
    """Whether a weekday stands right before, but for "et", "ou" or a comma."""
    at = match.start - 1
    return match.tokens.cls(at) in ("et", "ou", "comma") and match.tokens.cls(at - 1) == "weekday"


@builder("iso")
def _build_iso(match: Match) -> r.Reading | None:
    year, month, day = map(int, str(match.string("day"))[:10].split("-"))
    return r.Day(None, day, month, year) if _valid(day, month, year) else None


@builder("day_month")
def _build_day_month(match: Match) -> r.Reading | None:
    month, day = map(int, str(match.string("day"))[:10].split("-"))
    return r.Day(match.number("w"), day, month) if _valid(day, month, None) else None


@builder("numeric_range")
def _build_numeric_range(match: Match) -> r.Reading | None:
    (m1, d1), (m2, d2) = (map(int, str(match.string(k)).split("-")) for k in ("day1", "day2"))
    if not _valid(d1, m1, None) or not _valid(d2, m2, None) or (m1, d1) == (m2, d2):
        return None
    return r.Range(r.Day(None, d1, m1), r.Day(None, d2, m2))


@builder("holiday")
def _build_holiday(match: Match) -> r.Reading | None:
    month, day = map(int, str(match.string("day"))[:10].split("-"))
    return r.Day(None, day, month, match.number("y"))


@builder("night")
def _build_night(match: Match) -> r.Reading | None:
    first, second = _day(match, "1"), _day(match, "2")
    if not first or not second:
        return None
    for one in (first, second):
        if one.weekday is None and one.day is None:
            return None
    if first.day is not None and first.month is None:
        first = r.Day(first.weekday, first.day, second.month, second.year)
        if second.day is not None and first.day is not None and second.day < first.day:
            return None
    elif first.year is None:
        first = r.Day(first.weekday, first.day, first.month, second.year)
    if first.day is not None and first.month is None and first.weekday is None:
        return None
    return r.Night(first, second)


@builder("last_night")
def _build_last_night(match: Match) -> r.Reading | None:
    return r.LastNight(match.number("shift") or -1)


@builder("this_night")
def _build_this_night(match: Match) -> r.Reading | None:
    return r.LastNight(0)


def _end(match: Match, suffix: str) -> r.Reading | None:
    """One end of a range from its groups."""
    if match.has(f"d{suffix}") or match.has(f"w{suffix}"):
        return _day(match, suffix)
    month, year = match.month(f"m{suffix}"), match.number(f"y{suffix}")
    if month is not None:
        return r.Month(month, year, match.number("shift") if suffix == "2" else None)
    return r.Year(year) if year is not None else None


@builder("range")
def _build_range(match: Match) -> r.Reading | None:
    if match.has("years"):
        a, b = map(int, str(match.string("years")).split("/"))
        return r.Range(r.Year(a), r.Year(b))
    last = _end(match, "2")
    if match.has("days") and match.month("m2"):
        a, b = map(int, str(match.string("days")).split("/"))
        m, y = match.month("m2"), match.number("y2")
        return r.Range(r.Day(None, a, m, y), r.Day(None, b, m, y)) if _valid(b, m, y) else None
    first = _end(match, "1")
    if first is None or last is None:
        return None
    if isinstance(first, r.Day) and isinstance(last, r.Day) and last.month is not None:
        month = first.month if first.month is not None else last.month
        year = first.year
        if year is None and last.year is not None:
            year = last.year - (1 if month > last.month else 0)
        same_month = month == last.month and year == last.year
        if first.day is not None and last.day is not None and same_month and first.day >= last.day:
            return None
        first = r.Day(first.weekday, first.day, month if first.day else None, year)
    elif isinstance(first, r.Month) and isinstance(last, r.Month):
        if first.year is None and last.year is not None:
            first = r.Month(first.month, last.year - (1 if first.month > last.month else 0))
    elif isinstance(first, r.Year) and isinstance(last, r.Year) and first.year >= last.year:
        return None
    return r.Range(first, last)


@builder("day_list")
def _build_day_list(match: Match) -> r.Reading | None:
    month, year = match.month("m2"), match.number("y2")
    days: list[r.Day] = []
    for suffix in "2", "4", "3", "1":  # a day takes its month from the next one that says it
        day = match.number(f"d{suffix}")
        if day is None:
            continue
        own = match.month(f"m{suffix}")
        if own is not None and suffix != "2":
            if year is not None and month is not None and own > month:
                year -= 1
            month = own
        year = match.number(f"y{suffix}") or year
        if not _valid(day, month, year):
            return None
        shift = match.number("shift") if suffix == "2" else None
        days.append(r.Day(match.number(f"w{suffix}"), day, month, year, shift))
    return r.DayList(tuple(reversed(days)), each=match.has("each"))
