"""What the program's register of known happenings says of their days."""

from __future__ import annotations

from functools import cache

from dprk_events.known import Register, load_known
from dprk_events.linking.when import WEEK, When, within

_MONTH = 27
"""So many days or more from the first to the last are a month of which no day is known."""


def narrowed(when: When, known: str | None) -> When:
    """Return the days of a known happening, where the text tells only its month or year.

    One of which the register itself tells no more than the month narrows nothing.
    """
    if known is None or when.first is None or when.last is None:
        return when
    if when.last - when.first < WEEK or (days := _days_of(known)) is None:
        return when
    if when.first <= days[0] and days[1] <= when.last and days[1] - days[0] < _MONTH:
        return within(when, days)
    return when


@cache
def _days_of(known: str) -> tuple[int, int] | None:
    """Return the first and last day of a happening, as the register of the program knows it."""
    found = _register().get(known)
    return None if found is None else (found.earliest.toordinal(), found.latest.toordinal())


@cache
def _register() -> Register:
    return load_known()
