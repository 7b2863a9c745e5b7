"""Read documents so that a bug in the program costs one document and not the run."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator

from dprk_events.reading.article import Article, ReadingError
from dprk_events.reading.errors import internal
from dprk_events.reading.opening import open_sources
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.reader import read_source
from dprk_events.reading.source import Source

LOG = logging.getLogger(__name__)


def read_each(
    listed: Iterable[str | ReadingError], options: ReadingOptions
) -> Iterator[Article | ReadingError]:
    """Read the result of :func:`list_paths`; a bug in the reader is an error in its place, too."""
    for source in sources_of(listed, options):
        yield read_safely(source, options)


def sources_of(
    listed: Iterable[str | ReadingError], options: ReadingOptions
) -> Iterator[Source | ReadingError]:
    """Yield the listed documents; a bug in opening one is an error in its place."""
    for item in listed:
        try:
            yield from open_sources([item], options)
        except Exception as error:  # a bug in a library must not stop the run
            yield fault(item if isinstance(item, str) else item.path, error)


def read_safely(source: Source | ReadingError, options: ReadingOptions) -> Article | ReadingError:
    """Read a document; a bug in the reader is an error in its place, too."""
    try:
        return read_source(source, options)
    except Exception as error:  # as in sources_of
        return fault(source.path, error)


def fault(path: str, error: Exception) -> ReadingError:
    """Return the error for a document on which the program itself failed."""
    LOG.debug("fault in %s", path, exc_info=error)
    return internal(error).at(path)
