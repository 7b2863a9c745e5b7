"""The tests in their order, and what they say together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from dprk_events.linking.data import kinds
from dprk_events.linking.item import Item
from dprk_events.linking.judging.modalities import modality
from dprk_events.linking.judging.parties import bodies, countries, once, persons
from dprk_events.linking.judging.places import place, stops
from dprk_events.linking.judging.things import (
    copies,
    deeds,
    instruments,
    names,
    nearby,
    numbers,
    series,
    things,
)
from dprk_events.linking.judging.times import rare, times
from dprk_events.linking.verdict import APART, DECIDED, Verdict

_LAST = (APART, DECIDED)
Test = Callable[[Item, Item], Verdict | None]


def known(a: Item, b: Item) -> Verdict | None:
    """Compare the known happenings that both are said to be."""
    if a.known is None or b.known is None:
        return None
    if a.known == b.known:
        return Verdict(DECIDED, "same known happening", (a.known,))
    return Verdict(APART, "other known happenings", (a.known, b.known))


TESTS: tuple[Test, ...] = (
    known, once, series, deeds, times, rare, modality, countries, persons, bodies, place, stops,
    names, things, nearby, instruments, numbers, copies,
)  # fmt: skip
"""Asked in this order; the first that rules it out decides, and so does a known happening."""


@cache
def _tests(kind: str) -> tuple[Test, ...]:
    """Return the tests that can have an answer for events of a type."""
    of = kinds()
    idle: dict[Test, bool] = {
        once: kind not in of.once,
        series: kind not in of.counted,
        rare: kind not in of.rare,
        stops: kind not in of.lasting,
    }
    return tuple(test for test in TESTS if not idle.get(test, False))


def points(a: Item, b: Item) -> float:
    """Return the points for two events being one happening; :data:`APART` if they cannot be."""
    total = 0.0
    for test in _tests(a.type):
        said = test(a, b)
        if said is not None:
            if said.points in _LAST:
                return said.points
            total += said.points
    return total


def verdicts(a: Item, b: Item) -> Iterator[Verdict]:
    """Yield what the tests say, up to the first that decides."""
    for test in _tests(a.type):
        said = test(a, b)
        if said is not None:
            yield said
            if said.points in _LAST:
                return
