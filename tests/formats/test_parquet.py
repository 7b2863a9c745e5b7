"""Parquet parts lose nothing: the lines can be had back from them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import pytest

from dprk_events.formats import count_records, open_format
from dprk_events.formats.tables.whole import columns
from dprk_events.reading import Published, ReadingError
from dprk_events.records import (
    Lines,
    Record,
    build_error,
    flatten_entities,
    flatten_events,
    to_line,
)
from tests.records.samples import TEXT, sample

parquet: Any = pytest.importorskip("pyarrow.parquet")


def records_of(kind: Lines) -> list[Record]:
    record = sample().record(Published())
    records: dict[Lines, Sequence[Record]] = {
        "documents": [record],
        "events": list(flatten_events(record, TEXT)),
        "entities": list(flatten_entities(record)),
    }
    error = build_error(ReadingError("x.txt", "empty", "Rien."))
    return [*records[kind], error]


def written(records: Sequence[Record], kind: Lines) -> bytes:
    sink = io.BytesIO()
    with open_format("parquet", sink, kind) as out:
        for record in records:
            out.item(record)
    return sink.getvalue()


def rebuilt(row: dict[str, Any], kind: Lines) -> dict[str, Any]:
    """Put a row's columns back where they came from, those without a value left out."""
    record: dict[str, Any] = {}
    for keys, type_ in columns(kind).items():
        value = row["_".join(keys)]
        if value is None:
            continue
        place = record
        for key in keys[:-1]:
            place = place.setdefault(key, {})
        place[keys[-1]] = json.loads(value) if type_ == "json" else value
    return record


def filled(value: Any, top: bool = True) -> Any:
    """Leave out what has no value, outside of lists."""
    if isinstance(value, dict):
        return {k: filled(v) for k, v in value.items() if v is not None}
    return value


@pytest.mark.parametrize("kind", ["documents", "events", "entities"])
def test_nothing_is_lost(kind: Lines) -> None:
    records = records_of(kind)
    assert len(records) > 1
    data = written(records, kind)
    table = parquet.read_table(io.BytesIO(data))
    assert table.column_names == ["_".join(keys) for keys in columns(kind)]
    for row, record in zip(table.to_pylist(), records, strict=True):
        assert rebuilt(row, kind) == filled(json.loads(to_line(record)))
    assert count_records("parquet", data) == (len(records), 1)


def test_the_columns_people_ask_for() -> None:
    events = {"_".join(keys): kind for keys, kind in columns("events").items()}
    assert events["type"] == events["modality"] == events["date_value"] == "text"
    assert (events["dprk"], events["confidence"], events["roles"]) == ("boolean", "number", "json")
    assert events["doc_path"] == events["codes_cameo"] == events["error_kind"] == "text"


def test_an_empty_part_has_the_same_columns() -> None:
    empty = parquet.read_table(io.BytesIO(written([], "events")))
    full = parquet.read_table(io.BytesIO(written(records_of("events"), "events")))
    assert empty.schema == full.schema


def test_the_same_bytes() -> None:
    assert written(records_of("events"), "events") == written(records_of("events"), "events")


def test_rows_are_written_group_by_group(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dprk_events.formats.parquet.ROW_GROUP", 2)
    records = records_of("events")[:3] * 3
    data = written(records, "events")
    assert parquet.ParquetFile(io.BytesIO(data)).num_row_groups == 5
    assert parquet.read_table(io.BytesIO(data)).num_rows == 9
