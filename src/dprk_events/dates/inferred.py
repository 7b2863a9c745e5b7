"""A reference date that no line states: what the dates of the text leave over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import make_day
from dprk_events.dates.page_words import page_words
from dprk_events.dates.recognise import Found
from dprk_events.dates.tense import guess_tense
from dprk_events.reading.article import Published

_INFERRED = 0.6
#: Articles copied from the web are not older than it.
_WEB = 1990
#: Days that a weekday's date may lie before and after the latest past date said with its year.
_BACK, _FORTH = 45, 460


@dataclass(frozen=True, slots=True)
class Anchor:
    """A past date with its year said: its first day, and whether a month was said."""

    day: dt.date
    fine: bool


def anchor_of(plain: str, found: Sequence[Found]) -> Anchor | None:
    """Give the latest past date with a year, if it carries: a month with it, or company.

    A lone year ("depuis la guerre de 1950") tells nothing of when the article was written.
    """
    anchors: list[Anchor] = []
    for one in found:
        reading = one.reading
        inner = reading.inner if isinstance(reading, r.PartOf | r.About | r.Since) else reading
        if not isinstance(inner, r.Day | r.Month | r.Year | r.Season) or not inner.year:
            continue
        ahead = page_words().ahead.search(plain[max(0, one.start - 20) : one.start])
        if ahead or guess_tense(plain, one.start, one.end).tense == "future":
            continue
        month = inner.month if isinstance(inner, r.Day | r.Month) else None
        day = make_day(inner.year, month or 1, 1)
        if day and inner.year >= _WEB:
            anchors.append(Anchor(day, month is not None))
    if not anchors:
        return None
    latest = max(anchors, key=lambda a: (a.day, a.fine))
    company = sum(a.day.year >= latest.day.year - 1 for a in anchors)
    return latest if latest.fine or company > 1 else None


def _day_in(reading: r.Reading) -> r.Day | None:
    """Give the day of "Vendredi 10 octobre", "vendredi 10 octobre au soir"."""
    inner = reading.inner if isinstance(reading, r.PartOf) else reading
    return inner if isinstance(inner, r.Day) else None


def _pinned(day: r.Day, anchor: Anchor) -> dt.date | None:
    """Give the date near the anchor on which the weekday is right.

    A weekday and day come back after 5 years at the soonest, so there is one at most.
    """
    if day.weekday is None or not day.day or not day.month or day.year:
        return None
    first = anchor.day - dt.timedelta(days=_BACK)
    last = anchor.day + dt.timedelta(days=_FORTH if anchor.fine else _FORTH + 365)
    for year in range(first.year, last.year + 1):
        date = make_day(year, day.month, day.day)
        if date and first <= date <= last and date.weekday() == day.weekday:
            return date
    return None


def inferred(plain: str, found: Sequence[Found]) -> Published | None:
    """Give the day that a weekday beside day and month pins near the latest year said."""
    days = [day for one in found if (day := _day_in(one.reading)) is not None]
    constraints = [d for d in days if d.weekday is not None and d.day and d.month and not d.year]
    anchor = anchor_of(plain, found) if constraints else None
    if anchor is None:
        return None
    pinned = [_pinned(d, anchor) for d in constraints]
    dates = [d for d in pinned if d]
    # One weekday that fits no year near the anchor speaks against them all.
    if len(dates) < len(pinned) or max(dates) - min(dates) > dt.timedelta(days=60):
        return None
    several = len(set(dates)) > 1
    if not anchor.fine:
        # A bare year is often far from the article's own; one weekday fits by chance 2 times of 7.
        return Published(max(dates), "text", _INFERRED - 0.1) if several else None
    return Published(max(dates), "text", _INFERRED + (0.1 if several else 0.0))
