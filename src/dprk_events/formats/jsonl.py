"""JSON Lines: one record per line, as the output contract defines it; or one flat row per line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from dprk_events.formats.base import Layout, Traits

if TYPE_CHECKING:
    from dprk_events.records import Record

TRAITS = Traits(endings=(".jsonl", ".ndjson"), wants="documents", lossless=True, plain=True)


class Writer:
    """Writes each record as one line; with a set of columns, each event as one row."""

    def __init__(self, sink: BinaryIO, layout: Layout) -> None:
        from dprk_events.formats.tables import Rows  # noqa: PLC0415 - see base
        from dprk_events.records import to_line  # noqa: PLC0415

        self._sink, self._to_line = sink, to_line
        self._rows = None if layout.columns is None else Rows(layout)

    def begin(self) -> None:
        """Write nothing: the first line is the first record."""

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write a line."""
        if self._rows is not None:
            if (row := self._rows.row(record)) is not None:
                values = zip(self._rows.columns.names, row, strict=True)
                self._sink.write(_line({"record": "row", **dict(values)}))
        elif isinstance(record, Mapping):
            self._sink.write(_line(record))
        else:
            self._sink.write(self._to_line(record))

    def end(self) -> None:
        """Write nothing: the last line is the last record."""


def count(data: bytes) -> tuple[int, int]:
    """Count the lines, and how many of them are error records."""
    kinds = [json.loads(line)["record"] for line in data.splitlines()]
    return len(kinds), kinds.count("error")


def recognises(file: BinaryIO) -> bool:
    """Return whether a file begins like one of this program's."""
    from dprk_events.reading.rows import OWN  # noqa: PLC0415

    return file.read(len(OWN)) == OWN


def _line(values: Mapping[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "backslashreplace")
