"""From a reading to a calendar value: explicit year, then weekday, then nearness, then tense.

The reference date is the publication date. A reference that was only inferred fixes years, not
days: "hier" or a bare weekday stay open with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dprk_events.dates import calendar as cal
from dprk_events.dates import nearest
from dprk_events.dates import readings as r
from dprk_events.dates.calendar import UNKNOWN, When
from dprk_events.dates.tense import Tense
from dprk_events.names import Anchor, DateGrain
from dprk_events.reading.article import Published

#: Below this confidence a reference out of the text settles years only.
SURE = 0.75


@dataclass(slots=True)
class Context:
    """What an expression hangs on. ``history`` holds the expressions before it, in text order."""

    reference: Published
    tense: Callable[[], Tense | None]
    history: list[When] = field(default_factory=list)
    frame_year: int | None = None
    begun: bool = False  # it lies in the past for certain ("depuis …")

    @property
    def day(self) -> dt.date | None:
        """The reference where it is good to the day."""
        sure = self.reference.source != "text" or (self.reference.confidence or 0) >= SURE
        return self.reference.value if sure else None

    @property
    def near(self) -> dt.date | None:
        """The reference where it is good to the year at least."""
        return self.reference.value

    @property
    def anchor(self) -> Anchor:
        """What a value drawn from the reference stands on."""
        return "published" if self.day else "text"

    def past(self) -> Context:
        """Give the same context for something that has certainly begun."""
        return Context(self.reference, lambda: "past", self.history, self.frame_year, True)

    def untensed(self) -> Context:
        """Give the same context where the verb tells nothing ("jusqu'à …")."""
        return Context(self.reference, lambda: None, self.history, self.frame_year)


def resolve(reading: r.Reading, context: Context) -> When:
    """Give the value of ``reading``, null where its words and the context do not give one."""
    match reading:
        case r.Day():
            return _day(reading, context)
        case r.Month():
            return _month(reading, context)
        case r.Year(year):
            return cal.year_when(year).on("explicit", "the year is said")
        case r.Season():
            return _season(reading, context)
        case r.Fraction():
            return _fraction(reading, context)
        case r.Decade(first):
            return cal.decade_when(first).on("explicit", "the decade is said")
        case r.Century():
            return _century(reading, context)
        case r.Shift():
            return _shift(reading, context)
        case r.SameDayOf(year):
            return _same_day_of(year, context)
        case r.InYear():
            return _in_year(reading, context)
        case r.Open(kind):
            return replace(UNKNOWN, kind=kind, ground="no calendar date in these words")
        case _:
            return _composed(reading, context)


def _composed(reading: r.Reading, context: Context) -> When:
    from dprk_events.dates.compose import compose  # noqa: PLC0415  (the two call each other)

    return compose(reading, context)


def _day(day: r.Day, context: Context) -> When:
    if day.day is None:
        return _weekday(day, context)
    if day.month is None:
        return _day_of_month(day, context)
    if day.year is not None:
        date = cal.make_day(day.year, day.month, day.day)
        when = cal.day_when(date).on("explicit", "day, month and year are said")
        if date and day.weekday is not None and date.weekday() != day.weekday:
            return replace(when, ground="day, month and year are said; the weekday disagrees")
        return when
    if context.frame_year is not None and day.shift is None:
        framed = nearest.days_of((context.frame_year,), day.month, day.day, day.weekday)
        if framed:
            return framed[0].on("text", f"the text is about {context.frame_year} here")
    near = context.near
    if near is None:
        return cal.open_year(day.month, day.day).on("none", "no reference date gives the year")
    # A weekday and date recur after 5, 6 or 11 years; 29 February after 4 or 8 (28 with weekday).
    reach = 8 if day.weekday is not None or (day.month, day.day) == (2, 29) else 1
    years = range(max(1, near.year - reach), min(9999, near.year + reach) + 1)
    options = nearest.days_of(years, day.month, day.day, day.weekday)
    if day.shift:
        return _shifted(day.shift, near, options, context)
    return _nearest(near, options, context, "nearest")


def _nearest(
    near: dt.date,
    options: list[When],
    context: Context,
    how: str,
    against: float = nearest.COARSE_AGAINST,
) -> When:
    if context.begun:
        options = [w for w in options if w.first and w.first <= near]
    tense = context.tense()
    if options and options[0].grain == "day":
        against = nearest.AGAINST
    chosen = nearest.choose(near, options, tense, against=against)
    if not chosen:
        return UNKNOWN
    ground = f"{how} to the reference {near.isoformat()}" + (f", {tense} tense" if tense else "")
    return chosen[0].on(context.anchor, ground, chosen[1])


def _shifted(shift: int, near: dt.date, options: list[When], context: Context) -> When:
    pick = nearest.before(near, options) if shift < 0 else nearest.after(near, options)
    if not pick:
        return UNKNOWN
    word = "last before" if shift < 0 else "first after"
    return pick.on(context.anchor, f"{word} the reference {near.isoformat()}")


def _weekday(day: r.Day, context: Context) -> When:
    near = context.day
    if near is None or day.weekday is None:
        return replace(UNKNOWN, grain="day", ground="a weekday with no reference date")
    if day.listed and context.history and (old := context.history[-1].first):
        date = cal.add_days(old, (day.weekday - old.weekday() - 1) % 7 + 1)
        return cal.day_when(date).on("published", "the first after the weekday listed before it")
    options = [cal.day_when(d) for d in nearest.weekdays_near(near, day.weekday)]
    if day.shift:
        week = cal.add_days(near, -7 if near.weekday() == day.weekday else 0)
        options += [cal.day_when(week)] if week and week != near else []
        return _shifted(day.shift, near, options, context)
    tense = context.tense()
    chosen = nearest.choose(near, options, tense, nearest.WEEKDAY_FUTURE_BIAS, 9.0)
    if not chosen:
        return UNKNOWN
    ground = f"weekday nearest to the reference {near.isoformat()}"
    return chosen[0].on("published", ground + (f", {tense} tense" if tense else ""), chosen[1])


def _day_of_month(day: r.Day, context: Context) -> When:
    near = context.day
    if near is None or day.day is None:
        return replace(UNKNOWN, grain="day", ground="a day with neither month nor reference date")
    options: list[When] = []
    for shift in range(-2, 3):
        year, month = cal.month_of(near, shift)
        options += nearest.days_of((year,), month, day.day, day.weekday)
    return _nearest(near, options, context, "day of the month nearest")


def _month(month: r.Month, context: Context) -> When:
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
        return _shifted(month.shift, near, options, context)
    # On a noun the verb's tense tells little more than for a day.
    against = nearest.AGAINST if month.loose else nearest.COARSE_AGAINST
    return _nearest(near, options, context, "nearest", against)


def _season(season: r.Season, context: Context) -> When:
    if season.year is not None:
        return cal.season_when(season.year, season.code).on("explicit", "season and year are said")
    near = context.near
    if near is None:
        return replace(UNKNOWN, grain="season", ground="no reference date gives the year")
    options = [cal.season_when(near.year + k, season.code) for k in (-2, -1, 0, 1)]
    if season.shift:
        return _shifted(season.shift, near, options, context)
    return _nearest(near, options, context, "nearest")


def _fraction(part: r.Fraction, context: Context) -> When:
    if part.year is not None:
        when = cal.fraction_when(part.year, part.unit, part.n)
        return when.on("explicit", f"{part.unit} and year are said")
    near = context.near
    if near is None:
        return replace(UNKNOWN, grain=part.unit, ground="no reference date gives the year")
    options = [cal.fraction_when(near.year + k, part.unit, part.n) for k in (-1, 0, 1)]
    if part.shift:
        return _shifted(part.shift, near, options, context)
    return _nearest(near, options, context, "nearest")


def _century(century: r.Century, context: Context) -> When:
    if century.n is not None:
        return cal.century_when(century.n).on("explicit", "the century is said")
    if context.near is None:
        return replace(UNKNOWN, grain="century", ground="no reference date")
    when = cal.century_when(context.near.year // 100 + 1 + (century.shift or 0))
    return when.on(context.anchor, "counted from the reference")


def _in_year(reading: r.InYear, context: Context) -> When:
    if context.day is None:
        return resolve(reading.inner, Context(Published(), context.tense))
    year = context.day.year + reading.n
    when = resolve(replace(reading.inner, year=year), context)
    return when.on("published", f"the year counted from the reference {context.day.isoformat()}")


def _same_day_of(year: int, context: Context) -> When:
    if context.day:
        date = cal.make_day(year, context.day.month, context.day.day)
        if date:
            return cal.day_when(date).on("published", "the reference's day in that year")
    return cal.year_when(year).on("explicit", "the year is said")


def _shift(shift: r.Shift, context: Context) -> When:
    if shift.base == "text":
        return _anaphor(shift, context)
    near = context.day
    if near is None:
        return replace(UNKNOWN, grain=_GRAINS[shift.unit], ground="no reference date to count from")
    if shift.unit == "weekend":
        return _weekend(shift.n, near, context)
    if shift.unit in ("quarter", "half"):
        return _this_fraction(shift.unit, near)
    when = count(near, shift)
    return when.on("published", f"counted from the reference {near.isoformat()}")


def _this_fraction(unit: str, near: dt.date) -> When:
    when = (
        cal.fraction_when(near.year, "quarter", (near.month + 2) // 3)
        if unit == "quarter"
        else cal.fraction_when(near.year, "half", (near.month + 5) // 6)
    )
    return when.on("published", f"the one of the reference {near.isoformat()}")


_GRAINS: dict[r.Unit, DateGrain] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "year": "year",
    "quarter": "quarter", "half": "half", "decade": "year", "century": "year",
}  # fmt: skip


def count(day: dt.date, shift: r.Shift) -> When:
    """``shift.n`` units from ``day``, as coarse as the unit."""
    unit, n = shift.unit, shift.n
    if unit == "day":
        when = cal.day_when(cal.add_days(day, n))
    elif unit == "week":
        when = cal.week_when(day, n) if abs(n) < 5000 else UNKNOWN
    elif unit == "month":
        when = cal.month_when(*cal.month_of(day, n)) if abs(n) < 120_000 else UNKNOWN
    else:
        when = cal.year_when(day.year + n * {"year": 1, "decade": 10, "century": 100}[unit])
    return about(when) if shift.about else when


def about(when: When) -> When:
    """Give the value marked approximate; spans are left as they are."""
    if when.value is None or when.kind == "span" or when.value[-1] in "~}":
        return when
    if "X" in when.value:
        return when
    return replace(when, value=when.value + "~")


def _weekend(n: int, near: dt.date, context: Context) -> When:
    options = []
    for week in (-1, 0, 1, 2):
        days = cal.week_when(near, week)
        if days.last:
            saturday = cal.add_days(days.last, -1)
            span = cal.span_when(cal.day_when(saturday), cal.day_when(days.last))
            options.append(replace(span, grain="weekend"))
    if n:
        return _shifted(n, near, options, context)
    chosen = nearest.choose(near, options, context.tense(), 1.0)
    if not chosen:
        return UNKNOWN
    ground = f"weekend nearest to the reference {near.isoformat()}"
    return chosen[0].on("published", ground, chosen[1])


#: Expressions that an anaphor looks back over.
_MEMORY = 12
_FINE: dict[str, tuple[str, ...]] = {
    "day": ("day", "night", "weekend"),
    "week": ("day", "night", "week", "weekend"),
    "weekend": ("day", "week", "weekend"),
    "month": ("day", "night", "week", "weekend", "month"),
}


def _anaphor(shift: r.Shift, context: Context) -> When:
    """Count from the last expression before it that is as fine as the unit."""
    fine = _FINE.get(shift.unit)
    for old in reversed(context.history[-_MEMORY:]):
        if old.kind in ("duration", "set", "vague") or old.grain is None:
            continue
        if (
            fine is not None
            and old.grain not in fine
            and not (
                old.grain == "span" and shift.unit == "day" and old.value and len(old.value) == 21
            )
        ):
            continue
        if old.partial and shift.unit == "day" and old.partial[1] is not None:
            return _partial(old.partial, shift.n)
        day = old.first if shift.n < 0 else old.last
        if day is None:
            if fine is None and old.grain in ("day", "month") and old.value is None:
                continue
            break
        if shift.unit == "weekend":
            days = cal.week_when(day)
            saturday = cal.add_days(days.last, -1) if days.last else None
            when = replace(
                cal.span_when(cal.day_when(saturday), cal.day_when(days.last)), grain="weekend"
            )
        else:
            when = count(day, shift)
        return when.on("text", f"counted from {old.value} before it")
    return replace(UNKNOWN, grain=_GRAINS[shift.unit], ground="no date before it to count from")


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
