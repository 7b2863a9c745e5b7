"""Standard error for people: summary, progress and messages."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

_Item = TypeVar("_Item")

FEW = 5
"""Up to so many documents there is no progress bar."""

REFRESH = 0.2
"""Seconds between two pictures of the progress."""


def error_console() -> Console:
    """Give a console on standard error: plain in a pipe and under NO_COLOR, never markup."""
    from rich.console import Console  # noqa: PLC0415 - 50 ms that `--help` does not need

    # A closed standard error is None: what is said to it is lost, the work goes on.
    stream = sys.stderr if sys.stderr is not None else open(os.devnull, "w")  # noqa: SIM115, PTH123
    return Console(file=stream, highlight=False, markup=False, emoji=False)


def with_progress(
    items: Iterable[_Item], total: int | None, console: Console, *, done: int = 0
) -> Generator[_Item, None, None]:
    """Pass ``items`` on and show their number, rate and the time left, on a terminal only.

    Args:
        items: What comes by.
        total: How many there will be, with those ``done``; None where nobody knows.
        console: Where to show it.
        done: How many there were before.

    """
    if (total is not None and total - done <= FEW) or not console.is_terminal:
        yield from items
        return
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    # Drawn by hand: rich's own thread must not be there when worker processes are forked.
    with Progress(
        TextColumn("Documents"),
        *([BarColumn()] if total is not None else []),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn() if total is not None else TimeElapsedColumn(),
        console=console,
        transient=True,
        auto_refresh=False,
    ) as progress:
        began = shown = time.monotonic()
        task = progress.add_task("", total=total, completed=done, rate="")
        for number, item in enumerate(items, start=1):
            yield item
            now = time.monotonic()
            if now - shown >= REFRESH or done + number == total:
                rate = f"{number / (now - began):.1f}/s" if now > began else ""
                progress.update(task, completed=done + number, rate=rate, refresh=True)
                shown = now
