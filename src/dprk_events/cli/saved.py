"""Read saved output back, for ``show``, ``convert`` and the steps of ``corpus/``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.failure import check_stdin, fail

if TYPE_CHECKING:
    from dprk_events.records import Record


Through = Callable[[Iterable[bytes], str], Iterable[bytes]]
"""Takes the lines of a file and its name, and gives those that are records."""


def saved_records(name: str, through: Through = lambda lines, _: lines) -> Iterator[Record]:
    """Read the records of a JSONL file (``-``: standard input); end the program on a bad line.

    Lines that are something else than a record are taken out by ``through``.
    """
    from dprk_events.records import RecordError, read_lines  # noqa: PLC0415

    try:
        if name == "-":
            check_stdin()
            stdin = "standard input"
            yield from read_lines(through(sys.stdin.buffer, stdin), stdin)
            return
        with Path(name).open("rb") as stream:
            yield from read_lines(through(stream, name), name)
    except RecordError as error:
        fail(str(error))
    except (IsADirectoryError, FileNotFoundError, PermissionError) as error:
        fail(f"cannot read {name}: {error.strerror}. Give a file written by `dprk-events extract`.")
