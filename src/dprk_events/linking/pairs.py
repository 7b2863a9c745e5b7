"""Which events to compare at all: those whose days meet, and those that share an identity.

All pairs of a type would be too many. News and events with a day are swept over in order of time:
only what overlaps is compared. Events of which only the month or year is known, or nothing, need
more than their time to be linked: a place, a person, a thing in common. So they are compared where
they share such a key — and a key that very many events have identifies none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from dprk_events.linking.data import kinds, pace_of
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points
from dprk_events.linking.ties import Pairs
from dprk_events.linking.when import MONTH, WEEK

_COMMON = 60
"""A key of more events than this identifies none; those of a month or year of theirs may."""
_WORTH = 1.0
"""Days are looked at for which a time has so many points."""
_FRESH, _AHEAD = 4, 14
"""At most so many days before publication is news looked for, after it what is announced."""
_CROWD = 100
"""An event is compared with at most so many before it whose days meet its own."""

Window = tuple[int, int, int]
"""First day, last day, number of the item."""


def linkable(items: Sequence[Item], least: float) -> Pairs:
    """Return the pairs of items that have ``least`` points or more."""
    pairs = Pairs()
    for number, others in _candidates(items):
        for other in others:
            i, j = (number, other) if number < other else (other, number)
            gained = points(items[i], items[j])
            if gained >= least:
                pairs.add(gained, i, j)
    return pairs


def _candidates(items: Sequence[Item]) -> Iterator[tuple[int, set[int]]]:
    """Yield each item with those yielded before it that it is to be compared with.

    What the sweep leaves out comes last. No pair comes twice, and none has to be remembered.
    """
    groups_of: dict[int, list[list[int]]] = defaultdict(list)
    for numbers in _blocks(items):
        so_far: list[int] = []
        for number in numbers:
            groups_of[number].append(so_far)
    windows = sorted(_windows(items))
    swept = {number for _, _, number in windows}
    for number, near in chain(
        _sweep(windows), ((n, []) for n in range(len(items)) if n not in swept)
    ):
        groups = groups_of.pop(number, [])
        yield number, set(chain(near, *groups)) - {number}
        for so_far in groups:
            so_far.append(number)


def _windows(items: Sequence[Item]) -> Iterator[Window]:
    for number, item in enumerate(items):
        when, pace = item.when, pace_of(item.type)
        widest = MONTH if item.type in kinds().lasting else WEEK
        if when.first is not None and when.last is not None and when.last - when.first < widest:
            yield when.first, when.last + max(1, min(pace.lasting, _FRESH)), number
        elif when.news is not None:
            before = max(days for days, gained in pace.fresh if gained >= _WORTH)
            after = _AHEAD if when.ahead else min(pace.eve, _FRESH)
            yield when.news - min(before, _FRESH), when.news + after, number


def _sweep(windows: Sequence[Window]) -> Iterator[tuple[int, list[int]]]:
    """Yield each item with those whose windows meet its own; of a crowd with the next in time."""
    open_: list[tuple[int, int]] = []
    for first, last, number in windows:
        open_ = [each for each in open_ if each[0] >= first]
        yield number, [other for _, other in open_[-_CROWD:]]
        open_.append((last, number))


def _blocks(items: Sequence[Item]) -> Iterator[list[int]]:
    """Yield groups of items that share an identity, none of them large."""
    by_key: dict[object, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for key in identities(item):
            by_key[key].append(number)
    for numbers in by_key.values():
        if len(numbers) <= _COMMON:
            yield numbers
            continue
        for length in (366, MONTH):
            parts = _by_time(items, numbers, length)
            yield from (part for part in parts if len(part) <= _COMMON)
            numbers = [n for part in parts if len(part) > _COMMON for n in part]  # noqa: PLW2901


def _by_time(items: Sequence[Item], numbers: Sequence[int], length: int) -> list[list[int]]:
    parts: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        when = items[number].when
        if when.first is not None and when.last is not None and when.last - when.first < length:
            for part in range(when.first // length, when.last // length + 1):
                parts[part].append(number)
    return list(parts.values())


def identities(item: Item) -> Iterator[tuple[object, ...]]:
    """Yield the keys that another event of the same happening is likely to have as well."""
    if item.known is not None:
        yield "known", item.known
    if item.place is not None and item.place.precision != "country":
        yield "place", item.place.name
    persons = sorted(item.actors.persons | item.recipients.persons)
    for place, one in enumerate(persons):
        yield "person", one
        for other in persons[place + 1 :]:
            yield "persons", one, other
    for name in sorted(item.names | item.weapons):
        yield "name", name
    for thing in sorted(item.recipients.things | item.recipients.places):
        yield "thing", thing
    for name in sorted(item.nearby):
        yield "nearby", name
    countries = sorted(item.actors.countries | item.recipients.countries)
    if len(countries) > 1:
        yield "countries", *countries
    for country in countries:
        yield "country", country
    yield ("time",)
