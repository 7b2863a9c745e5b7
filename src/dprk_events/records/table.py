"""An event as a row of plain values, for tables: data frames, CSV, spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.records.document import Quantity
from dprk_events.records.flat import EventRecord, FlatFiller

Cell = str | int | float | bool | None


def event_row(event: EventRecord) -> dict[str, Cell]:
    """Give one event as column → value, in the order of the columns.

    Several fillers of a role, and several sources, are joined by ``"; "``, a name in its usual form
    where it is known. A column without a value is None.
    """
    first = min(event.mentions, key=lambda mention: mention.trigger.start)
    date, doc = event.date, event.doc
    quantities = [role for role in event.roles if isinstance(role, Quantity)]
    return {
        "id": event.id,
        "date": None if date is None else date.value,
        "earliest": None if date is None else date.earliest,
        "latest": None if date is None else date.latest,
        "type": event.type,
        "modality": event.modality,
        "who": _fillers(event, "actor"),
        "whom": _fillers(event, "recipient"),
        "instrument": _fillers(event, "instrument"),
        "maker": _fillers(event, "maker"),
        "name": _fillers(event, "name"),
        "quantity_min": _first(q.min if q.value is None else q.value for q in quantities),
        "quantity_max": _first(q.max if q.value is None else q.value for q in quantities),
        "location": _fillers(event, "location"),
        "origin": _fillers(event, "origin"),
        "destination": _fillers(event, "destination"),
        "sources": _joined(_sources(event)),
        "dprk": event.dprk,
        "confidence": event.confidence,
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


def _fillers(event: EventRecord, role: str) -> str | None:
    return _joined(
        (each.entity and each.entity.canonical) or each.text
        for each in event.roles
        if isinstance(each, FlatFiller) and each.role == role
    )


def _sources(event: EventRecord) -> Iterator[str]:
    for mention in event.mentions:
        source = mention.attribution
        if source is not None:
            yield (source.entity and source.entity.canonical) or source.text


def _joined(names: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(" ".join(name.split()) for name in names)) or None


def _first(numbers: Iterator[int | None]) -> int | None:
    return next(numbers, None)
