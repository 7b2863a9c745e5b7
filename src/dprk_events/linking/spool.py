"""Keep entries on disk by event type, so that memory holds those of one type at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import IO, Self

from dprk_events.linking.entry import Entry


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
            path = Path(self._folder.name, f"{len(self._files)}.jsonl")
            self._files[kind] = path.open("w+b")
        text = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        self._files[kind].write(text.encode("utf-8", "surrogatepass") + b"\n")

    def entries(self, kind: str) -> Iterator[tuple[int, Entry]]:
        """Yield the entries of a type, each with its place."""
        file = self._files[kind]
        file.seek(0)
        place = 0
        while line := file.readline():
            yield place, self._load(line)
            place += len(line)
            file.seek(place)  # the caller may have read elsewhere

    def at(self, kind: str, places: Iterable[int]) -> Iterator[Entry]:
        """Yield the entries at some places."""
        file = self._files[kind]
        for place in places:
            file.seek(place)
            yield self._load(file.readline())

    def _load(self, line: bytes) -> Entry:
        entry: Entry = json.loads(line.decode("utf-8", "surrogatepass"))
        return entry
