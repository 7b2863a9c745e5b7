"""Write JSON lines to standard output or to a file: only complete lines, whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dprk_events.output.printable import printable
from dprk_events.stops import uninterrupted


class OutputError(Exception):
    """The output cannot be written; the message says why and what to do."""


class CannotOpenError(OutputError):
    """The output cannot be opened: another path is needed."""


class LineWriter:
    """Writes lines to a byte stream and flushes each at once.

    An interrupt waits until the line is written; a second one does not (the reader at the other
    end of a pipe may be blocked).
    """

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name

    def write(self, line: bytes, then: Callable[[], None] | None = None) -> None:
        """Write one line, or the lines of one document.

        Args:
            line: What to write, with its line ends.
            then: Called right afterwards, before any pending interrupt takes effect.

        Raises:
            OutputError: The device is full or failed.
            BrokenPipeError: The reader has closed the pipe.

        """
        try:
            with uninterrupted():
                if line:
                    self._put(line)
                if then is not None:
                    then()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(
                f"cannot write to {self._name}: {error.strerror or error}. "
                "Free some space, or choose another path with -o FILE."
            ) from None

    def close(self) -> None:
        """Release the stream."""

    def _put(self, line: bytes) -> None:
        self._stream.write(line)
        self._stream.flush()


class FileWriter(LineWriter):
    """Writes lines to a file; an incomplete line is removed again if the disk is full.

    Args:
        path: The file.
        keep: Number of bytes of an existing file to keep and append to; the rest is cut off.

    """

    def __init__(self, path: Path, keep: int = 0) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("r+b" if keep else "wb", buffering=0)
            if keep:
                self._file.truncate(keep)
                self._file.seek(keep)
        except OSError as error:
            raise CannotOpenError(
                f"cannot open {path} for writing: {error.strerror}. "
                "Choose another path with -o FILE."
            ) from None
        super().__init__(self._file, str(path))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _put(self, line: bytes) -> None:
        left = memoryview(line)
        try:
            while left:  # a raw file may write less than asked
                left = left[self._file.write(left) :]
        except OSError:
            written = len(line) - len(left)
            if written and self._file.seekable():
                self._file.truncate(self._file.tell() - written)
            raise


@contextmanager
def open_writer(target: str | None, keep: int = 0) -> Iterator[LineWriter]:
    """Open the output: a path, or standard output for ``-`` and None.

    Missing parent folders are created. An existing file is overwritten, except for its first
    ``keep`` bytes.

    Raises:
        CannotOpenError: It cannot be opened.
        OutputError: It cannot be written.
        BrokenPipeError: The reader of standard output has closed the pipe.

    """
    if target is None or target == "-":
        if sys.stdout is None:
            raise CannotOpenError("standard output is closed: give a file with -o FILE")
        yield LineWriter(sys.stdout.buffer, "standard output")
        return
    writer = FileWriter(Path(target), keep)
    try:
        yield writer
    finally:
        writer.close()


def print_line(line: str) -> None:
    """Write a line of a result to standard output, made printable. Raises as `open_writer` does."""
    with open_writer(None) as writer:
        writer.write(f"{printable(line)}\n".encode())


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def silence_stdout() -> None:
    """Discard anything still written to standard output, after its reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
