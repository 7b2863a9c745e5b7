"""Lines of JSON to standard output or to a file: whole lines only, whatever happens."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO


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

    def write(self, line: bytes) -> None:
        """Write one line.

        Raises:
            OutputError: No room left, or another fault of the device.
            BrokenPipeError: Nobody reads any more.

        """
        try:
            with _uninterrupted():
                self._put(line)
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
    """Writes lines to a file of its own; a line that does not fit is taken back."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("wb", buffering=0)
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
def open_writer(target: str | None) -> Iterator[LineWriter]:
    """Open the output: a path, or standard output for ``-`` and None.

    Missing folders on the way to a path are made. A file that stands there is replaced.

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
    writer = FileWriter(Path(target))
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


@contextmanager
def _uninterrupted() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []

    def wait(number: int, _frame: FrameType | None) -> None:
        if waiting:
            raise KeyboardInterrupt
        waiting.append(number)

    before = signal.signal(signal.SIGINT, wait)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        raise KeyboardInterrupt
