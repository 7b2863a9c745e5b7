"""Keep entries on disk by event type, so that memory holds those of one type at a time.

They are written and read by the same process, in the form that Python reads fastest.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Self

from dprk_events.linking.entry import Entry

_LENGTH = 4
"""So many bytes before an entry give its length."""


class Spool:
    """Entries in temporary files, one for each type; a context manager that removes them."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="dprk-events-link-")
        self._files: dict[str, IO[bytes]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        for file in self._files.values():
            file.close()
        self._folder.cleanup()

    @property
    def types(self) -> list[str]:
        """The event types, sorted."""
        return sorted(self._files)

    def put(self, entry: Entry) -> None:
        """Keep an entry."""
        kind = entry["type"]
        if kind not in self._files:
            path = Path(self._folder.name, f"{len(self._files)}.entries")
            self._files[kind] = path.open("w+b")
        data = marshal.dumps(entry)
        self._files[kind].write(len(data).to_bytes(_LENGTH, "big") + data)

    def entries(self, kind: str) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of a type, each with its place."""
        file = self._files[kind]
        place, end = 0, file.seek(0, os.SEEK_END)
        while place < end:
            file.seek(place)  # the caller may have read elsewhere
            entry = _load(file)
            after = file.tell()
            yield place, entry
            place = after

    def at(self, kind: str, places: Iterable[int]) -> Iterator[Entry]:
        """Yield the entries at some places."""
        file = self._files[kind]
        for place in places:
            file.seek(place)
            yield _load(file)


def _load(file: IO[bytes]) -> Entry:
    entry: Entry = marshal.loads(file.read(int.from_bytes(file.read(_LENGTH), "big")))  # noqa: S302
    return entry
