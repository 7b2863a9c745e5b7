"""Read documents again, by the path that an earlier run gave them."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.reading.article import Article, ReadingError
from dprk_events.reading.errors import not_found, printable_path
from dprk_events.reading.listing import container_of
from dprk_events.reading.opening import open_sources
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.reader import read_paths, read_source
from dprk_events.reading.source import Source


class Rereader:
    """Reads documents again, any number of them in any order.

    Records of one file are found quickly if they are requested in the order of the file, which is
    then scanned only once.
    """

    def __init__(self) -> None:
        self._container = ""
        self._sources: Iterator[Source | ReadingError] = iter(())

    def read(self, path: str, options: ReadingOptions) -> Article | ReadingError:
        """Read the document at ``path``: a file, a record (``a.jsonl#12``) or a member."""
        container = container_of(path)
        if container is None:
            return next(read_paths([path], options))
        source = self._next(path) if container == self._container else None
        if source is None:
            self._container = container
            self._sources = open_sources([container], options)
            source = self._next(path)
        return not_found().at(path) if source is None else read_source(source, options)

    def _next(self, path: str) -> Source | ReadingError | None:
        wanted = printable_path(path)
        return next((s for s in self._sources if printable_path(s.path) == wanted), None)
