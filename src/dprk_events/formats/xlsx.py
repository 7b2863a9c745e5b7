"""XLSX: a sheet with a row for each event, for Excel, LibreOffice and Numbers.

Texts are written as texts, so that none is a formula whatever it begins with; days are dates, which
sort and filter. Written row by row (``constant_memory``), with no time of writing in the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from dprk_events.formats.base import FormatError, Layout, Traits, required

if TYPE_CHECKING:
    from dprk_events.records import Cell, Record

TRAITS = Traits(endings=(".xlsx",), wants="events", binary=True, plain=True)
MOST_ROWS = 1_048_576
"""Rows of a sheet, its heading among them."""
MOST_CHARACTERS = 32_767
"""Characters of a cell."""
_FIRST_DAY = "1900-03-01"
"""Spreadsheets have no days before 1900, and Excel's first two months of it are wrong."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in the file as the time of its making: the same rows give the same bytes."""
_MARK = "dprk-events"
_WIDTHS = {"text": 18, "day": 11, "integer": 9, "number": 9, "boolean": 8}
_WIDE = 60


class Writer:
    """Writes a sheet with a fixed heading that filters."""

    def __init__(self, sink: BinaryIO, layout: Layout) -> None:
        from dprk_events.formats.tables import rows_of  # noqa: PLC0415 - see base

        library = required("xlsxwriter", "XLSX", "xlsx")
        self._rows, self._count = rows_of(layout), 0
        self._name = "events" if layout.table is None else "table"
        self._book = library.Workbook(sink, {"constant_memory": True})
        self._error = library.exceptions.FileCreateError

    def begin(self) -> None:
        """Make the sheet and its heading."""
        self._book.set_properties({"comments": _MARK, "created": _MADE.replace(tzinfo=None)})
        bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheet = self._book.add_worksheet(self._name)
        self._sheet.freeze_panes(1, 0)
        for index, (name, kind) in enumerate(self._rows.kinds):
            width = _WIDE if name in self._rows.sentences else _WIDTHS[kind]
            self._sheet.set_column(index, index, width)
            self._sheet.write_string(0, index, _cut(name), bold)

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write a row. Raises FormatError if the sheet is full."""
        row = self._rows.row(record)
        if row is None:
            return
        self._count += 1
        if self._count >= MOST_ROWS:
            raise FormatError(
                f"a sheet holds {MOST_ROWS - 1:,} rows at most. Choose CSV, Parquet or SQLite, or "
                "convert fewer events."
            )
        for index, ((_, kind), value) in enumerate(zip(self._rows.kinds, row, strict=True)):
            if value is not None:
                self._write(index, kind, value)

    def end(self) -> None:
        """Let the heading filter, and write the file."""
        last = len(self._rows.kinds) - 1
        self._sheet.autofilter(0, 0, self._count, last)
        try:
            self._book.close()
        except self._error as error:
            raise OSError(str(error)) from error

    def _write(self, index: int, kind: str, value: Cell) -> None:
        if kind == "day" and str(value) >= _FIRST_DAY:
            day = date.fromisoformat(str(value))
            self._sheet.write_datetime(self._count, index, day, self._day)
        elif isinstance(value, bool):
            self._sheet.write_boolean(self._count, index, value)
        elif isinstance(value, int | float):
            self._sheet.write_number(self._count, index, value)
        else:
            self._sheet.write_string(self._count, index, _cut(str(value)))


def recognises(file: BinaryIO) -> bool:
    """Return whether a file is a workbook with our mark among its properties."""
    try:
        with zipfile.ZipFile(file) as packed:
            return f"<dc:description>{_MARK}<" in packed.read("docProps/core.xml").decode("utf-8")
    except (zipfile.BadZipFile, KeyError, OSError, ValueError):
        return False


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
