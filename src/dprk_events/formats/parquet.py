"""Parquet: one record per row, without loss; or, with a set of columns, one event per row.

Of records, plain values have a column each and lists are columns of JSON, rather than nested
columns: roles and attributions take several shapes, for which Parquet has no type, while DuckDB,
Spark and pandas can all read JSON inside a column.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from dprk_events.formats.base import Layout, Traits, required

if TYPE_CHECKING:
    from dprk_events.records import Record

TRAITS = Traits(endings=(".parquet",), wants="events", lossless=True, binary=True, plain=True)
ROW_GROUP = 10_000
"""Rows held in memory and written together."""
_MAGIC = b"PAR1"
"""The first and last bytes of a table; before the last ones stands the length of the footer."""
_OURS = {b"dprk-events": b"rows"}
"""What is noted in a table of rows; a table of records is known by its columns."""

_TYPES = {
    "text": "string", "json": "string", "integer": "int64", "number": "float64",
    "boolean": "bool_", "day": "date32",
}  # fmt: skip


class Writer:
    """Writes the rows of one table, :data:`ROW_GROUP` at a time."""

    def __init__(self, sink: BinaryIO, layout: Layout) -> None:
        from dprk_events.formats.tables import rows_of  # noqa: PLC0415 - see base
        from dprk_events.formats.tables.whole import WholeRecords  # noqa: PLC0415

        self._arrow, self._parquet = _required("pyarrow"), _required("pyarrow.parquet")
        self._sink = sink
        whole = layout.columns is None and layout.table is None
        self._made = WholeRecords(layout) if whole else rows_of(layout)
        self._marks = None if whole else _OURS
        self._rows: list[list[Any]] = []

    def begin(self) -> None:
        """Open the table, with the columns of the kind of record."""
        types = [(name, getattr(self._arrow, _TYPES[kind])()) for name, kind in self._made.kinds]
        self._schema = self._arrow.schema(types, metadata=self._marks)
        self._table = self._parquet.ParquetWriter(self._sink, self._schema, compression="zstd")

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Add a row."""
        row = self._made.row(record)
        if row is not None:
            self._rows.append(row)
        if len(self._rows) == ROW_GROUP:
            self._flush()

    def end(self) -> None:
        """Write the last rows and the table's footer."""
        if self._rows:
            self._flush()
        self._table.close()

    def drop(self) -> None:
        """Leave the end unwritten: else it would be written when the writer is collected."""
        self._table.is_open = False

    def _flush(self) -> None:
        arrow = self._arrow
        columns = [
            arrow.array(values, arrow.string()).cast(field.type)
            if field.type == arrow.date32()
            else arrow.array(values, field.type)
            for values, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._table.write_table(arrow.Table.from_arrays(columns, schema=self._schema))
        self._rows.clear()


def count(data: bytes) -> tuple[int, int]:
    """Count the rows of a table, and how many of them are error records."""
    table = _required("pyarrow.parquet").read_table(io.BytesIO(data))
    kinds = table["record"].to_pylist() if "record" in table.column_names else []
    return table.num_rows, kinds.count("error")


def recognises(file: BinaryIO) -> bool:
    """Return whether a file is a table with our mark, or with the columns of the error record."""
    from dprk_events.formats.tables.whole import error_columns  # noqa: PLC0415

    size = file.seek(0, io.SEEK_END)
    if size < 2 * len(_MAGIC) + 4:
        return False
    file.seek(-len(_MAGIC) - 4, io.SEEK_END)
    length, magic = int.from_bytes(file.read(4), "little"), file.read()
    if magic != _MAGIC or length > size:
        return False
    file.seek(max(0, size - length - len(_MAGIC) - 4))
    footer = file.read(length)  # holds the names of the columns as they are
    if all(mark in footer for mark in _OURS):
        return True
    return all(name.encode() in footer for name in error_columns())


def _required(module: str) -> Any:
    return required(module, "Parquet", "parquet")
