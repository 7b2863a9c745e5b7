"""The rows of a step as a table in a file: CSV, TSV, XLSX, Parquet or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dprk_events.cli.destination import (
    Destination,
    check_destination,
    destination,
    open_destination,
)
from dprk_events.cli.failure import fail
from dprk_events.formats import Kind, Table, format_names, is_own_file
from dprk_events.formats.csv import headings_of
from dprk_events.output.writer import open_writer

if TYPE_CHECKING:
    from dprk_events.corpus.steps import Row

    class TableFormat(StrEnum):
        """A format that can hold any table."""

        jsonl = "jsonl"

else:
    TableFormat = StrEnum("TableFormat", {name: name for name in format_names(plain=True)})

To = Annotated[
    TableFormat | None,
    typer.Option(
        "--to", help="Output format; by default that of the ending of FILE, or else jsonl."
    ),
]
RECORD = "record"
"""The key that says what a line is: in a table, all lines are the same."""
_KINDS: Mapping[type, Kind] = {bool: "boolean", int: "integer", float: "number", str: "text"}


def table_destination(
    output: str | None,
    to: TableFormat | None,
    is_heading: Callable[[Sequence[str]], bool],
    *,
    excel: bool,
    force: bool,
    inputs: list[str],
) -> Destination:
    """Choose format and place; end the program if that does not go.

    ``is_heading`` says whether columns of these names are those of such a table, which may be
    overwritten.
    """
    made = destination(output, to, None, excel=excel)
    if not made.traits.plain:
        endings = ", ".join(f".{name}" for name in format_names(plain=True))
        fail(f"{made.name} holds events, and this is a table. Choose one of {endings}.")

    def is_own(path: Path) -> bool:
        return is_own_file(path) or any(map(is_heading, headings_of(path)))

    check_destination(made, force=force, inputs=inputs, is_own=is_own)
    return made


def write_table(rows: Iterable[Row], heading: Row, made: Destination) -> None:
    """Write rows, all of which have the keys of ``heading`` and values of its kinds."""
    if made.name == "jsonl":
        with open_writer(made.output) as writer:
            for line in map(_line, rows):
                writer.write(line)
        return
    table: Table = tuple((key, _KINDS[type(heading[key])]) for key in columns_of(heading))
    with open_destination(replace(made, columns=None, table=table)) as item:
        for row in rows:
            item(row)


def columns_of(row: Mapping[str, Any]) -> list[str]:
    """Return the keys of a row that are columns of a table."""
    return [key for key in row if key != RECORD]


def _line(row: Row) -> bytes:
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode("utf-8", "backslashreplace")
