"""Read saved output back, for ``show``, ``convert`` and the steps of ``corpus/``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_events.cli.failure import check_stdin, fail

if TYPE_CHECKING:
    from dprk_events.records import Record


_HAPPENING = b'{"record":"happening"'
"""How the lines of `dprk-events link` begin."""


def saved_records(name: str) -> Iterator[Record]:
    """Read the records of a JSONL file (``-``: standard input); end the program on a bad line."""
    from dprk_events.records import read_lines  # noqa: PLC0415

    return _read(name, read_lines)


def saved_lines(name: str) -> Iterator[Record | Mapping[str, Any]]:
    """As :func:`saved_records`, but happenings are read too, as the plain lines that they are."""
    return _read(name, _with_happenings)


def _read(name: str, parse: Callable[[Iterable[bytes], str], Iterator[Any]]) -> Iterator[Any]:
    from dprk_events.records import RecordError  # noqa: PLC0415

    try:
        if name == "-":
            check_stdin()
            yield from parse(sys.stdin.buffer, "standard input")
            return
        with Path(name).open("rb") as stream:
            yield from parse(stream, name)
    except RecordError as error:
        fail(str(error))
    except (IsADirectoryError, FileNotFoundError, PermissionError) as error:
        fail(f"cannot read {name}: {error.strerror}. Give a file written by `dprk-events extract`.")


def _with_happenings(lines: Iterable[bytes], name: str) -> Iterator[Record | Mapping[str, Any]]:
    from dprk_events.records import RecordError, read_lines  # noqa: PLC0415

    for number, line in enumerate(lines, start=1):
        if not line.startswith(_HAPPENING):
            yield from read_lines([line], name, number)
            continue
        try:
            yield json.loads(line)
        except ValueError as error:
            raise RecordError(
                f"{name}, line {number}: this line is not JSON ({error}). "
                "Give an unmodified file written by `dprk-events link`."
            ) from None
