"""What events and happenings can be counted by: each key with a function that gives its values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

from dprk_events.records import EventRecord, HappeningRecord
from dprk_events.records.flat import FlatFiller
from dprk_events.records.happening import HappeningParty

Told = EventRecord | HappeningRecord
NONE = "-"
"""Value of a key that an event does not have: no date, no actor with a country, no source."""
ARROW, DASH = " → ", " – "
"""Between the countries of a pair: who acts and who is acted upon; two that act together."""


def _date(event: Told, length: int) -> set[str]:
    """Return the year or month of the event, if it lies within a single one."""
    time = event.time
    if time.earliest is None or time.latest is None:
        return {NONE}
    first, last = time.earliest[:length], time.latest[:length]
    return {first if first == last else NONE}


def _countries(event: Told, side: str) -> set[str]:
    return {
        country
        for role in event.roles
        if isinstance(role, FlatFiller | HappeningParty) and role.role == side
        for country in role.countries
    }


def _pairs(event: Told) -> set[str]:
    """Return who acts on whom; if nobody is acted upon, who acts together with whom."""
    actors, recipients = _countries(event, "actor"), _countries(event, "recipient")
    if recipients:
        return {ARROW.join(pair) for pair in product(actors, recipients)}
    return {DASH.join(pair) for pair in combinations(sorted(actors), 2)}


def _voices(event: Told) -> Iterator[str]:
    """Yield on whose word an event stands, of a happening in any of its documents."""
    if isinstance(event, EventRecord):
        yield from (source.name for source in event.sources)
    else:
        yield from (voice for each in event.events for voice in each.key.voices)


def _publishers(event: Told) -> Iterator[str | None]:
    if isinstance(event, EventRecord):
        yield event.doc.source
    else:
        yield from (each.source for each in event.events)


KEYS: dict[str, Callable[[Told], set[str]]] = {
    "type": lambda event: {event.type},
    "modality": lambda event: {event.modality},
    "month": lambda event: _date(event, len("2024-01")),
    "year": lambda event: _date(event, len("2024")),
    "country": lambda event: _countries(event, "actor"),
    "recipient": lambda event: _countries(event, "recipient"),
    "pair": _pairs,
    "source": lambda event: set(_voices(event)),
    "publisher": lambda event: {each for each in _publishers(event) if each},
}
"""The keys to count by. A function may return nothing: see :func:`values_of`."""


def values_of(key: str, event: Told) -> set[str]:
    """Return the values of a key that an event has: :data:`NONE` if it has none."""
    return KEYS[key](event) or {NONE}


def in_order(values: tuple[str, ...]) -> tuple[tuple[bool, str], ...]:
    """Return a key by which values are sorted: by their characters, :data:`NONE` last."""
    return tuple((value == NONE, value) for value in values)
