"""A Parquet table: a record a row, nothing lost.

Two ways were weighed: nested columns, or a column for each plain value with the lists kept as JSON.
The second: roles and attributions have values of several shapes, for which Parquet has no type,
and DuckDB, Spark and pandas all read JSON inside a column.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, BinaryIO, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dprk_events.formats.base import FormatError
from dprk_events.records import (
    DocumentRecord,
    EntityRecord,
    ErrorRecord,
    EventRecord,
    Lines,
    Record,
)

_MODELS: dict[Lines, type[BaseModel]] = {
    "documents": DocumentRecord,
    "events": EventRecord,
    "entities": EntityRecord,
}
GROUP = 10_000
"""Rows held in memory, and written together."""
_TYPES = {str: "string", int: "int64", float: "float64", bool: "bool_"}


@cache
def columns(lines: Lines) -> Mapping[tuple[str, ...], str]:
    """Give the columns of a table: keys on the way to the value → Arrow type, or ``json``.

    They are those of the record and of an error record. A column is called by its keys with
    underscores (``doc_path``, ``date_value``).
    """
    return dict((*_columns(_MODELS[lines], ()), *_columns(ErrorRecord, ())))


class Writer:
    """Writes records as the rows of one table, :data:`GROUP` at a time."""

    def __init__(self, sink: BinaryIO, lines: Lines) -> None:
        self._arrow, self._parquet = _need("pyarrow"), _need("pyarrow.parquet")
        self._sink = sink
        self._columns = columns(lines)
        self._rows: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Open the table: its columns are those of the kind of record."""
        names = {"_".join(keys): self._type(kind) for keys, kind in self._columns.items()}
        self._schema = self._arrow.schema(names)
        self._table = self._parquet.ParquetWriter(self._sink, self._schema, compression="zstd")

    def item(self, record: Record) -> None:
        """Add a row."""
        values = record.model_dump(by_alias=True)
        self._rows.append(
            {"_".join(keys): _value(values, keys, kind) for keys, kind in self._columns.items()}
        )
        if len(self._rows) == GROUP:
            self._flush()

    def end(self) -> None:
        """Write the last rows and the table's foot."""
        if self._rows:
            self._flush()
        self._table.close()

    def _flush(self) -> None:
        self._table.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def _type(self, kind: str) -> Any:
        return self._arrow.string() if kind == "json" else getattr(self._arrow, kind)()


def count(data: bytes) -> tuple[int, int]:
    """Count the rows of a table, and those that are error records."""
    table = _need("pyarrow.parquet").read_table(io.BytesIO(data), columns=["record"])
    return table.num_rows, table["record"].to_pylist().count("error")


def _need(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise FormatError(
            "Parquet needs the package pyarrow. Install it (here, and on every worker): "
            "pip install 'dprk-events[cluster]'"
        ) from error


def _value(record: object, keys: tuple[str, ...], kind: str) -> object:
    for key in keys:
        if not isinstance(record, dict):
            return None
        record = record.get(key)
    if kind == "json" and record is not None:
        return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return record


def _columns(
    model: type[BaseModel], before: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, field in model.model_fields.items():
        keys = (*before, field.alias or name)
        kind = _bare(field.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _columns(kind, keys)
        elif get_origin(kind) is Literal:
            yield keys, _TYPES[type(get_args(kind)[0])]
        else:
            yield keys, _TYPES.get(kind, "json") if isinstance(kind, type) else "json"


def _bare(kind: Any) -> Any:
    """Give a type without what it is annotated with and without None."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        others = [each for each in get_args(kind) if each is not NoneType]
        return _bare(others[0]) if len(others) == 1 else kind
    return kind
