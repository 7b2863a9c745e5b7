"""What people see: progress and summary on standard error, drawn results on standard output."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

from dprk_events.output.writer import is_terminal, open_writer

if TYPE_CHECKING:
    from rich.console import Console

_Item = TypeVar("_Item")

FEW = 5
"""For this many documents or fewer, no progress bar is shown."""

REFRESH = 0.2
"""Seconds between updates of the progress bar."""


PIPE_WIDTH = 80
"""Columns of a result in a pipe or file, unless the environment variable COLUMNS says otherwise.

Without it, rich would take the width of the terminal at standard input or standard error."""


def error_console() -> Console:
    """Return a console on standard error: no colour in a pipe or under NO_COLOR, never markup."""
    from rich.console import Console  # noqa: PLC0415 - 50 ms that `--help` does not need

    # A closed standard error is None: messages are then lost, and work continues.
    stream = sys.stderr if sys.stderr is not None else open(os.devnull, "w")  # noqa: SIM115, PTH123
    return Console(file=stream, highlight=False, markup=False, emoji=False)


class _Page(io.StringIO):
    """What will be written to standard output, for which rich takes it."""

    def isatty(self) -> bool:
        return is_terminal()


def print_result(draw: Callable[[Console], None]) -> None:
    """Draw on standard output: in colour on a terminal, as plain text in a pipe or file.

    NO_COLOR and FORCE_COLOR change that as rich has it.

    Args:
        draw: Draws on the console that it is given.

    Raises:
        CannotOpenError: Standard output is closed.
        OutputError: It cannot be written.
        BrokenPipeError: Its reader has closed the pipe.

    """
    from rich.console import Console  # noqa: PLC0415

    with open_writer(None) as writer:
        own = is_terminal() or os.environ.get("COLUMNS", "").isdigit()
        page = _Page()  # rich itself would end the program at a closed pipe
        console = Console(
            file=page,
            width=None if own else PIPE_WIDTH,
            highlight=False,
            markup=False,
            emoji=False,
        )
        draw(console)
        page.seek(0)
        for line in page:
            writer.write(line.encode("utf-8", "backslashreplace"))


def with_progress(
    items: Iterable[_Item], total: int | None, console: Console, *, done: int = 0
) -> Generator[_Item, None, None]:
    """Yield ``items`` unchanged and, on a terminal, show their number, rate and the time left.

    Args:
        items: The items to pass on.
        total: How many items there will be, including those ``done``; None if unknown.
        console: The console to draw on.
        done: How many items were finished before this run.

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

    # Refreshed by hand: rich's own thread must not exist when worker processes are forked.
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
