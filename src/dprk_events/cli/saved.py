"""Read saved output back, for ``show``, ``convert`` and the steps of ``corpus/``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.failure import check_stdin, fail

if TYPE_CHECKING:
    from dprk_events.records import Record


def saved_records(name: str) -> Iterator[Record]:
    """Read the records of a JSONL file (``-``: standard input); end the program on a bad line."""
    from dprk_events.records import RecordError, read_lines  # noqa: PLC0415

    try:
        if name == "-":
            check_stdin()
            yield from read_lines(sys.stdin.buffer, "standard input")
            return
        with Path(name).open("rb") as stream:
            yield from read_lines(stream, name)
    except RecordError as error:
        fail(str(error))
    except (IsADirectoryError, FileNotFoundError, PermissionError) as error:
        fail(f"cannot read {name}: {error.strerror}. Give a file written by `dprk-events extract`.")
