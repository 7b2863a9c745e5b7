"""A record → the values of a row that loses nothing, for Parquet: lists become columns of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dprk_events.formats.base import FormatError, Layout
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
_KINDS = {str: "text", int: "integer", float: "number", bool: "boolean"}


@cache
def columns(lines: Lines) -> Mapping[tuple[str, ...], str]:
    """Return the columns of a table: the keys that lead to the value → its kind, or ``json``.

    They cover the record and the error record. A column's name is its keys joined by underscores
    (``doc_path``, ``date_value``).
    """
    return dict((*_columns(_MODELS[lines], ()), *_columns(ErrorRecord, ())))


def error_columns() -> list[str]:
    """Return the names of the columns of an error record, which are in every such table."""
    return ["_".join(keys) for keys, _ in _columns(ErrorRecord, ())]


class WholeRecords:
    """Makes rows of records.

    Attributes:
        kinds: The names of the columns and the kinds of their values, in order.

    """

    def __init__(self, layout: Layout) -> None:
        self._columns = columns(layout.lines)
        self.kinds = [("_".join(keys), kind) for keys, kind in self._columns.items()]

    def row(self, record: Record | Mapping[str, Any]) -> list[Any]:
        """Return the values of a record's row. Raises FormatError for a happening."""
        if isinstance(record, Mapping):
            raise FormatError("a happening has no such row: choose a set of columns")
        values = record.model_dump(by_alias=True)
        return [_value(values, keys, kind) for keys, kind in self._columns.items()]


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
            yield keys, _KINDS[type(get_args(kind)[0])]
        else:
            yield keys, _KINDS.get(kind, "json") if isinstance(kind, type) else "json"


def _bare(kind: Any) -> Any:
    """Return a type without its annotations and without None."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        others = [each for each in get_args(kind) if each is not NoneType]
        return _bare(others[0]) if len(others) == 1 else kind
    return kind
