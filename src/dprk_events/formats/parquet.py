"""Parquet: one record per row, without loss.

Plain values have a column each and lists are columns of JSON, rather than nested columns: roles and
attributions take several shapes, for which Parquet has no type, while DuckDB, Spark and pandas can
all read JSON inside a column.
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
ROW_GROUP = 10_000
"""Rows held in memory and written together."""
_MAGIC = b"PAR1"
"""The first and last bytes of a table; before the last ones stands the length of the footer."""

_TYPES = {str: "string", int: "int64", float: "float64", bool: "bool_"}


@cache
def columns(lines: Lines) -> Mapping[tuple[str, ...], str]:
    """Return the columns of a table: the keys that lead to the value → Arrow type, or ``json``.

    They cover the record and the error record. A column's name is its keys joined by underscores
    (``doc_path``, ``date_value``).
    """
    return dict((*_columns(_MODELS[lines], ()), *_columns(ErrorRecord, ())))


class Writer:
    """Writes records as the rows of one table, :data:`ROW_GROUP` at a time."""

    def __init__(self, sink: BinaryIO, lines: Lines) -> None:
        self._arrow, self._parquet = _require("pyarrow"), _require("pyarrow.parquet")
        self._sink = sink
        self._columns = columns(lines)
        self._rows: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Open the table, with the columns of the kind of record."""
        names = {"_".join(keys): self._type(kind) for keys, kind in self._columns.items()}
        self._schema = self._arrow.schema(names)
        self._table = self._parquet.ParquetWriter(self._sink, self._schema, compression="zstd")

    def item(self, record: Record) -> None:
        """Add a row."""
        values = record.model_dump(by_alias=True)
        self._rows.append(
            {"_".join(keys): _value(values, keys, kind) for keys, kind in self._columns.items()}
        )
        if len(self._rows) == ROW_GROUP:
            self._flush()

    def end(self) -> None:
        """Write the last rows and the table's footer."""
        if self._rows:
            self._flush()
        self._table.close()

    def _flush(self) -> None:
        self._table.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def _type(self, kind: str) -> Any:
        return self._arrow.string() if kind == "json" else getattr(self._arrow, kind)()


def count(data: bytes) -> tuple[int, int]:
    """Count the rows of a table, and how many of them are error records."""
    table = _require("pyarrow.parquet").read_table(io.BytesIO(data), columns=["record"])
    return table.num_rows, table["record"].to_pylist().count("error")


def recognises(file: BinaryIO) -> bool:
    """Return whether a file is a table with the columns of the error record, as all of ours are."""
    size = file.seek(0, io.SEEK_END)
    if size < 2 * len(_MAGIC) + 4:
        return False
    file.seek(-len(_MAGIC) - 4, io.SEEK_END)
    length, magic = int.from_bytes(file.read(4), "little"), file.read()
    if magic != _MAGIC or length > size:
        return False
    file.seek(max(0, size - length - len(_MAGIC) - 4))
    footer = file.read(length)  # holds the names of the columns as they are
    names = ("_".join(keys) for keys, _ in _columns(ErrorRecord, ()))
    return all(name.encode() in footer for name in names)


def _require(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise FormatError(
            "Parquet needs the package pyarrow. Install it here and on every worker: "
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
    """Return a type without its annotations and without None."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        others = [each for each in get_args(kind) if each is not NoneType]
        return _bare(others[0]) if len(others) == 1 else kind
    return kind
