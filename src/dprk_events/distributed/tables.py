"""Lines of output as a Parquet table: one row a line, nothing lost.

Two ways were weighed: nested columns, or a column for each plain value with the lists kept as JSON.
The second: roles and attributions have values of several shapes, for which Parquet has no type,
and DuckDB, Spark and pandas all read JSON inside a column.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dprk_events.distributed.store import need
from dprk_events.records import DocumentRecord, EntityRecord, ErrorRecord, EventRecord, Lines

_MODELS: dict[Lines, type[BaseModel]] = {
    "documents": DocumentRecord,
    "events": EventRecord,
    "entities": EntityRecord,
}
_TYPES = {str: "string", int: "int64", float: "float64", bool: "bool_"}


@cache
def columns(lines: Lines) -> Mapping[tuple[str, ...], str]:
    """Give the columns of a table: keys on the way to the value → Arrow type, or ``json``.

    They are those of the record and of an error record. A column is called by its keys with
    underscores (``doc_path``, ``date_value``).
    """
    return dict((*_columns(_MODELS[lines], ()), *_columns(ErrorRecord, ())))


def to_parquet(lines: Sequence[bytes], kind: Lines) -> bytes:
    """Write lines of JSON as one Parquet file; the same lines give the same bytes."""
    arrow = need("pyarrow")
    wanted = columns(kind)
    records = [json.loads(line) for line in lines]
    table = arrow.table(
        {
            "_".join(keys): arrow.array(
                [_value(record, keys, name) for record in records],
                arrow.string() if name == "json" else getattr(arrow, name)(),
            )
            for keys, name in wanted.items()
        }
    )
    stream = io.BytesIO()
    need("pyarrow.parquet").write_table(table, stream, compression="zstd")
    return stream.getvalue()


def count_rows(data: bytes) -> tuple[int, int]:
    """Count the rows of a table that `to_parquet` made, and those that are errors."""
    table = need("pyarrow.parquet").read_table(io.BytesIO(data), columns=["record"])
    return table.num_rows, table["record"].to_pylist().count("error")


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
