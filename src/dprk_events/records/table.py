"""Turn an event into a row of plain values, for data frames, CSV and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.records.document import Quantity
from dprk_events.records.flat import EventRecord, FlatFiller

Cell = str | int | float | bool | None


def event_cells(event: EventRecord) -> dict[str, Cell]:
    """Return one event as a mapping from column to value, in column order.

    Several participants of a role, their countries, and several sources are joined by ``"; "``. A
    column without a value is None.
    """
    first = min(event.mentions, key=lambda mention: mention.trigger.start)
    doc, place = event.doc, event.place
    quantities = [role for role in event.roles if isinstance(role, Quantity)]
    return {
        "id": event.id,
        "date": event.time.value,
        "earliest": event.time.earliest,
        "latest": event.time.latest,
        "type": event.type,
        "modality": event.modality,
        "who": _names(event, "actor"),
        "who_countries": _countries(event, "actor"),
        "whom": _names(event, "recipient"),
        "whom_countries": _countries(event, "recipient"),
        "instrument": _names(event, "instrument"),
        "maker": _names(event, "maker"),
        "name": _names(event, "name"),
        "quantity_min": _first(q.min if q.value is None else q.value for q in quantities),
        "quantity_max": _first(q.max if q.value is None else q.value for q in quantities),
        "place": None if place is None else place.name,
        "latitude": None if place is None else place.latitude,
        "longitude": None if place is None else place.longitude,
        "precision": None if place is None else place.precision,
        "location": _names(event, "location"),
        "origin": _names(event, "origin"),
        "destination": _names(event, "destination"),
        "sources": _joined(source.name for source in event.sources),
        "dprk": event.dprk,
        "confidence": event.confidence,
        "mention_confidence": event.mention_confidence,
        "plover": event.codes.plover,
        "cameo": event.codes.cameo,
        "trigger": first.trigger.text,
        "rule": first.rule,
        "sentence": first.sentence.text,
        "published": doc.published.value,
        "title": doc.title,
        "path": doc.path,
        "doc": doc.id,
    }


def _of_role(event: EventRecord, role: str) -> Iterator[FlatFiller]:
    for each in event.roles:
        if isinstance(each, FlatFiller) and each.role == role:
            yield each


def _names(event: EventRecord, role: str) -> str | None:
    return _joined(each.name for each in _of_role(event, role))


def _countries(event: EventRecord, role: str) -> str | None:
    return _joined(country for each in _of_role(event, role) for country in each.countries)


def _joined(names: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(name.split()) for name in names)) or None


def _first(numbers: Iterator[int | None]) -> int | None:
    return next(numbers, None)
