"""CSV: a row for each event or happening, for spreadsheets, R, pandas and shell tools.

A cell of text that a spreadsheet would take for a formula is written with an apostrophe before it
(see :func:`harmless`).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar

from dprk_events.formats.base import Layout, Traits

if TYPE_CHECKING:
    from dprk_events.records import Cell, Record

TRAITS = Traits(endings=(".csv",), wants="events", plain=True)
MARK = "\ufeff"
"""By this a spreadsheet knows that a file is UTF-8."""
DELIMITERS = ",", ";"
_LONGEST_HEADING = 100_000

# What spreadsheets begin a formula with, also in their full-width forms; a tab or a line end before
# it is passed over by some.
_BEGINS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_RETURN = re.compile("\r\n?")


class Writer:
    """Writes a heading and a row for each event.

    With ``excel``, as a spreadsheet in French wants it: a byte order mark, semicolons between
    cells, decimal commas, and VRAI or FAUX.
    """

    delimiter: ClassVar[str] = ","

    def __init__(self, sink: BinaryIO, layout: Layout) -> None:
        from dprk_events.formats.tables import rows_of  # noqa: PLC0415 - see base

        self._sink, self._excel = sink, layout.excel
        self._rows = rows_of(layout)
        self._line = io.StringIO(newline="")
        self._csv = csv.writer(
            self._line,
            delimiter=";" if layout.excel else self.delimiter,
            lineterminator="\r\n" if layout.excel else "\n",
        )

    def begin(self) -> None:
        """Write the heading."""
        if self._excel:
            self._sink.write(MARK.encode())
        self._write([self.cell(name) for name, _ in self._rows.kinds])

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write a row."""
        row = self._rows.row(record)
        if row is not None:
            self._write([self.cell(value) for value in row])

    def end(self) -> None:
        """Write nothing: the last line is the last row."""

    def cell(self, value: Cell) -> str | int | float | None:
        """Return what is written for a value."""
        if isinstance(value, bool):
            return ("VRAI" if value else "FAUX") if self._excel else str(value).lower()
        if isinstance(value, float) and self._excel:
            return str(value).replace(".", ",")
        if not isinstance(value, str):
            return value
        # A line end in a cell is one kind: readers take a carriage return for the end of the row.
        return _RETURN.sub("\n", harmless(value))

    def _write(self, cells: list[Any]) -> None:
        self._csv.writerow(cells)
        self._sink.write(self._line.getvalue().encode("utf-8"))
        self._line.seek(0)
        self._line.truncate()


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, with an apostrophe if need be.

    Numbers are numbers and are never changed, so that only texts get one. A hyphen alone is none.
    """
    return f"'{text}" if text.startswith(_BEGINS_FORMULA) and text != "-" else text


def recognises(file: BinaryIO) -> bool:
    """Return whether a file begins with the heading of one of our sets of columns."""
    return has_heading(file, DELIMITERS)


def has_heading(file: BinaryIO, delimiters: tuple[str, ...]) -> bool:
    """Return whether the first line is such a heading, with one of these delimiters."""
    line = (
        file.readline(_LONGEST_HEADING).decode("utf-8", "replace").removeprefix(MARK).rstrip("\r\n")
    )
    return any(line == heading for heading in _headings(delimiters))


def headings_of(path: Path) -> Iterator[list[str]]:
    """Yield the names of the columns of a file by its first line, for each delimiter."""
    with path.open("rb") as file:
        line = file.readline(_LONGEST_HEADING).decode("utf-8", "replace").removeprefix(MARK)
    for delimiter in (*DELIMITERS, "\t"):
        yield from csv.reader([line], delimiter=delimiter)


def _headings(delimiters: tuple[str, ...]) -> Iterator[str]:
    from dprk_events.formats.tables import column_sets, load_columns  # noqa: PLC0415

    for name in column_sets():
        yield from (mark.join(load_columns(name).names) for mark in delimiters)
