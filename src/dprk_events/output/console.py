"""Standard error for people: summary, progress and messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

_Item = TypeVar("_Item")

FEW = 5
"""Up to so many documents there is no progress bar."""


def error_console() -> Console:
    """Give a console on standard error: plain in a pipe and under NO_COLOR, never markup."""
    from rich.console import Console  # noqa: PLC0415 - 50 ms that `--help` does not need

    # A closed standard error is None: what is said to it is lost, the work goes on.
    stream = sys.stderr if sys.stderr is not None else open(os.devnull, "w")  # noqa: SIM115, PTH123
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def with_progress(
    items: Iterable[_Item], total: int | None, console: Console
) -> Generator[_Item, None, None]:
    """Pass ``items`` on and show how many of ``total`` there were, on a terminal only."""
    if (total is not None and total <= FEW) or not console.is_terminal:
        yield from items
        return
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("Documents"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        for item in items:
            yield item
            progress.advance(task)
