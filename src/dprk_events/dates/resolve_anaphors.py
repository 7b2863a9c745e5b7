"""Values counted from a date said before: "le lendemain", "le lundi suivant"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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
    history = context.history[-_MEMORY:]
    for number, old in reversed(list(enumerate(history))):
        if not _fine_enough(old, shift.unit) or _is_ahead(old, context):
            continue
        if old.said and _told_there(old, history[:number]):
            continue
        if old.partial and shift.unit == "day" and old.partial[1] is not None:
            return _partial(old.partial, shift.n)
        if shift.n and old.last is None and _is_old(old, context):
            continue  # "le sixième depuis le 28 mai. La veille, …"
        since = not shift.n and old.last is None  # "depuis 2008 …: cette année-là"
        back = shift.n < 0 and old.grain != "night"  # the eve of a night is its first day
        day = old.first if back or since else old.last
        if day is None:
            if shift.unit not in _FINE and old.grain in ("day", "month") and old.value is None:
                continue
            break
        when = cal.weekend_when(day) if shift.unit == "weekend" else count(day, shift)
        return when.on("text", f"counted from {old.value} before it")
    if context.day is not None and shift.n == -1 and shift.unit == "day" and not _dated(context):
        when = count(context.day, shift)
        return when.on(context.anchor, "the day before the article, in which none is named before")
    return replace(UNKNOWN, grain=GRAINS[shift.unit], ground="no date before it to count from")


def _dated(context: Context) -> bool:
    """Whether an expression before it says when something was."""
    return any(old.first is not None or old.value is not None for old in context.history)


def following(reading: r.Following, context: Context) -> When:
    """Give the first such weekday, month or season after the last date before it, or before it."""
    ahead = reading.n > 0
    for old in reversed(context.history[-_MEMORY:]):
        day = old.last if ahead else old.first
        if old.kind in ("duration", "set", "vague") or _is_ahead(old, context) or day is None:
            continue
        options = _around(reading.inner, day)
        if ahead:
            found = next((w for w in options if w.first and w.first > day), UNKNOWN)
        else:
            found = next((w for w in reversed(options) if w.last and w.last < day), UNKNOWN)
        word = "first after" if ahead else "last before"
        return found.on("text", f"the {word} {old.value} before it")
    return replace(UNKNOWN, ground="no date before it to count from")


def in_the_same_year(
    reading: r.InYear, context: Context, resolve: Callable[[r.Reading, Context], When]
) -> When:
    """Give the day, month or season in the year of the last date before it."""
    for old in reversed(context.history[-_MEMORY:]):
        if old.kind in ("duration", "set", "vague") or old.first is None:
            continue
        when = resolve(replace(reading.inner, year=old.first.year), context)
        return when.on("text", f"in the year of {old.value} before it")
    return replace(UNKNOWN, ground="no date before it whose year it could be in")


def _around(inner: r.Day | r.Month | r.Season, day: dt.date) -> list[When]:
    """Give the weekdays, months or seasons of the name around a day, in order."""
    if isinstance(inner, r.Day):
        near = [cal.add_days(day, n) for n in range(-7, 8)]
        return [cal.day_when(d) for d in near if d and d.weekday() == inner.weekday]
    years = range(max(1, day.year - 1), min(9998, day.year + 1) + 1)
    if isinstance(inner, r.Month):
        return [cal.month_when(year, inner.month) for year in years]
    return [cal.season_when(year, inner.code) for year in years]


def _told_there(old: When, before: list[When]) -> bool:
    """Whether a day of what was told stands before that of the telling, in the same breath."""
    told = before[-1] if before else None
    if told is None or told.grain != "day" or told.last is None or old.last is None:
        return False
    return dt.timedelta(0) <= old.last - told.last <= _NEWS


#: What goes on since a day no farther back may be news of that day.
_NEWS = dt.timedelta(days=7)


def _is_old(old: When, context: Context) -> bool:
    return old.first is not None and context.day is not None and old.first < context.day - _NEWS


def _is_ahead(old: When, context: Context) -> bool:
    """Whether a date lies ahead of the article, from which what is past cannot be counted."""
    day = context.day
    if day is None or old.first is None or old.first <= day:
        return False
    told = context.tense()
    return told.tense == "past" and not told.then  # "ils se verraient jeudi, et le lendemain"


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
