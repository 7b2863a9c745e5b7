"""The test on time: which days both may mean, also a plan and what came of it."""

from __future__ import annotations

import datetime as dt

from dprk_events.linking.data import Pace, Steps, kinds, pace_of, rules
from dprk_events.linking.item import Item
from dprk_events.linking.verdict import APART, Verdict
from dprk_events.linking.when import DAY, MONTH, SEASON, WEEK, YEAR, When

_REASONS = (
    (DAY, "same day"), (WEEK, "same week"), (MONTH, "same month"), (SEASON, "same season"),
    (YEAR, "same year"),
)  # fmt: skip
_TELLING = 0.75
"""So many points for a time say something of what hardly ever happens."""
_BEFORE = 2
"""A day that news is too early counts as so many days that it is late."""


def times(a: Item, b: Item) -> Verdict | None:
    """Compare when two events happen."""
    one, other = a.when, b.when
    if one.ahead and other.done:
        return _plan(a, b)
    if other.ahead and one.done:
        return _plan(b, a)
    if one.told and other.told:
        return _told(a, b)
    if one.told:
        return _planned(one, b) if other.ahead else _half(a.type, one, other)
    if other.told:
        return _planned(other, a) if one.ahead else _half(a.type, other, one)
    return _untold(a.type, one, other)


def rare(a: Item, b: Item) -> Verdict | None:
    """Ask whether what hardly ever happens is told of the same days."""
    if a.type not in kinds().rare:
        return None
    said = times(a, b)
    if said is None or said.points < _TELLING:
        return None
    return Verdict(rules().what.rare, "rare")


def _told(a: Item, b: Item) -> Verdict | None:
    one, other = a.when, b.when
    if one.yearless is not None:
        return _yearless(one, other)
    if other.yearless is not None:
        return _yearless(other, one)
    gap = _gap(one, other)
    wide = max(one.width or YEAR + 1, other.width or YEAR + 1)
    if _are_two_nights(a.type, one, other):
        return Verdict(APART, "in different nights", (one, other))
    if gap > 0:
        return _near(a, b, gap, wide) or _apart(one, other)
    if one.width is None or other.width is None:
        return None
    narrow = one if one.width <= other.width else other
    points, reason = _by_width(wide, a.type), _same(wide)
    if wide <= MONTH and _last(a, b):
        points = max(points, rules().time.lasting)
    return Verdict(points, reason, (narrow,))


def _are_two_nights(kind: str, one: When, other: When) -> bool:
    """Whether two nights that share a day are told, of what happens night by night."""
    nights = one.width == other.width == DAY
    return nights and one.first != other.first and kind in kinds().daily


def _near(a: Item, b: Item, gap: int, wide: int) -> Verdict | None:
    """Compare days that are not the same: of something that lasts, or a day apart."""
    time, days = rules().time, (a.when, b.when)
    if gap <= pace_of(a.type).lasting and wide <= WEEK and _last(a, b):
        return Verdict(time.other_days, "days of what lasts", days)
    if gap == 1 and wide <= DAY and a.type not in kinds().daily:
        return Verdict(time.day_apart, "a day apart", days)
    return None


def _last(a: Item, b: Item) -> bool:
    """Whether both go on for days; of a journey, one may tell where to and the other who."""
    one, other = _lasts(a), _lasts(b)
    if one == other or a.type not in kinds().journey:
        return one and other
    placeless = b if one else a
    shared = a.actors.persons & b.actors.persons
    return bool(shared) and placeless.place is None and not placeless.stops


def _lasts(item: Item) -> bool:
    """Whether it goes on for days: a drill, or a visit to another country."""
    if item.type not in kinds().lasting:
        return False
    if item.type not in kinds().personal:
        return True
    place = item.place
    return place is not None and place.country not in item.actors.countries


def _apart(one: When, other: When) -> Verdict:
    return Verdict(APART, "at other times", (one, other))


def _by_width(days: int, kind: str) -> float:
    time = rules().time
    if days <= DAY:
        return time.same_day
    if days <= WEEK:
        return time.same_week
    if days <= MONTH:
        return time.same_month if kind in kinds().daily else time.the_month
    if days <= SEASON:
        return time.same_season
    if days > YEAR:
        return 0.0
    return time.the_year if kind in kinds().rare else time.same_year


def _same(days: int) -> str:
    return next((reason for width, reason in _REASONS if days <= width), "same time")


def _gap(one: When, other: When) -> int:
    """Return the days between two spans; 0 or less where they meet."""
    if one.first is None or other.last is None:
        if one.last is None or other.first is None:
            return 0
        return other.first - one.last
    before = one.first - other.last
    if one.last is None or other.first is None:
        return before
    return max(before, other.first - one.last)


def _yearless(one: When, other: When) -> Verdict | None:
    """Compare a month or day of an unknown year with another time."""
    month, day = one.yearless or (0, None)
    if other.yearless is not None:
        its_month, its_day = other.yearless
        if month != its_month or (day and its_day and day != its_day):
            return _apart(one, other)
        return _by_yearless(bool(day and its_day), one)
    if other.first is None or other.last is None or other.last - other.first >= MONTH:
        return None
    days = (dt.date.fromordinal(n) for n in range(other.first, other.last + 1))
    if any(each.month == month and day in (None, each.day) for each in days):
        return _by_yearless(bool(day) and other.last - other.first < DAY, one)
    return _apart(one, other)


def _by_yearless(exact: bool, what: When) -> Verdict:
    time = rules().time
    if exact:
        return Verdict(time.yearless_day, "same day of an unknown year", (what,))
    return Verdict(time.yearless_month, "same month of an unknown year", (what,))


def _plan(ahead: Item, done: Item) -> Verdict | None:
    """Compare a plan with what was done: not before it was made, at its time or put off."""
    plan, deed, time = ahead.when, done.when, rules().time
    last = deed.last if deed.told else None if deed.published is None else deed.published + 1
    if plan.published is not None and last is not None and last < plan.published:
        if ahead.modality == "possible":
            return None  # what is over may be doubted
        return Verdict(_against(ahead.type), "still planned when the other was over")
    late = _gap(plan, deed) if plan.told and deed.told else 0
    put_off = time.put_off if ahead.type in kinds().put_off else time.put_off_else
    if plan.told and deed.told and not (0 < late <= put_off and _follows(plan, deed)):
        return _told(ahead, done)
    first = deed.first if deed.told else deed.news
    if plan.published is None or first is None or plan.lead is False:
        return _news_of(ahead, done) if plan.told and not deed.told else None
    if plan.told and not deed.told:
        return _news_of(ahead, done)
    gained = _step(time.announced, max(0, first - plan.published))
    if not deed.told or first < plan.published:
        gained /= (
            2  # in a month of which part was over, it may have been done before it was planned
        )
    words = "put off and done" if late else "announced and done"
    return Verdict(gained, words, (deed,) if deed.told else ()) if gained else None


def _against(kind: str) -> float:
    """Return what speaks against a plan told when the other was over, or news long after it.

    One of the two may be read wrongly ("devait rencontrer"). What happens night by night, or is
    told of for months, is another one.
    """
    return APART if kind in kinds().daily | kinds().slow else rules().time.misread


def _news_of(plan: Item, deed: Item) -> Verdict | None:
    """Compare a plan for a day with news that names none: it may have been put off."""
    said, last, published = (
        _half(deed.type, plan.when, deed.when),
        plan.when.last,
        deed.when.published,
    )
    if said is None or said.points > 0 or last is None or published is None:
        return said
    if last < published <= last + rules().time.put_off:
        return None
    return said._replace(points=APART)


def _planned(told: When, untold: Item) -> Verdict | None:
    """Compare a plan that names no day with one that does: it comes soon after."""
    plan = untold.when
    if plan.published is None or told.first is None or told.last is None:
        return None
    if told.last < plan.published:
        if untold.modality == "possible":
            return None  # what is over may be doubted
        return Verdict(_against(untold.type), "still planned when the other was over")
    gained = _step(rules().time.announced, max(0, told.first - plan.published))
    return Verdict(gained, "announced for then", (told,)) if gained else None


def _follows(plan: When, deed: When) -> bool:
    return plan.last is not None and deed.first is not None and deed.first > plan.last


def _half(kind: str, told: When, other: When) -> Verdict | None:
    """Compare a told time with an event that has none: with when that was written, if at all."""
    published = other.published
    if published is None or told.yearless is not None:
        return None
    denied = not (other.done or other.ahead)
    # A denial answers for days, also what happens daily.
    pace = rules().pace["usual"] if denied and kind in kinds().daily else pace_of(kind)
    if other.done and told.first is not None and told.first > published + pace.eve:
        return Verdict(_against(kind), "told as done before it was", (told,))
    if other.ahead or told.last is None or told.first is None:
        return None
    width = told.last - told.first + 1
    if other.news is None and width > MONTH:
        return None
    steps = (*pace.passing, *rules().lead.back) if other.news is None else pace.fresh
    days = max(0, published - told.last, _BEFORE * (told.first - published))
    if other.news is not None and days > steps[-1][0]:
        return _late(kind, pace, told, other, days)
    gained = _step(steps, days)
    if not gained and not other.top:
        gained = _step((*pace.passing, *rules().lead.back), days)
    gained = min(gained, _by_width(width, kind))
    return Verdict(gained, "in the days of the news", (told,)) if gained else None


def _late(kind: str, pace: Pace, told: When, other: When, days: int) -> Verdict | None:
    """Compare a told time with news too late for it: below the headline, it may look back."""
    narrow = told.width is not None and told.width <= MONTH
    steps = pace.passing if other.top else (*pace.passing, *rules().lead.back)
    if narrow and (gained := _step(steps, days)):
        return Verdict(gained, "in passing, some days later", (told,))
    if not other.top and days <= steps[-1][0]:
        return None
    return Verdict(_against(kind), "news long after the other", (told,))


def _untold(kind: str, one: When, other: When) -> Verdict | None:
    if one.published is None or other.published is None:
        return None
    days = abs(one.published - other.published)
    if one.news is not None and other.news is not None:
        steps = pace_of(kind).alike
        if days > steps[-1][0]:
            later = one if one.published > other.published else other
            if not later.top and days <= rules().lead.back[-1][0]:
                return None
            return Verdict(APART, "news of different times")
        gained = _step(steps, days)
        return Verdict(gained, "news of the same days") if gained else None
    if gained := _step(pace_of(kind).beside, days):
        return Verdict(gained, "told in the same days")
    for news, past in ((one, other), (other, one)):
        if news.news is None or not past.done or past.published is None:
            continue
        if past.published < news.news - pace_of(kind).fresh[-1][0]:
            return Verdict(APART, "told as done before it was")
    return None


def _step(steps: Steps, days: int) -> float:
    for upto, points in steps:
        if days <= upto:
            return points
    return 0.0
