"""Open what was listed and yield :class:`Source`, several for a file with several documents."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from typing import BinaryIO, Literal, cast

from dprk_events.reading.article import ReadingError
from dprk_events.reading.decoding import decode
from dprk_events.reading.documents.docx import is_docx
from dprk_events.reading.errors import UnreadableError, not_found
from dprk_events.reading.exports import database_of, html_entries, rtf_entries
from dprk_events.reading.formats import Kind, kind_by_content, kind_by_name
from dprk_events.reading.html import declared_encoding
from dprk_events.reading.listing import STDIN, container_of
from dprk_events.reading.loading import load_stream, open_file
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.packing import archive_members, holds_document, is_packed, unpacked
from dprk_events.reading.rows import OWN, Row, csv_columns, csv_rows, json_rows
from dprk_events.reading.source import Columns, Database, Source
from dprk_events.reading.stream import HEAD, InputStream
from dprk_events.reading.warc import pages

Opened = Source | ReadingError


def open_sources(
    listed: Iterable[str | ReadingError], options: ReadingOptions, stdin: BinaryIO | None = None
) -> Iterator[Opened]:
    """Yield the documents in the result of `list_paths`, one at a time, without decoding any.

    Only inputs that contain several documents, may do so according to their names, or can be read
    only once are opened here: JSON Lines, CSV, archives, standard input; one record at a time is
    held in memory. The rest is done by `read_source`, possibly in another process.
    """
    for item in listed:
        if isinstance(item, ReadingError):
            yield item
            continue
        try:
            yield from _open(item, options, stdin)
        except UnreadableError as error:
            yield error.at(item)


def is_own_output(path: str) -> bool:
    """Return whether a file contains output of this program, or is empty."""
    try:
        with open_file(path) as file:
            head = file.read(len(OWN))
    except (UnreadableError, OSError):
        return False
    return head in (b"", OWN)


def _open(path: str, options: ReadingOptions, stdin: BinaryIO | None) -> Iterator[Opened]:
    if path == STDIN:
        yield from _stream(path, stdin or _standard_input(), options, at_hand=True)
        return
    if (container := container_of(path)) is not None:
        yield _only(path, _open(container, options, stdin))
        return
    kind = kind_by_name(path, options.format)
    if kind == "one":
        yield Source(path)
        return
    with open_file(path) as file:
        if kind == "zip":
            yield from _archive(path, file, options)
        else:
            yield from _stream(path, file, options, at_hand=False)


def _only(path: str, sources: Iterator[Opened]) -> Opened:
    """Return the source named ``path``; the others remain unread."""
    found = next((source for source in sources if source.path == path), None)
    if found is None:
        raise not_found()
    return found


def _stream(
    path: str, file: BinaryIO, options: ReadingOptions, *, at_hand: bool
) -> Iterator[Opened]:
    """Yield the documents in a stream. ``at_hand``: it can be read only now, so read it here."""
    with ExitStack() as stack:
        stream = stack.enter_context(closing(InputStream(file)))
        head = stream.head()
        if is_packed(head):
            inner = unpacked(cast(BinaryIO, stream.lines()), head)
            stream = stack.enter_context(closing(InputStream(inner)))
            head = stream.head()
        kind = kind_by_name(path, options.format) or kind_by_content(head, options.fields.text)
        database = database_of(stream.look()) if kind in ("page", "rtf") else None
        if kind == "zip" and at_hand:
            yield _document(path, load_stream(cast(BinaryIO, stream), options.max_bytes))
        elif kind == "zip":
            yield from _archive(path, file, options)
        elif kind in ("jsonl", "csv"):
            yield from _records(path, kind, stream, options)
        elif kind == "warc":
            yield from _web_archive(path, stream, options)
        elif database is not None:
            yield from _export(path, database, stream, options)
        elif at_hand:
            yield Source(path, load_stream(cast(BinaryIO, stream), options.max_bytes))
        else:
            yield Source(path)


def _records(
    path: str, kind: Kind, stream: InputStream, options: ReadingOptions
) -> Iterator[Opened]:
    """Yield the records of a stream, each a document; an error of one is in its place."""
    encoding = stream.recode(options.encoding)
    lines = stream.lines()
    rows: Iterator[Row]
    record: Literal["jsonl"] | Columns = "jsonl"
    if kind == "jsonl":
        rows = json_rows(lines, options.max_bytes)
    else:
        header = lines.readline(HEAD)
        record = csv_columns(decode(header, encoding or options.encoding).text, options.fields)
        rows = csv_rows(lines, record, options.max_bytes)
    number = 0
    for number, row in rows:
        place = f"{path}#{number}"
        if isinstance(row, UnreadableError):
            yield row.at(place)
        else:
            yield Source(place, row, record, encoding)
    if not number:
        raise UnreadableError("empty", "It contains no records. Omit it.")


def _export(
    path: str, database: Database, stream: InputStream, options: ReadingOptions
) -> Iterator[Opened]:
    """Yield the articles in a press database export, each a document."""
    encoding = stream.recode(options.encoding)
    rows: Iterator[Row]
    if database == "factiva-rtf":
        rows = rtf_entries(load_stream(cast(BinaryIO, stream), options.max_bytes))
        encoding = "utf-8"
    else:
        encoding = encoding or declared_encoding(stream.look())
        rows = html_entries(stream.lines(), database, options.max_bytes)
    for number, row in rows:
        place = f"{path}#{number}"
        if isinstance(row, UnreadableError):
            yield row.at(place)
        else:
            yield Source(place, row, database, encoding)


def _web_archive(path: str, stream: InputStream, options: ReadingOptions) -> Iterator[Opened]:
    """Yield the pages in a web archive, each a document with its URL."""
    number = 0
    for number, address, page in pages(stream.lines(), options.max_bytes):
        place = f"{path}#{number}"
        if isinstance(page, UnreadableError):
            yield page.at(place)
        else:
            yield Source(place, page, url=address or None)
    if not number:
        raise UnreadableError("no-texts", "The web archive contains no pages. Omit it.")


def _document(path: str, data: bytes) -> Source:
    """Return the Word document read from a stream; other archives cannot be read there."""
    if not is_docx(data):
        raise UnreadableError(
            "unsupported",
            "A zip archive cannot be read from standard input or inside another archive. "
            "Pass it as a file.",
        )
    return Source(path, data)


def _archive(path: str, file: BinaryIO, options: ReadingOptions) -> Iterator[Opened]:
    """Yield the texts in a zip archive, as if it were a folder, or the document that it is."""
    if holds_document(file):
        yield Source(path)
        return
    for name, member in archive_members(file):
        place = f"{path}/{name}"
        try:
            if isinstance(member, UnreadableError):
                raise member
            yield from _stream(place, member, options, at_hand=True)
        except UnreadableError as error:
            yield error.at(place)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed by the caller (`<&-`)
        raise UnreadableError(
            "io", "There is no standard input. Pipe the text to it, or name files."
        )
    return sys.stdin.buffer
