"""Read paths into articles, one at a time; what cannot be read is an error in its place."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Article, MaskedRegion, ReadingError, Remark
from dprk_events.reading.content import read_content
from dprk_events.reading.errors import UnreadableError, internal, not_french, printable_path
from dprk_events.reading.formats import kind_by_name
from dprk_events.reading.headline import find_headline
from dprk_events.reading.language import judge_language
from dprk_events.reading.legible import read_as
from dprk_events.reading.listing import list_paths
from dprk_events.reading.loading import load_file
from dprk_events.reading.metadata import MetadataRow
from dprk_events.reading.opening import open_sources
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.packing import unpack
from dprk_events.reading.published import choose_published, date_in_name
from dprk_events.reading.remarks import remarks_on
from dprk_events.reading.source import Source

LOG = logging.getLogger(__name__)


def count_paths(paths: Sequence[str], options: ReadingOptions) -> int | None:
    """Count what `read_paths` will yield for the same arguments, errors included.

    None if that is known only after reading, because some file may hold several documents. To list
    only once, call `list_paths` and `count_listed`, and pass the list to `read_listed`.
    """
    return count_listed(list_paths(paths), options)


def count_listed(listed: Sequence[str | ReadingError], options: ReadingOptions) -> int | None:
    """Count what `read_listed` will yield, like `count_paths`; nothing is opened."""
    paths = (item for item in listed if isinstance(item, str))
    single = all(kind_by_name(path, options.format) == "one" for path in paths)
    return len(listed) if single else None


def read_paths(
    paths: Sequence[str], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadingError]:
    """Read the documents that ``paths`` stand for, in order; see `list_paths` for what these are.

    All paths are listed first, then each document is read when its turn comes. No document raises
    an exception: a :class:`ReadingError` takes its place. ``-`` is ``stdin``, by default the
    standard input of the process.
    """
    yield from read_listed(list_paths(paths), options, stdin)


def read_listed(
    listed: Iterable[str | ReadingError], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Article | ReadingError]:
    """Read the result of `list_paths`, like `read_paths`."""
    for source in open_sources(listed, options, stdin):
        yield read_source(source, options)


def read_source(source: Source | ReadingError, options: ReadingOptions) -> Article | ReadingError:
    """Read one document; the result is an error if it cannot be read or already was one.

    No exception is raised, whatever the document contains.
    """
    if isinstance(source, ReadingError):
        return source
    try:
        data = source.data
        if data is None:
            data = load_file(source.path, options.max_bytes)
        if source.record is None:
            data = unpack(data, options.max_bytes)
        return _article(source, data, options)
    except UnreadableError as error:
        return error.at(source.path)
    except Exception as error:  # a bug, here or in a library, costs one document, not the run
        LOG.debug("fault in %s", source.path, exc_info=error)
        return internal(error).at(source.path)


def _article(source: Source, data: bytes, options: ReadingOptions) -> Article:
    """Build an article from a document's bytes; UnreadableError if they are not French text."""
    content = read_content(source, data, options)
    text, path = content.text, source.path
    reading, mended = read_as(text, content.front)
    row = (options.metadata.lookup(path) if options.metadata else None) or MetadataRow(0)
    # In order of precedence, the user's statement first. The date in the name of a file of records
    # is that of the export, not of its articles.
    grounds: list[tuple[PublishedSource, dt.date | None]] = [
        ("option", options.published),
        ("metadata", row.published),
        (content.ground, content.published),
        ("filename", None if source.record else date_in_name(path)),
    ]
    published = choose_published(grounds)
    if published.source == content.ground and content.confidence is not None:
        published = replace(published, confidence=content.confidence)
    article = Article(
        id=f"sha256:{hashlib.sha256(data).hexdigest()}",
        path=printable_path(path),
        text=text,
        masked=tuple(
            MaskedRegion(*reading.alignment.span(region.start, region.end), region.kind)
            for region in reading.masked
        ),
        title=row.title or content.title or find_headline(reading.text, reading.masked),
        published=published,
        url=row.url or content.url,
        source=row.source or content.source,
        record_id=content.record_id,
        encoding=content.encoding,
        remarks=(*content.remarks, *remarks_on(content, mended, grounds)),
        reading=reading if mended else None,
    )
    judged = judge_language(article.as_read.readable)
    if judged.foreign:
        if not options.any_language:
            raise not_french(judged.language)
        note = Remark("not-french", f"the text is not in French ({judged.language})")
        article = replace(article, remarks=(*article.remarks, note))
    return replace(article, language=judged.language)
