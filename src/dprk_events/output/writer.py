"""Lines of JSON to standard output or to a file: whole lines only, whatever happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dprk_events.stops import uninterrupted


class OutputError(Exception):
    """The output cannot be written; the message says why and what to do."""


class NoPlaceError(OutputError):
    """The output cannot even be opened: the place was badly chosen."""


class LineWriter:
    """Writes lines to a byte stream and hands each on at once.

    An interrupt waits until the line is out; a second one does not wait (the reader at the other
    end of a pipe may have gone to sleep).
    """

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name

    def write(self, line: bytes, then: Callable[[], None] | None = None) -> None:
        """Write one line, or the lines of one document.

        Args:
            line: What to write, with its line ends.
            then: Done right after, before an interrupt that came meanwhile is heard.

        Raises:
            OutputError: No room left, or another fault of the device.
            BrokenPipeError: Nobody reads any more.

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
                "Make room, or choose another place with -o FILE."
            ) from None

    def close(self) -> None:
        """Let go of the stream."""

    def _put(self, line: bytes) -> None:
        self._stream.write(line)
        self._stream.flush()


class FileWriter(LineWriter):
    """Writes lines to a file of its own; a line that does not fit is taken back.

    Args:
        path: The file.
        keep: How many bytes of what is there to keep and go on after; the rest is cut off.

    """

    def __init__(self, path: Path, keep: int = 0) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("r+b" if keep else "wb", buffering=0)
            if keep:
                self._file.truncate(keep)
                self._file.seek(keep)
        except OSError as error:
            raise NoPlaceError(
                f"cannot open {path} for writing: {error.strerror}. "
                "Choose another place with -o FILE."
            ) from None
        super().__init__(self._file, str(path))

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _put(self, line: bytes) -> None:
        left = memoryview(line)
        try:
            while left:  # a raw file may take only a part at a time
                left = left[self._file.write(left) :]
        except OSError:
            written = len(line) - len(left)
            if written and self._file.seekable():
                self._file.truncate(self._file.tell() - written)
            raise


@contextmanager
def open_writer(target: str | None, keep: int = 0) -> Iterator[LineWriter]:
    """Open the output: a path, or standard output for ``-`` and None.

    Missing folders on the way to a path are made. A file that stands there is replaced, but for
    its first ``keep`` bytes.

    Raises:
        NoPlaceError: It cannot be opened.
        OutputError: It cannot be written.
        BrokenPipeError: Nobody reads standard output any more.

    """
    if target is None or target == "-":
        if sys.stdout is None:
            raise NoPlaceError("standard output is closed: give a file with -o FILE")
        yield LineWriter(sys.stdout.buffer, "standard output")
        return
    writer = FileWriter(Path(target), keep)
    try:
        yield writer
    finally:
        writer.close()


def is_terminal() -> bool:
    """Say whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def silence_stdout() -> None:
    """Send what is still to come on standard output nowhere, after its reader has gone."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
