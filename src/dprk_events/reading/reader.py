"""PATHS → articles, one at a time: what cannot be read is an error in its place."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from dprk_events.reading.article import Article, MaskedRegion, ReadingError
from dprk_events.reading.boilerplate import find_boilerplate
from dprk_events.reading.decoding import decode
from dprk_events.reading.errors import UnreadableError, printable_path
from dprk_events.reading.front_matter import read_front_matter
from dprk_events.reading.headline import find_headline
from dprk_events.reading.language import detect_language
from dprk_events.reading.listing import STDIN, list_paths
from dprk_events.reading.loading import load_file, load_stream
from dprk_events.reading.metadata import MetadataRow
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.published import choose_published, date_in_name
from dprk_events.reading.source import Source


def count_paths(paths: Sequence[str], options: ReadingOptions) -> int:
    """Count what `read_paths` will give for the same arguments, errors included.

    To list only once, call `list_paths`, take the length, and pass the list to `read_listed`.
    """
    del options  # the count will depend on them where one file holds several records
    return len(list_paths(paths))


def read_paths(
    paths: Sequence[str], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadingError]:
    """Read the documents that ``paths`` stand for, in order; see `list_paths` for what these are.

    All paths are listed at the first step, each document is read when its turn comes. No
    exception leaves for a document: a :class:`ReadingError` comes in its place. ``-`` is
    ``stdin``, the process's own if None.
    """
    yield from read_listed(list_paths(paths), options, stdin)


def read_listed(
    listed: Iterable[str | ReadingError], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadingError]:
    """Read what `list_paths` listed; as `read_paths`."""
    for source in open_sources(listed, options, stdin):
        yield read_source(source, options)


def open_sources(
    listed: Iterable[str | ReadingError], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Source | ReadingError]:
    """Give the documents in what `list_paths` listed, one at a time, without decoding any.

    Only what holds several documents, or can be read only once, is opened here: standard input.
    The rest of the work is `read_source`'s, which another process may do.
    """
    for item in listed:
        if isinstance(item, ReadingError):
            yield item
        elif item == STDIN:
            try:
                yield Source(item, load_stream(stdin or _standard_input(), options.max_bytes))
            except UnreadableError as error:
                yield error.at(item)
        else:
            yield Source(item)


def read_source(source: Source | ReadingError, options: ReadingOptions) -> Article | ReadingError:
    """Read one document; what cannot be read, or was already an error, is an error."""
    if isinstance(source, ReadingError):
        return source
    try:
        data = source.data
        if data is None:
            data = load_file(source.path, options.max_bytes)
        return read_bytes(data, source.path, options)
    except UnreadableError as error:
        return error.at(source.path)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by the caller (`<&-`)
        raise UnreadableError(
            "io", "There is no standard input. Pass the text on it, or name files."
        )
    return sys.stdin.buffer


def read_bytes(data: bytes, path: str, options: ReadingOptions) -> Article:
    """Make an article of the bytes that stood at ``path``; UnreadableError if they are no text."""
    text = decode(data, options.encoding).text
    front = read_front_matter(text)
    masked = find_boilerplate(text, front.end)
    if front.end:
        masked = (MaskedRegion(0, front.end, "front-matter"), *masked)
    row = (options.metadata.lookup(path) if options.metadata else None) or MetadataRow(0)
    article = Article(
        id=f"sha256:{hashlib.sha256(data).hexdigest()}",
        path=printable_path(path),
        text=text,
        masked=masked,
        title=row.title or front.title or find_headline(text, masked),
        published=choose_published(
            options.published, row.published, front.published, date_in_name(path)
        ),
        url=row.url or front.url,
        source=row.source or front.source,
    )
    return replace(article, language=detect_language(article.readable))
