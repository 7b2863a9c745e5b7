"""Events and happenings → rows of plain values, for data frames, CSV, spreadsheets and maps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dprk_events.records.flat import EventRecord

Cell = str | int | float | bool | None
Line = Mapping[str, Any]
"""A line of the output contract as plain values: an event or a happening."""

CELLS = (
    "id", "date", "earliest", "latest", "type", "modality", "who", "who_countries", "whom",
    "whom_countries", "instrument", "quantity_min", "quantity_max", "place", "latitude",
    "longitude", "precision", "sources", "documents", "confidence", "sentence", "title", "url",
    "path", "plover", "cameo", "dprk", "maker", "name", "location", "origin", "destination",
    "country", "known", "publisher", "published", "mention_confidence", "trigger", "rule", "event",
    "doc",
)  # fmt: skip
"""The columns of a row, in order."""

_NAMES = {
    "who": "actor", "whom": "recipient", "instrument": "instrument", "maker": "maker",
    "name": "name", "location": "location", "origin": "origin", "destination": "destination",
}  # fmt: skip
"""Column → the role whose names it holds."""
_DIGITS = 12
"""Digits of a document's hash in the id of a row: they keep a million documents apart."""


def event_cells(event: EventRecord) -> dict[str, Cell]:
    """Return one event as a mapping from column to value, in column order.

    Several participants of a role, their countries, and several sources are joined by ``"; "``. A
    column without a value is None. ``id`` is unique among all documents, ``event`` in its own.
    """
    return line_cells(event.model_dump(by_alias=True))


def line_cells(line: Line) -> dict[str, Cell]:
    """Return an event line or a happening line as a row, with the columns of :data:`CELLS`.

    The ``sentence``, ``url`` and ``path`` of a happening are those of its first event, and its
    ``sources`` are all who published it. What only one document can have is None for happenings.
    """
    own = _of_happening(line) if line["record"] == "happening" else _of_event(line)
    cells = {**_of_both(line), **own}
    return {column: cells.get(column) for column in CELLS}


def row_id(doc: str, event: str) -> str:
    """Return the id of an event's row, from the hash of its document and its id in it."""
    return f"{doc.removeprefix('sha256:')[:_DIGITS]}-{event}"


def participants(line: Line, role: str) -> list[Line]:
    """Return the entries of one role, in order."""
    return [each for each in line["roles"] if each["role"] == role]


def joined(names: Iterable[str]) -> str | None:
    """Join names, each once and on one line; None if there are none."""
    return "; ".join(dict.fromkeys(filter(None, map(_on_one_line, names)))) or None


def _of_both(line: Line) -> dict[str, Cell]:
    time, place, codes = line["time"], line.get("place") or {}, line.get("codes") or {}
    cells: dict[str, Cell] = {
        "date": time["value"],
        "earliest": time["earliest"],
        "latest": time["latest"],
        **{key: line.get(key) for key in ("type", "modality", "dprk", "known", "confidence")},
        **{key: place.get(key) for key in ("latitude", "longitude", "precision", "country")},
        "place": place.get("name"),
        "plover": codes.get("plover"),
        "cameo": codes.get("cameo"),
    }
    for column, role in _NAMES.items():
        cells[column] = joined(each["name"] for each in participants(line, role))
    for column in ("who", "whom"):
        those = participants(line, _NAMES[column])
        cells[f"{column}_countries"] = joined(c for each in those for c in each["countries"])
    for quantity in participants(line, "quantity")[:1]:
        value = quantity["value"]
        cells["quantity_min"] = quantity["min"] if value is None else value
        cells["quantity_max"] = quantity["max"] if value is None else value
    return cells


def _of_event(line: Line) -> dict[str, Cell]:
    doc = line["doc"]
    first = min(line["mentions"], key=lambda mention: int(mention["trigger"]["start"]))
    return {
        "id": row_id(doc["id"], line["id"]),
        "sources": joined(each["name"] for each in line["sources"]),
        "documents": 1,
        "sentence": _on_one_line(first["sentence"]["text"]),
        **{key: doc[key] for key in ("title", "url", "path")},
        "publisher": doc["source"],
        "published": doc["published"]["value"],
        "mention_confidence": line["mention_confidence"],
        "trigger": first["trigger"]["text"],
        "rule": first["rule"],
        "event": line["id"],
        "doc": doc["id"],
    }


def _of_happening(line: Line) -> dict[str, Cell]:
    events = line["events"]
    first = events[0] if events else {}
    return {
        "id": line["id"],
        "sources": joined(str(each["source"]) for each in events if each.get("source")),
        "documents": line["documents"],
        "sentence": _on_one_line(first.get("quote")),
        "url": first.get("url"),
        "path": first.get("path"),
        "publisher": first.get("source"),
        "published": line.get("first_published"),
        "event": first.get("event"),
        "doc": first.get("doc"),
    }


def _on_one_line(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())
