"""JSON Lines: one record per line, as the output contract defines it."""

from __future__ import annotations

import json
from typing import BinaryIO

from dprk_events.reading.rows import OWN
from dprk_events.records import Lines, Record, to_line


class Writer:
    """Writes each record as one line."""

    def __init__(self, sink: BinaryIO, lines: Lines) -> None:
        self._sink = sink

    def begin(self) -> None:
        """Write nothing: the first line is the first record."""

    def item(self, record: Record) -> None:
        """Write a line."""
        self._sink.write(to_line(record))

    def end(self) -> None:
        """Write nothing: the last line is the last record."""


def count(data: bytes) -> tuple[int, int]:
    """Count the lines, and how many of them are error records."""
    kinds = [json.loads(line)["record"] for line in data.splitlines()]
    return len(kinds), kinds.count("error")


def recognises(file: BinaryIO) -> bool:
    """Return whether a file begins like one of this program's."""
    return file.read(len(OWN)) == OWN
