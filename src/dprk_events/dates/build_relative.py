"""Builders of expressions that hang on another date, and of those that are no date."""

from __future__ import annotations

from typing import cast

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.registry import amount, builder
from dprk_events.french import looks_like_participle, word_lists

_WORDS = word_lists("dprk_events.dates")


@builder("day_of_year")
def _build_day_of_year(match: Match) -> r.Reading | None:
    year = match.number("y")
    return r.SameDayOf(year) if year else None


@builder("same")
def _build_same(match: Match) -> r.Reading | None:
    unit = match.string("u")
    return r.Shift(cast(r.Unit, unit), 0, "text") if unit else None


@builder("that_day")
def _build_that_day(match: Match) -> r.Reading | None:
    return r.Shift("day", 0, "text")


@builder("deictic")
def _build_deictic(match: Match) -> r.Reading | None:
    n = match.number("days")
    return r.Shift("day", n) if n is not None else None


#: What "en huit" and "en quinze" add to the coming weekday, in weeks.
_WEEKS = {8: 1, 15: 2}


@builder("weekday_ahead")
def _build_weekday_ahead(match: Match) -> r.Reading | None:
    weekday, weeks = match.number("w"), _WEEKS.get(match.number("n") or 0)
    if weeks is None:
        return None
    if weekday is not None:
        return r.WeekdayAhead(weekday, weeks)
    days = match.number("days")
    return r.Shift("day", days + 7 * weeks) if days is not None else None


@builder("weekdays")
def _build_weekdays(match: Match) -> r.Reading | None:
    days = [match.number(name) for name in ("w1", "w3", "w2") if match.has(name)]
    shift = match.number("shift")
    weekdays = tuple(day for day in days if day is not None)
    return r.Weekdays(weekdays, shift) if shift else None


@builder("within_days")
def _build_within_days(match: Match) -> r.Reading | None:
    n = amount(match)
    if n is None or (match.cls("n") == "term" and n not in _WEEKS):
        return None
    return r.Within(n)


@builder("this_daypart")
def _build_this_daypart(match: Match) -> r.Reading | None:
    return r.Shift("day", 0)


def _unit(match: Match) -> r.Unit | None:
    unit = match.string("u")
    return cast(r.Unit, unit) if unit and unit not in ("hour", "minute", "second") else None


@builder("ago")
def _build_ago(match: Match) -> r.Reading | None:
    return _distance(match, -1, "published")


@builder("within")
def _build_within(match: Match) -> r.Reading | None:
    return _distance(match, 1, "published")


@builder("later")
def _build_later(match: Match) -> r.Reading | None:
    direction = match.number("dir")
    return _distance(match, direction, "text") if direction else None


#: From these on a count of the unit is a round figure, not a reckoning ("il y a dix jours").
_ROUND = {"day": 10, "week": 2, "month": 1, "decade": 1, "century": 1}


_EXACT = frozenset({"week", "month", "year"})


def _distance(match: Match, sign: int, base: r.Base) -> r.Reading | None:
    unit, n = _unit(match), amount(match)
    if unit is None or n is None:
        return r.Open("vague")
    if base == "text" and match.cls("dir") in ("after", "before") and _governs(match):
        return r.Open("vague", away=None if match.has("half") else _away(match, unit, sign * n))
    if match.has("exact"):
        return r.Shift(unit, sign * n, base, exact=True) if unit in _EXACT else None
    if match.has("less"):  # "il y a moins d'une semaine": on any day since
        first = r.Shift("day", -7 * n) if unit == "week" else _to_the_day(unit, -n)
        return r.Range(first, r.Shift("day", 0))
    about = match.has("about")
    if match.has("half"):  # "un an et demi" is eighteen months; half of another unit only blurs it
        unit, n, about = ("month", 12 * n + 6, about) if unit == "year" else (unit, n, True)
    if sign < 0 and base == "published":
        limit = _ROUND.get(unit)
        about = about or (limit is not None and n >= limit and (unit != "day" or n % 5 == 0))
    months = {"quarter": 3, "half": 6}.get(unit)
    if months:
        unit, n = "month", n * months
    return r.Shift(unit, sign * n, base, about)


def _to_the_day(unit: r.Unit, n: int) -> r.Shift:
    return r.Shift(unit, n, exact=unit in _EXACT)


#: Units in which what happened is counted from what is named: from a day, to the day or month.
_COUNTED: tuple[r.Unit, ...] = ("day", "week", "month")


def _away(match: Match, unit: r.Unit, n: int) -> r.Shift | None:
    """Count from what is named behind, unless the number is a round one ("dix jours après")."""
    round_one = unit == "day" and n % 5 == 0 and abs(n) >= _ROUND["day"]
    if unit not in _COUNTED or round_one or match.has("about"):
        return None
    return r.Shift(unit, n, "text", exact=match.has("exact"))


#: So many hours are days: "vingt-quatre heures après". Others are a round figure.
_IN_DAYS = {24: 1, 48: 2, 72: 3}
#: Up to so many hours it is mostly still the same day.
_HOURS = 6


@builder("later_short")
def _build_later_short(match: Match) -> r.Reading | None:
    """Take hours and minutes from what is named behind for its day: "une heure après le tir"."""
    hours = match.cls("u") == "u_hour"
    n = (amount(match) or 0) if match.has("n") else 0
    direction = match.number("dir")
    governs = match.cls("dir") in ("after", "before") and _governs(match)
    if hours and direction and n in _IN_DAYS:
        shift = r.Shift("day", direction * _IN_DAYS[n], "text")
        return r.Open("vague", away=shift) if governs else shift
    if not governs or (hours and n > _HOURS):
        return r.Open("vague")
    return r.Open("vague", away=r.Shift("day", 0, "text"))


_DETERMINERS = frozenset({"le", "ce", "ces", "det", "one", "de", "du", "des"})


def _governs(match: Match) -> bool:
    """Whether "après" has an event of its own ("deux jours après le match", "après que")."""
    return match.tokens.cls(match.end) in (*_DETERMINERS, "x")


@builder("unit_shift")
def _build_unit_shift(match: Match) -> r.Reading | None:
    unit, shift = _unit(match), match.number("shift")
    if shift is None or unit is None or unit == "decade":
        return r.Open("vague")
    if unit in ("quarter", "half"):
        return r.Open("vague")
    return r.Shift(unit, shift)


@builder("unit_following")
def _build_unit_following(match: Match) -> r.Reading | None:
    unit, shift = _unit(match), match.number("shift")
    if match.cls("u") == "night":
        unit = "day"
    return r.Shift(unit, shift, "text") if unit and shift else None


@builder("following")
def _build_following(match: Match) -> r.Reading | None:
    n, weekday, month = match.number("shift"), match.number("w"), match.month("m")
    season = match.number("s")
    if n is None:
        return None
    if match.tokens.cls(match.end) in _DETERMINERS:  # "le lundi suivant la visite"
        return r.Open("date", "counted from what is named behind it")
    if weekday is not None:
        return r.Following(n, r.Day(weekday))
    if month is not None:
        return r.Following(n, r.Month(month))
    return None if season is None else r.Following(n, r.Season(season))


@builder("this_unit")
def _build_this_unit(match: Match) -> r.Reading | None:
    unit = _unit(match)
    return r.Shift(unit, 0) if unit else None


#: How many words after "de" its noun may be.
_TO_THE_NOUN = (1, 2)


@builder("anaphor")
def _build_anaphor(match: Match) -> r.Reading | None:
    n = match.number("shift")
    if n is None:
        return None
    # "Au lendemain de sa visite" hangs on an event, not on a day said before.
    # What is counted is no event: "avait tiré la veille des missiles".
    # Nor is the place that a thing has left: "tiré la veille d'une base de l'ouest".
    of = match.tokens.cls(match.end) in ("de", "du", "des")
    # Nor what is begun or held: "ont entamé la veille des manœuvres".
    begun = looks_like_participle(match.word(-1)) and match.word(-2) in _WORDS["has_said"]
    bare = match.tokens.cls(match.start) == "le"
    if begun and bare and match.tokens.cls(match.end) == "des":
        return r.Shift("day", n, "text")
    left = any(match.word(k) in _WORDS["places_left"] for k in _TO_THE_NOUN)
    if of and left:
        return r.Shift("day", n, "text")
    if of and "measure" not in {match.tokens.cls(match.end + k) for k in _TO_THE_NOUN}:
        return r.Open("vague", away=r.Shift("day", n, "text"))
    return r.Shift("day", n, "text")


@builder("set")
def _build_set(match: Match) -> r.Reading | None:
    return r.Open("set")


@builder("vague")
def _build_vague(match: Match) -> r.Reading | None:
    return r.Open("vague")


@builder("duration")
def _build_duration(match: Match) -> r.Reading | None:
    words = " ".join(t.word for t in match.tokens.token[match.start : match.end])
    return None if words in _WORDS["no_length"] else r.Open("duration")
