"""Compare how fine dates are, to choose among several."""

from __future__ import annotations

from collections.abc import Iterable

from dprk_events.dates import Timex
from dprk_events.french import word_lists
from dprk_events.names import DateGrain
from dprk_events.syntax import DocView

GRAINS: tuple[DateGrain, ...] = (
    "day", "night", "weekend", "week", "month", "season", "quarter", "half", "span", "year",
    "decade", "century",
)  # fmt: skip
"""Finest first. A span between two dates may last days or years, so it ranks below any grain
shorter than a year."""
NO_YEAR = "XXXX"
BETWEEN_DATES = word_lists(__package__)["between_dates"] | {""}


def finer(one: Timex, other: Timex) -> bool:
    """Return whether ``one`` is finer than ``other``; a date without a value is coarsest."""
    return _rank(one) < _rank(other)


def finest(view: DocView, numbers: Iterable[int]) -> int | None:
    """Return the finest of several dates, the first of equally fine ones; None if there is none."""
    return min(numbers, key=lambda number: _rank(view.dates[number]), default=None)


def finer_beside(view: DocView, number: int) -> int:
    """Return the date itself, or a finer one directly after it: "un mois plus tôt, le 24 mars"."""
    if number + 1 >= len(view.dates):
        return number
    one, other = view.dates[number], view.dates[number + 1]
    beside = view.text[one.end : other.start].strip(" ,") in BETWEEN_DATES
    return number + 1 if beside and finer(other, one) else number


def _rank(date: Timex) -> int:
    """Return the rank of a date in :data:`GRAINS`; an open-ended one ranks as a span."""
    if date.value is None or date.grain is None:
        return len(GRAINS)
    if date.value.startswith(NO_YEAR) and ".." in date.value:
        return len(GRAINS) - 1  # "depuis fin décembre" of no year
    if date.value.startswith("{"):
        return GRAINS.index("day")  # "les 4 et 9 mars"
    return GRAINS.index("span" if ".." in date.value else date.grain)
