"""Draw rows as tables that fit the console: what is too wide is drawn in parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dprk_events.output.printable import one_line

Cell = str | int | float | bool | None
GAP = 2
"""Columns of the console between two of the table; the box itself has one."""


def print_grid(console: Console, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Draw rows with their headings.

    If they are wider than the console, columns of numbers go into further tables below, each of
    which repeats the columns of text. Zero is a dot.
    """
    if not rows:
        console.print("no events")
        return
    fixed = [i for i, cell in enumerate(rows[0]) if isinstance(cell, str)]
    for number, part in enumerate(_parts(console.width, headings, rows, fixed)):
        if number:
            console.print()
        table = Table(
            box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0)
        )
        for index in part:
            text = index in fixed
            table.add_column(
                _heading(headings[index]),
                vertical="bottom" if text else "top",
                justify="left" if text else "right",
                overflow="fold",
                no_wrap=not text,
            )
        for row in rows:
            table.add_row(*(Text(_shown(row[index])) for index in part))
        console.print(table)


def _parts(
    width: int, headings: Sequence[str], rows: Sequence[Sequence[Cell]], fixed: list[int]
) -> Iterator[list[int]]:
    """Yield the columns of each table: those of text, and as many of numbers as there is room."""
    widths = [
        max(
            *map(len, _heading(heading).plain.splitlines()),
            *(len(_shown(row[index])) for row in rows),
        )
        + GAP
        for index, heading in enumerate(headings)
    ]
    numbers = [index for index in range(len(headings)) if index not in fixed]
    room = width - sum(widths[index] for index in fixed)
    part: list[int] = []
    for index in numbers:
        if part and sum(widths[each] for each in (*part, index)) > room:
            yield [*fixed, *part]
            part = []
        part.append(index)
    yield [*fixed, *part]


def _heading(name: str) -> Text:
    """Return a heading in several lines if it is of several words."""
    return Text(one_line(name).replace("_", "_\n"))


def _shown(value: Cell) -> str:
    return "·" if value == 0 else one_line(str(value))
