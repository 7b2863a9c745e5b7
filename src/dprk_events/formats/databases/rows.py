"""A document, event or happening → its rows in each table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dprk_events.formats.databases.schema import SCHEMA
from dprk_events.formats.tables import visible
from dprk_events.records import Line, line_cells, row_id

Row = dict[str, Any]
TableRows = Iterator[tuple[str, Row]]
"""Names of tables, each with a row for it, a row after those that it refers to."""
NextId = Callable[[str], int]
"""Name of a table → the ``id`` of its next row."""


def rows_of(line: Line, document: int | None, next_id: NextId) -> TableRows:
    """Yield the rows of an event line, a happening line or an error line.

    Args:
        line: The line as plain values.
        document: The ``id`` of an event's document, whose row is there already.
        next_id: Gives each row its ``id``.

    """
    kind = line["record"]
    if kind == "event":
        yield from _event(line, document, next_id)
    elif kind == "happening":
        yield from _happening(line, next_id)
    else:
        error = {"path": line["path"], **line["error"]}
        yield "errors", _row("errors", error, id=next_id("errors"))


def document_row(doc: Line, number: int) -> Row:
    """Return the row of a document, of which an event line knows less than a document line."""
    published = doc["published"]
    known = {**doc, "published": published["value"], "published_source": published["source"]}
    return _row("documents", known, id=number, sha256=doc["id"])


def _event(line: Line, document: int | None, next_id: NextId) -> TableRows:
    number, cells = next_id("events"), line_cells(line)
    ground = line["time"]["ground"]
    yield (
        "events",
        _row("events", cells, id=number, key=cells["id"], document=document, ground=ground),
    )
    for role in line["roles"]:
        table = "quantities" if role["role"] == "quantity" else "participants"
        yield table, _row(table, role, id=next_id(table), event=number)
    for mention in line["mentions"]:
        source, sentence = mention["attribution"], mention["sentence"]
        trigger = mention["trigger"]
        known = {
            **mention,
            "trigger": trigger["text"],
            "start": trigger["start"],
            "end": trigger["end"],
            "attribution": source and source["text"],
            "sentence": sentence["text"],
            "sentence_start": sentence["start"],
            "sentence_end": sentence["end"],
        }
        yield "mentions", _row("mentions", known, id=next_id("mentions"), event=number)
    for source in line["sources"]:
        yield "sources", _row("sources", source, id=next_id("sources"), event=number)


def _happening(line: Line, next_id: NextId) -> TableRows:
    cells, table = line_cells(line), "happening_participants"
    told = {key: line.get(key) for key in ("sources", "known", "first_published")}
    yield (
        "happenings",
        _row(
            "happenings",
            {**cells, **told, "ground": line["time"]["ground"]},
            disagreements=json.dumps(line.get("disagreements", []), ensure_ascii=False),
        ),
    )
    for role in line["roles"]:
        if role["role"] != "quantity":
            yield table, _row(table, role, id=next_id(table), happening=line["id"])
    table = "happening_events"
    for event in line["events"]:
        key = row_id(event["doc"], event["event"])
        given = {"id": next_id(table), "happening": line["id"], "event": None, "key": key}
        yield table, _row(table, event, **given)


def _row(table: str, known: Mapping[str, Any], **given: Any) -> Row:
    values = {**known, **given}
    return {column: _plain(values.get(column)) for column in SCHEMA[table].columns}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or None
    return visible(value) if isinstance(value, str) else value
