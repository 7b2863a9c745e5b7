"""Count saved events by type, month, country, modality or source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from dprk_events.corpus.steps import Row, StepError
from dprk_events.records import DocumentRecord, EventRecord, Record, flatten_events
from dprk_events.records.flat import FlatFiller

NONE = "-"
"""Value of a key that an event does not have: no date, no actor with a country, no source."""


def run(
    records: Iterable[Record],
    *,
    by: Sequence[str] = ("type", "modality"),
    everything: bool = False,
) -> Iterator[Row]:
    """Count events by one or more keys, sorted by the values of the keys.

    An event with several values of a key, such as two acting countries, counts once under each.

    Args:
        records: Document or event records.
        by: Key to count by: type, modality, month, year, country (of the actor), source.
        everything: Also count events that do not involve North Korea.

    Raises:
        StepError: There is no such key.

    """
    for key in by:
        if key not in KEYS:
            raise StepError(f"--by {key}: no such key. Choose one of {', '.join(KEYS)}.")
    counts: Counter[tuple[str, ...]] = Counter()
    for event in _events(records):
        if event.dprk or everything:
            counts.update(product(*(KEYS[key](event) for key in by)))
    for values, count in sorted(counts.items()):
        yield {"record": "count", **dict(zip(by, values, strict=True)), "events": count}


def _events(records: Iterable[Record]) -> Iterator[EventRecord]:
    for record in records:
        if isinstance(record, DocumentRecord):
            yield from flatten_events(record, None)
        elif isinstance(record, EventRecord):
            yield record


def _date(event: EventRecord, length: int) -> set[str]:
    """Return the year or month of the event, if it lies within a single one."""
    time = event.time
    if time.earliest is None or time.latest is None:
        return {NONE}
    first, last = time.earliest[:length], time.latest[:length]
    return {first if first == last else NONE}


def _countries(event: EventRecord) -> set[str]:
    return {
        country
        for role in event.roles
        if isinstance(role, FlatFiller) and role.role == "actor"
        for country in role.countries
    } or {NONE}


def _sources(event: EventRecord) -> set[str]:
    return {source.name for source in event.sources} or {NONE}


KEYS: dict[str, Callable[[EventRecord], set[str]]] = {
    "type": lambda event: {event.type},
    "modality": lambda event: {event.modality},
    "month": lambda event: _date(event, len("2024-01")),
    "year": lambda event: _date(event, len("2024")),
    "country": _countries,
    "source": _sources,
}
"""The keys to count by, each with a function that returns an event's values, at least one."""

CHOICES = {"by": tuple(KEYS)}
"""The values of an argument, which the command line completes."""
