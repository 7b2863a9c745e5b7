"""TSV: as CSV with tabs between the cells, and no tab or line end in a cell: a line is a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from dprk_events.formats import csv
from dprk_events.formats.base import Traits

if TYPE_CHECKING:
    from dprk_events.records import Cell

TRAITS = Traits(endings=(".tsv", ".tab"), wants="events", plain=True)


class Writer(csv.Writer):
    """Writes a heading and a line for each event."""

    delimiter = "\t"

    def cell(self, value: Cell) -> str | int | float | None:
        """Return what is written for a value: a text on one line."""
        return super().cell(" ".join(value.split()) if isinstance(value, str) else value)


def recognises(file: BinaryIO) -> bool:
    """Return whether a file begins with the heading of one of our sets of columns."""
    return csv.has_heading(file, ("\t",))
