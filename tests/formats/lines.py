"""Records for the tests of formats: events with all that a table can show, and a happening."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dprk_events.formats import open_format
from dprk_events.reading import ReadingError
from dprk_events.records import (
    DocumentRecord,
    ErrorRecord,
    EventRecord,
    build_error,
    flatten_events,
)
from tests.records.samples import TEXT, sample

PLACE = {
    "name": "Sunan", "kb": None, "country": "KP", "latitude": 39.2, "longitude": 125.67,
    "precision": "town", "role": "origin",
}  # fmt: skip
FORMULA = "=cmd|' /C calc'!A0"


def document(text: str | None = TEXT) -> DocumentRecord:
    """A document with its text."""
    record = sample().record()
    return record.model_copy(update={"doc": record.doc.model_copy(update={"text": text})})


def events() -> list[EventRecord]:
    """The three events of the sample; the first has a title like a formula, the second no place."""
    first, second, third = flatten_events(sample().record(), TEXT)
    values = first.model_dump(by_alias=True)
    values["place"] = PLACE
    values["doc"] |= {"title": FORMULA, "url": "https://example.org/a", "source": "Le Quotidien"}
    values["attributes"]["site"] = {"value": "Sunan", "text": "Sunan", "start": 0, "end": 5}
    return [EventRecord.model_validate(values), changed(second, place=None), third]


def changed(event: EventRecord, **values: Any) -> EventRecord:
    """An event with other values."""
    return EventRecord.model_validate(event.model_dump(by_alias=True) | values)


def error() -> ErrorRecord:
    """A document that could not be read."""
    return build_error(ReadingError("x.txt", "empty", "Rien."))


def happening(**values: Any) -> dict[str, Any]:
    """A happening as `dprk-events link` writes it: two articles on one test."""
    quoted = {"event": "E1", "published": "2024-01-03", "why": "the same day"}
    return {
        "record": "happening", "schema": 2, "id": "h-2024-01-02-missile_test-KP-1",
        "type": "missile_test", "dprk": True, "modality": "reported",
        "time": {
            "value": "2024-01-02", "earliest": "2024-01-02", "latest": "2024-01-02",
            "ground": "stated",
        },
        "place": PLACE,
        "roles": [
            {"role": "actor", "name": "Corée du Nord", "kind": "state", "countries": ["KP"],
             "kb": "Q423", "sources": 2},
            {"role": "quantity", "of": "missiles", "value": None, "min": 2, "max": 3, "sources": 1},
        ],
        "known": None, "documents": 2, "sources": 2, "first_published": "2024-01-03",
        "disagreements": [{"key": "quantity", "values": [{"value": 2, "sources": 1}]}],
        "events": [
            {**quoted, "doc": sample().article.id, "path": "articles/tir.txt",
             "source": "Le Quotidien", "quote": "La Corée du Nord a tiré deux missiles."},
            {**quoted, "doc": "sha256:" + "0" * 64, "path": "b.txt", "source": None,
             "quote": "Pyongyang a tiré trois engins."},
        ],
        **values,
    }  # fmt: skip


def written(
    name: str, records: Iterable[Any], columns: str | None = "events", *, excel: bool = False
) -> bytes:
    """What a format that writes to a stream makes of records."""
    sink = io.BytesIO()
    with open_format(name, sink, "events", columns=columns, excel=excel) as out:
        for record in records:
            out.item(record)
    return sink.getvalue()


def made(
    name: str, path: Path, records: Iterable[DocumentRecord | Mapping[str, Any] | Any]
) -> Path:
    """The path of what a format makes that needs a file or folder of its own."""
    with open_format(name, path, "documents") as out:
        for record in records:
            out.item(record)
    return path
