"""The month that a day alone is of: "Le 15, …" behind "Les 11 et 12 septembre"."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When

#: A month named farther back, in code points, is forgotten.
_REACH = 600


@dataclass(slots=True)
class MonthNamed:
    """Follows the months that a text names, in order."""

    _last: tuple[int, int] | None = None
    _end: int = 0

    def before(self, start: int) -> tuple[int, int] | None:
        """Give year and month of the last day or month named before an offset, if it is near."""
        return self._last if start - self._end <= _REACH else None

    def note(self, reading: r.Reading, when: When, end: int) -> None:
        """Take in a resolved expression."""
        if _names_a_month(reading) and when.last is not None:
            self._last, self._end = (when.last.year, when.last.month), end


def _names_a_month(reading: r.Reading) -> bool:
    match reading:
        case r.Day(month=month, alone=alone):
            return month is not None or alone
        case r.Month() | r.DaysOf():
            return True
        case r.Shift(unit="month", n=n):
            return abs(n) <= 1  # "le mois dernier": "le 12" is one of its days
        case r.DayList(days):
            return any(_names_a_month(day) for day in days)
        case r.Range(_, last):
            return _names_a_month(last)
        case r.Night(first, second):
            return _names_a_month(first) or _names_a_month(second)
        case r.Since(inner) | r.PartOf(_, inner) | r.About(inner) | r.Beside(_, inner):
            return _names_a_month(inner)
        case _:
            return False
