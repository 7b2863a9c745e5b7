"""The tests in their order, and what they say together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from dprk_events.linking.data import kinds
from dprk_events.linking.item import Item, Says
from dprk_events.linking.judging.modalities import modality
from dprk_events.linking.judging.parties import (
    bodies,
    countries,
    host,
    once,
    people,
    persons,
    posts,
    towards,
)
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


class Asked(NamedTuple):
    """A test, and which parts two events must both have, or one of them, for it to know anything.

    Without such parts it is always asked.
    """

    test: Test
    both: int = 0
    either: int = 0


_PERSONS = Says.PERSONS | Says.ITS_PERSONS
TESTS: tuple[Asked, ...] = (
    Asked(known, both=Says.KNOWN),
    Asked(once, both=_PERSONS),
    Asked(series, either=Says.SERIES),
    Asked(deeds, both=Says.DEEDS),
    Asked(times),
    Asked(rare),
    Asked(modality, either=Says.OPEN),
    Asked(countries),
    Asked(host, either=Says.PLACE),
    Asked(persons, both=_PERSONS),
    Asked(posts, both=Says.POSTS | Says.ITS_POSTS),
    Asked(people, both=Says.PEOPLE),
    Asked(towards, both=Says.TOWARDS),
    Asked(bodies, both=Says.BODIES | Says.ITS_BODIES),
    Asked(place, both=Says.PLACE),
    Asked(stops, both=Says.STOPS),
    Asked(names, both=Says.NAMES | Says.WEAPONS),
    Asked(things, both=Says.ITS_THINGS | Says.ITS_PLACES),
    Asked(nearby, both=Says.NEARBY),
    Asked(instruments, both=Says.CLASSES | Says.MEANS),
    Asked(numbers, both=Says.NUMBERS),
    Asked(copies, both=Says.MARK),
)
"""Asked in this order; the first that rules it out decides, and so does a known happening."""


def asked_of(a: Item, b: Item) -> tuple[Test, ...]:
    """Return the tests that can have an answer for two events of a type."""
    return _tests(a.type, a.says & b.says, (a.says | b.says) & _EITHER)


_EITHER = Says.SERIES | Says.OPEN | Says.PLACE


@lru_cache(maxsize=50_000)
def _tests(kind: str, both: int, either: int) -> tuple[Test, ...]:
    of = kinds()
    idle: dict[Test, bool] = {
        once: kind not in of.once,
        series: kind not in of.counted,
        rare: kind not in of.rare,
        host: kind not in of.between,
        stops: kind not in of.lasting,
    }
    return tuple(
        each.test
        for each in TESTS
        if not idle.get(each.test, False)
        if not each.both or each.both & both
        if not each.either or each.either & either
    )


def points(a: Item, b: Item) -> float:
    """Return the points for two events being one happening; :data:`APART` if they cannot be."""
    total = 0.0
    for test in asked_of(a, b):
        said = test(a, b)
        if said is not None:
            if said.points in _LAST:
                return said.points
            total += said.points
    return total


def verdicts(a: Item, b: Item) -> Iterator[Verdict]:
    """Yield what the tests say, up to the first that decides."""
    for test in asked_of(a, b):
        said = test(a, b)
        if said is not None:
            yield said
            if said.points in _LAST:
                return
