"""The journal of a run: a small file beside the output that says what is done, for ``--resume``.

Why a separate file: a document may produce no line (``--drop-gated``) or any number of lines
(``--records events``), so the output alone does not show where a run stopped. The output is written
first and the journal after it; output beyond the last entry of the journal is incomplete and is cut
off. Entries are only ever appended, so an interrupted run loses none.

The first line holds the settings of the run. Every other line is an entry: the number of documents
done, how many of them could not be read, the length of the output in bytes, and a hash over the
paths and contents that identify these documents.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Self

from dprk_events.reading import ReadingError, Source

SUFFIX = ".state"
FORMAT = 1
DIGITS = 16
"""Hexadecimal digits kept of the hash."""

_ENTRY = re.compile(rb"([0-9]+) ([0-9]+) ([0-9]+) ([0-9a-f]{%d})\n" % DIGITS)

Settings = Mapping[str, object]


class ResumeError(Exception):
    """A run cannot be resumed; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Entry:
    documents: int = 0
    failures: int = 0
    size: int = 0
    mark: str = ""


class Journal:
    """The journal of one output file, open for the duration of a run.

    Attributes:
        done: Number of documents done before this run.
        failures: How many of them could not be read.
        size: Length of their output in bytes.

    """

    def __init__(self, file: FileIO, entry: _Entry, name: str) -> None:
        self.done = entry.documents
        self.failures = entry.failures
        self.size = entry.size
        self._file = file
        self._name = name
        self._last = entry
        self._hash = hashlib.sha256()
        self._marks: deque[str] = deque()

    @classmethod
    def begin(cls, output: Path, settings: Settings) -> Self:
        """Start the journal of a new output, replacing an old journal of the same name.

        Raises:
            ResumeError: Another run is writing the same output.
            OSError: The journal cannot be written.

        """
        path = journal_path(output)
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("r+b" if path.exists() else "w+b", buffering=0)
        try:
            _lock(file, output)
            file.truncate(0)
            head = {"dprk_events_state": FORMAT, "settings": dict(settings)}
            _write(file, json.dumps(head, sort_keys=True).encode("utf-8") + b"\n")
        except BaseException:
            file.close()
            raise
        return cls(file, _Entry(), str(path))

    @classmethod
    def resume(cls, output: Path, settings: Settings) -> Self:
        """Open the journal of an existing output; start a new one if there is no output.

        Raises:
            ResumeError: The output has no journal, was made with other settings, does not match the
                journal, or is being written by another run.
            OSError: The journal or the output cannot be read or written.

        """
        path = journal_path(output)
        if not output.exists():
            return cls.begin(output, settings)
        if not path.exists():
            if output.stat().st_size == 0:
                return cls.begin(output, settings)
            raise ResumeError(
                f"{output} exists, but not {path.name}, which records what is done: either the run "
                "that wrote it had finished, or another program wrote it. Remove it, choose "
                "another file with -o FILE, or omit --resume to overwrite it."
            )
        file = path.open("r+b", buffering=0)
        try:
            _lock(file, output)
            entry = _read(file, output, settings)
        except BaseException:
            file.close()
            raise
        if entry is None:
            file.close()
            return cls.begin(output, settings)
        return cls(file, entry, str(path))

    def left(self, sources: Iterable[Source | ReadingError]) -> Iterator[Source | ReadingError]:
        """Yield the documents that are not done yet.

        Raises:
            ResumeError: The documents done before are no longer the first of ``sources``.

        """
        number = 0
        for number, source in enumerate(sources, start=1):
            mark = self._mark(source)
            if number < self.done:
                continue
            if number == self.done:
                if mark != self._last.mark:
                    raise ResumeError(
                        f"the first {self.done} documents are not the ones that were done before "
                        f"({self._name}): give the same ones in the same order, or omit --resume "
                        "to start over"
                    )
                continue
            self._marks.append(mark)
            yield source
        if number < self.done:
            raise ResumeError(
                f"there are {number} documents, but {self.done} were done before ({self._name}): "
                "give the same ones in the same order, or omit --resume to start over"
            )

    def add(self, size: int, *, failed: bool = False) -> None:
        """Record that the next document is done and produced ``size`` bytes of output.

        Raises:
            OSError: The entry cannot be written; the journal is then unchanged.

        """
        last = self._last
        entry = _Entry(
            last.documents + 1, last.failures + failed, last.size + size, self._marks.popleft()
        )
        line = f"{entry.documents} {entry.failures} {entry.size} {entry.mark}\n"
        _write(self._file, line.encode("ascii"))
        self._last = entry

    def close(self) -> None:
        """Close the file and keep it."""
        self._file.close()

    def remove(self) -> None:
        """Delete the file: the output is complete, and there is nothing to resume."""
        self._file.close()
        Path(self._name).unlink(missing_ok=True)

    def _mark(self, source: Source | ReadingError) -> str:
        """Return a hash that identifies this document and all before it."""
        self._hash.update(source.path.encode("utf-8", "surrogatepass") + b"\0")
        if isinstance(source, Source) and source.data is not None:
            self._hash.update(hashlib.sha256(source.data).digest())
        return self._hash.hexdigest()[:DIGITS]


def journal_path(output: Path) -> Path:
    """Return the path of an output's journal."""
    return output.with_name(output.name + SUFFIX)


def _read(file: FileIO, output: Path, settings: Settings) -> _Entry | None:
    """Return the last entry that matches the output, and truncate the journal after it.

    None if the run stopped before it had written the first line.
    """
    reader = BufferedReader(file)  # not a second open file: closing that would release the lock
    head = reader.readline()
    if not head.endswith(b"\n"):
        reader.detach()
        return None
    _check(head, output, settings)
    length = output.stat().st_size
    entry = _Entry()
    at = end = len(head)
    for line in reader:
        at += len(line)
        match = _ENTRY.fullmatch(line)
        # After a power cut the output may be shorter than the journal says: use an earlier entry.
        if match is None or int(match[3]) > length:
            break
        entry = _Entry(int(match[1]), int(match[2]), int(match[3]), match[4].decode("ascii"))
        end = at
    reader.detach()
    file.truncate(end)
    file.seek(end)
    with output.open("rb") as lines:
        lines.seek(max(0, entry.size - 1))
        if entry.size and lines.read(1) != b"\n":
            raise ResumeError(
                f"{output} has changed since it was written: no line ends at byte {entry.size}. "
                "Omit --resume to start over."
            )
    return entry


def _check(head: bytes, output: Path, settings: Settings) -> None:
    """Compare the first line of a journal with the settings of this run."""
    try:
        found = json.loads(head)
        before: dict[str, object] = dict(found["settings"])
        known = found["dprk_events_state"] == FORMAT
    except (ValueError, TypeError, KeyError):
        before, known = {}, False
    if not known:
        raise ResumeError(
            f"{journal_path(output)} is not of this version of the program. "
            "Omit --resume to start over."
        )
    now: dict[str, object] = json.loads(json.dumps(dict(settings)))
    if changed := [key for key in sorted(before | now) if before.get(key) != now.get(key)]:
        told = "; ".join(f"{key}: {before.get(key)} before, {now.get(key)} now" for key in changed)
        raise ResumeError(
            f"{output} was started with other settings ({told}). Use the same settings, or omit "
            "--resume to start over."
        )


def _write(file: FileIO, data: bytes) -> None:
    """Write all of ``data`` or nothing."""
    place = file.tell()
    left = memoryview(data)
    try:
        while left:  # a raw file may write only a part at a time
            left = left[file.write(left) :]
    except OSError:
        file.truncate(place)
        file.seek(place)
        raise


def _lock(file: FileIO, output: Path) -> None:
    """Prevent a second run from writing the same output, where the system supports locks.

    A ``lockf`` lock belongs to this process alone: workers do not inherit it, and it ends with the
    process.
    """
    try:
        import fcntl  # noqa: PLC0415 - not available on Windows
    except ImportError:
        return
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ResumeError(
            f"another run is writing {output}. Wait until it ends, or choose another file with "
            "-o FILE."
        ) from None
    except OSError:  # a file system without locks
        return
