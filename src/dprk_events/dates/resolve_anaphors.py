"""Values counted from a date said before: "le lendemain", "trois jours plus tard"."""

from __future__ import annotations

from dataclasses import replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.context import Context
from dprk_events.dates.counting import GRAINS, count

#: Expressions that an anaphor looks back over.
_MEMORY = 12
_FINE: dict[str, tuple[str, ...]] = {
    "day": ("day", "night", "weekend"),
    "week": ("day", "night", "week", "weekend"),
    "weekend": ("day", "week", "weekend"),
    "month": ("day", "night", "week", "weekend", "month"),
}


def from_the_text(shift: r.Shift, context: Context) -> When:
    """Count from the last expression before it that is as fine as the unit."""
    for old in reversed(context.history[-_MEMORY:]):
        if not _fine_enough(old, shift.unit):
            continue
        if old.partial and shift.unit == "day" and old.partial[1] is not None:
            return _partial(old.partial, shift.n)
        day = old.first if shift.n < 0 else old.last
        if day is None:
            if shift.unit not in _FINE and old.grain in ("day", "month") and old.value is None:
                continue
            break
        when = cal.weekend_when(day) if shift.unit == "weekend" else count(day, shift)
        return when.on("text", f"counted from {old.value} before it")
    return replace(UNKNOWN, grain=GRAINS[shift.unit], ground="no date before it to count from")


def _fine_enough(old: When, unit: r.Unit) -> bool:
    """Whether units may be counted from ``old``: days from a day, months from a month or day."""
    if old.kind in ("duration", "set", "vague") or old.grain is None:
        return False
    of_days = old.grain == "span" and old.ends == "day" and unit == "day"
    return unit not in _FINE or old.grain in _FINE[unit] or of_days


def _partial(partial: tuple[int, int | None], n: int) -> When:
    """Days from a day whose year is not known; open where 29 February may lie between."""
    month, day = partial
    ends = set()
    for year in (2000, 2001):
        date = cal.make_day(year, month, day or 1)
        moved = cal.add_days(date, n) if date else None
        if moved:
            ends.add((moved.month, moved.day))
    if len(ends) != 1:
        return replace(UNKNOWN, grain="day", ground="hangs on a leap year not known")
    return cal.open_year(*ends.pop()).on("none", "counted from a day whose year is not known")
