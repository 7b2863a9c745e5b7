"""What the words of a date expression say before any calendar is asked: the readings.

``shift`` is -1 for "dernier", 1 for "prochain", 0 for the one now, None where nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dprk_events.names import DateKind, DatePart

Unit = Literal["day", "week", "weekend", "month", "year", "quarter", "half", "decade", "century"]
Base = Literal["published", "text"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day: any of weekday (0 Monday), day of the month, month, year may be unsaid.

    ``listed``: the weekday goes on from one just before it ("jeudi et vendredi").
    ``alone``: nothing but its number is said ("Le 15, …").
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    shift: int | None = None
    listed: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month, 1 to 12; ``loose`` where it hangs on a noun ("l'élection de novembre")."""

    month: int
    year: int | None = None
    shift: int | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year."""

    year: int


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its EDTF code, 21 spring to 24 winter."""

    code: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """The ``n``-th quarter or half of a year; n = -1 is the last one."""

    unit: Literal["quarter", "half"]
    n: int
    year: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from ``first``."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """The ``n``-th century (20 is 19XX), or one by ``shift``."""

    n: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """``n`` units from the base: "hier", "l'an dernier", "trois ans plus tard"."""

    unit: Unit
    n: int
    base: Base = "published"
    about: bool = False
    exact: bool = False  # to the day: "il y a deux ans jour pour jour"


@dataclass(frozen=True, slots=True)
class WeekdayAhead:
    """As "lundi en huit": the coming one and ``weeks`` more."""

    weekday: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Weekdays:
    """As "lundi et mardi derniers": several weekdays, all before or all after."""

    weekdays: tuple[int, ...]
    shift: int


@dataclass(frozen=True, slots=True)
class Within:
    """As "sous huitaine": some time in the days to come."""

    days: int


@dataclass(frozen=True, slots=True)
class DaysOf:
    """Days ``first`` to ``last`` of a month, counted from its end where they are negative.

    One day of it where both are the same; ``weekday`` is said beside it.
    """

    first: int
    last: int
    inner: Month | Shift
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The ``n``-th weekday of a month; n = -1 is the last one."""

    n: int
    weekday: int
    inner: Month | Shift


@dataclass(frozen=True, slots=True)
class SameDayOf:
    """As "ce jour de 1950": the day and month of the reference in another year."""

    year: int


@dataclass(frozen=True, slots=True)
class Night:
    """The night from one day to the next; ``second`` may be said by weekday only."""

    first: Day
    second: Day


@dataclass(frozen=True, slots=True)
class LastNight:
    """As "la nuit dernière" (-1), "cette nuit" (0), "la nuit prochaine" (1)."""

    shift: int


@dataclass(frozen=True, slots=True)
class Range:
    """From the one to the other."""

    first: Reading
    last: Reading


@dataclass(frozen=True, slots=True)
class DayList:
    """Several days: each by itself ("les 9 et 10 juin"), or one time ("le sommet des 9 et 10")."""

    days: tuple[Day, ...]
    each: bool


@dataclass(frozen=True, slots=True)
class InYear:
    """In the year ``n`` from the one of writing ("en mars de l'an dernier").

    ``same``: in that of the last date before it ("en mars de la même année").
    """

    n: int
    inner: Day | Month | Season
    same: bool = False


@dataclass(frozen=True, slots=True)
class Since:
    """From then on; ``begun`` for "depuis", which lies in the past for certain."""

    inner: Reading
    begun: bool = True


@dataclass(frozen=True, slots=True)
class Until:
    """Up to then."""

    inner: Reading


@dataclass(frozen=True, slots=True)
class About:
    """About then."""

    inner: Reading


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of it."""

    part: DatePart
    inner: Reading


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, Monday to Sunday, in which the day lies."""

    inner: Reading


@dataclass(frozen=True, slots=True)
class Beside:
    """Days before or after a named day ("la veille du 4 janvier")."""

    n: int
    inner: Reading


@dataclass(frozen=True, slots=True)
class Following:
    """The first weekday, month or season after the date said before, or the last one before it.

    "Le lundi suivant" (``n`` = 1), "l'automne précédent" (-1).
    """

    n: int
    inner: Day | Month | Season


@dataclass(frozen=True, slots=True)
class Open:
    """No calendar date can be had, for the reason given where the words alone do not show it.

    ``away``: how far it is from what is named behind it ("deux jours après le tir").
    """

    kind: DateKind
    why: str = "no calendar date in these words"
    away: Shift | None = None


Reading = (
    Day
    | Month
    | Year
    | Season
    | Fraction
    | Decade
    | Century
    | Shift
    | WeekdayAhead
    | Weekdays
    | Within
    | DaysOf
    | NthWeekday
    | SameDayOf
    | Night
    | LastNight
    | Range
    | DayList
    | InYear
    | Since
    | Until
    | About
    | PartOf
    | WeekOf
    | Beside
    | Following
    | Open
)
