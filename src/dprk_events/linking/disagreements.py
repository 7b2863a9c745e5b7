"""What the sources of a happening tell differently: figures, days, places, who is responsible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from dprk_events.linking.data import kinds
from dprk_events.linking.entry import Entry
from dprk_events.linking.item import head
from dprk_events.linking.judging.places import within
from dprk_events.linking.sources import Sources
from dprk_events.linking.tally import Tally
from dprk_events.linking.when import DAY, when_of

Json = dict[str, Any]
Figure = tuple[int | None, int | None, int | None]
_LOCAL = frozenset({"site", "town", "region"})


def disagreements(kind: str, entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    """Yield the disagreements between the entries of a happening, as the record holds them."""
    yield from _figures(entries, sources)
    yield from _days(entries, sources)
    yield from _places(entries, sources)
    if kind not in kinds().symmetric:
        yield from _responsible(entries, sources)


def _figures(entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    counted: dict[str, str] = {}
    for entry in entries:
        for each in entry["key"]["quantities"]:
            if each["of"] is not None:
                counted.setdefault(head(each["of"]), each["of"])
    for what, name in sorted(counted.items()):
        tally = Tally(entries, lambda entry, what=what: _of(entry, what), sources)  # type: ignore[misc]
        if any(_disjoint(a, b) for a, b in combinations(tally, 2)):
            versions = [
                _version(tally, each, value=each[0], low=each[1], high=each[2]) for each in tally
            ]
            yield {"key": "quantity", "of": name, "values": versions}


def _of(entry: Entry, what: str) -> Iterator[Figure]:
    for each in entry["key"]["quantities"]:
        if each["of"] is not None and head(each["of"]) == what:
            yield each["value"], each["min"], each["max"]


def _disjoint(a: Figure, b: Figure) -> bool:
    low = max(_low(a), _low(b))
    return low > min(_high(a), _high(b))


def _low(figure: Figure) -> float:
    value, low, _ = figure
    return low or 0 if value is None else value


def _high(figure: Figure) -> float:
    value, _, high = figure
    if value is not None:
        return value
    return float("inf") if high is None else high


def _days(entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    tally = Tally(entries, _day, sources)
    if any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(tally, 2)):
        versions = [_version(tally, each, value=each[2]) for each in tally]
        yield {"key": "day", "of": None, "values": versions}


def _day(entry: Entry) -> Iterable[tuple[int, int, str]]:
    when = when_of(entry["key"], entry["modality"])
    if when.first is not None and when.last is not None and when.last - when.first < DAY:
        yield when.first, when.last, entry["key"]["time"]["value"]


def _places(entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    tally = Tally(entries, _place, sources)
    if any(
        a[0] == b[0] and not within(a[1], b[1]) and not within(b[1], a[1])
        for a, b in combinations(tally, 2)
    ):
        versions = [_version(tally, each, value=each[1]) for each in tally]
        yield {"key": "place", "of": None, "values": versions}


def _place(entry: Entry) -> Iterable[tuple[str, str]]:
    place = entry["key"]["place"]
    if place is not None and place["precision"] in _LOCAL:
        yield place["role"], place["name"]


def _responsible(entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    tally = Tally(entries, _actors, sources)
    if any(not {*a} & {*b} for a, b in combinations(tally, 2)):
        versions = [_version(tally, each, value=list(each)) for each in tally]
        yield {"key": "responsibility", "of": None, "values": versions}


def _actors(entry: Entry) -> Iterable[tuple[str, ...]]:
    parties = entry["key"]["participants"]
    found = {code for each in parties if each["role"] == "actor" for code in each["countries"]}
    if found:
        yield tuple(sorted(found))


def _version(
    tally: Tally[Any], given: Any, *, value: Any, low: int | None = None, high: int | None = None
) -> Json:
    return {
        "value": value,
        "min": low,
        "max": high,
        "sources": tally.count(given),
        "said_by": tally.said_by(given),
        "according_to": tally.according_to(given),
    }
