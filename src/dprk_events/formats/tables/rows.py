"""A record → the values of its row, in the order of a set of columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dprk_events.formats.base import FormatError, Layout, Table
from dprk_events.formats.tables.cells import cells_of
from dprk_events.formats.tables.columns import USUAL, Column, load_columns
from dprk_events.formats.tables.written import visible
from dprk_events.records import Cell, ErrorRecord

if TYPE_CHECKING:
    from dprk_events.records import Record


def rows_of(layout: Layout) -> Rows | PlainRows:
    """Return what makes the rows of a table: of records, or as they are."""
    return Rows(layout) if layout.table is None else PlainRows(layout.table)


class PlainRows:
    """Takes rows that are mappings already, such as counts.

    Attributes:
        kinds: The names of the columns and the kinds of their values, in order.
        sentences: The names of those that hold sentences: none.

    """

    sentences: frozenset[str] = frozenset()

    def __init__(self, table: Table) -> None:
        self.kinds = list(table)

    def row(self, record: Record | Mapping[str, Any]) -> list[Cell] | None:
        """Return the values of a row. Raises FormatError for a record."""
        if not isinstance(record, Mapping):
            raise FormatError(f"a table of other rows does not hold a {record.record}")
        return [_written(record[name]) for name, _ in self.kinds]


class Rows:
    """Makes rows of event records and of happening lines, of one kind in one table.

    Attributes:
        columns: The set of columns.
        kinds: Their names and the kinds of their values, in order.
        sentences: The names of those that hold sentences.

    """

    def __init__(self, layout: Layout) -> None:
        self.columns = load_columns(layout.columns or USUAL)
        self.kinds = [(column.name, column.kind) for column in self.columns.columns]
        self.sentences = frozenset(
            column.name for column in self.columns.columns if column.cell == "sentence"
        )
        self._kind: str | None = None

    def row(self, record: Record | Mapping[str, Any]) -> list[Cell] | None:
        """Return the values of a record's row; None if it has none in this table.

        That is so for documents that could not be read, and for events that the set leaves out.

        Raises:
            FormatError: It is neither an event nor a happening, or not of the kind before it.

        """
        if isinstance(record, ErrorRecord):
            return None
        line = record if isinstance(record, Mapping) else record.model_dump(by_alias=True)
        kind = line["record"]
        if kind not in ("event", "happening"):
            raise FormatError(f"a table has a row for each event or happening, not for a {kind}")
        if self._kind not in (None, kind):
            raise FormatError(
                "events and happenings do not go into one table: each event would be there twice. "
                "Convert them one by one, or into SQLite, which has a table for each."
            )
        self._kind = kind
        cells = cells_of(line)
        if not _holds(self.columns.only, cells):
            return None
        return [_value(column, cells) for column in self.columns.columns]


def _value(column: Column, cells: Mapping[str, Cell]) -> Cell:
    value = cells.get(column.cell)
    if value is None or (column.when and not _holds(column.when, cells)):
        return None
    if column.values is not None:
        return None if isinstance(value, float) else column.values.get(value)
    return _written(value)


def _written(value: Cell) -> Cell:
    return visible(value) if isinstance(value, str) else value


def _holds(condition: Mapping[str, tuple[str | int, ...]], cells: Mapping[str, Cell]) -> bool:
    return all(cells.get(cell) in values for cell, values in condition.items())
