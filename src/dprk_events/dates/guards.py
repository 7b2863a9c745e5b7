"""What looks like a date and is none: which check each rule's matches must pass."""

from __future__ import annotations

from dprk_events.dates import guards_counts as counts
from dprk_events.dates import guards_names as names
from dprk_events.dates.matching import Match


def allowed(match: Match, text: str) -> bool:
    """Whether the neighbourhood lets the match stand."""
    check = _CHECKS.get(match.rule.name)
    if check and not check(match, text):
        return False
    return all(m is None or allowed(m, text) for m in (match.inner, match.second))


#: Rules whose forbidden matches are names or counts as a whole: no part of them is tried again.
NAMES = frozenset({"date", "year-to-year", "duration", "anaphor"})

_CHECKS = {
    "month": names.month,
    "month-shift": names.month,
    "month-shared-year": names.month,
    "year": counts.year,
    "duration": counts.duration,
    "date": names.date,
    "year-to-year": counts.year_range,
    "anaphor": names.idiom,
    "deictic-day": names.yesterday,
    "ago-dozens": counts.dozens,
    "later": counts.duration,
    "holiday": names.holiday,
    "numeric-day-month": counts.slashed,
    "numeric-short-year": counts.short_year,
    "within-days": counts.within,
    "weekday-ahead": counts.ahead,
    "month-two-digits": names.month,
    "season-two-digits": names.season,
    "season-year": names.season,
    "season-shift": names.last_season,
    "the-season": names.season,
    "early-weekday": names.weekday,
}
