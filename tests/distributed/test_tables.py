"""Parquet parts lose nothing: the lines can be had back from them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

import pytest

from dprk_events.distributed.tables import columns, count_rows, to_parquet
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


def lines(kind: Lines) -> list[bytes]:
    record = sample().record(Published())
    records: dict[Lines, Sequence[Record]] = {
        "documents": [record],
        "events": list(flatten_events(record, TEXT)),
        "entities": list(flatten_entities(record)),
    }
    error = build_error(ReadingError("x.txt", "empty", "Rien."))
    return [to_line(each) for each in (*records[kind], error)]


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
    written = lines(kind)
    assert len(written) > 1
    data = to_parquet(written, kind)
    table = parquet.read_table(io.BytesIO(data))
    assert table.column_names == ["_".join(keys) for keys in columns(kind)]
    for row, line in zip(table.to_pylist(), written, strict=True):
        assert rebuilt(row, kind) == filled(json.loads(line))
    assert count_rows(data) == (len(written), 1)


def test_the_columns_people_ask_for() -> None:
    events = {"_".join(keys): kind for keys, kind in columns("events").items()}
    assert events["type"] == events["modality"] == events["date_value"] == "string"
    assert (events["dprk"], events["confidence"], events["roles"]) == ("bool_", "float64", "json")
    assert events["doc_path"] == events["codes_cameo"] == events["error_kind"] == "string"


def test_an_empty_part_has_the_same_columns() -> None:
    empty = parquet.read_table(io.BytesIO(to_parquet([], "events")))
    full = parquet.read_table(io.BytesIO(to_parquet(lines("events"), "events")))
    assert empty.schema == full.schema


def test_the_same_bytes() -> None:
    assert to_parquet(lines("events"), "events") == to_parquet(lines("events"), "events")
