"""Turn the bytes of a document into its text and metadata, for each format."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, replace

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Remark
from dprk_events.reading.decoding import check_text, decode, without_halves
from dprk_events.reading.documents import Document, read_document
from dprk_events.reading.errors import UnreadableError
from dprk_events.reading.exports import read_europresse, read_factiva, read_factiva_text
from dprk_events.reading.fields import pick
from dprk_events.reading.front_matter import read_front_matter
from dprk_events.reading.html import decode_page, is_html, read_page
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.published import parse_timestamp
from dprk_events.reading.rows import parse_json, parse_row
from dprk_events.reading.source import Columns, Source

_JSON_LINE = re.compile(r'\s*\{\s*"')


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document and its metadata, None where unknown.

    ``ground`` says where ``published`` was found: ``metadata`` for a field of a record, which is
    about the article but not in it; ``front-matter`` for the head of a text or a page, put there by
    the publisher. ``front`` is the length of the front matter in the text.
    """

    text: str
    encoding: str | None
    title: str | None = None
    published: dt.date | None = None
    ground: PublishedSource = "none"
    confidence: float | None = None
    url: str | None = None
    source: str | None = None
    record_id: str | None = None
    front: int = 0
    remarks: tuple[Remark, ...] = ()


def read_content(source: Source, data: bytes, options: ReadingOptions) -> Content:
    """Read a document's bytes; :class:`UnreadableError` if they contain no text."""
    if source.record in ("europresse", "factiva", "factiva-rtf"):
        return _entry(source, data, options)
    if source.record is not None:
        return _record(source, data, options)
    if options.format == "auto":
        document = read_document(data, source.path, options.max_bytes)
        if document is not None:
            return _document(document)
    encoding = source.encoding or options.encoding
    decoded = decode(data, encoding)
    if options.format == "html" or (
        options.format == "auto" and is_html(decoded.text, source.path)
    ):
        decoded = decoded if encoding else decode_page(data)
        return _page(Content(decoded.text, decoded.encoding, url=source.url))
    if options.format == "auto":
        _refuse_json(decoded.text)
    front = read_front_matter(decoded.text)
    return Content(
        decoded.text,
        decoded.encoding,
        title=front.title,
        published=front.published,
        ground="front-matter",
        url=front.url,
        source=front.source,
        front=front.end,
        remarks=_unread(front.unread, "front matter"),
    )


def _record(source: Source, data: bytes, options: ReadingOptions) -> Content:
    decoded = decode(data, source.encoding or options.encoding)
    if isinstance(source.record, Columns):
        values = parse_row(decoded.text, source.record)
    else:
        values = parse_json(decoded.text)
    record = pick(values, options.fields)
    text, halves = without_halves(record.text)
    check_text(text, text.encode("utf-8"))
    remarks = list(_halved(halves))
    published = None
    if record.published is not None:
        try:
            published = parse_timestamp(record.published)
        except ValueError as error:
            remarks.extend(_unread(str(error), "the record"))
    content = Content(
        text,
        decoded.encoding,
        title=_clean(record.title),
        published=published,
        ground="metadata",
        url=_clean(record.url),
        source=_clean(record.source),
        record_id=_clean(record.id),
        remarks=tuple(remarks),
    )
    if options.format == "html" or is_html(text, ""):
        return _page(content)
    return content


def _document(document: Document) -> Content:
    """Build the content from a document in another format."""
    text, halves = without_halves(document.text)
    check_text(text, text.encode("utf-8"))
    content = Content(
        text,
        document.encoding,
        title=_clean(document.title),
        published=document.published,
        ground="front-matter",
        confidence=document.confidence,
        source=_clean(document.source),
        remarks=_halved(halves),
    )
    if not document.page:
        return content
    page = _page(content)
    return page if content.published is None else replace(page, confidence=content.confidence)


def _entry(source: Source, data: bytes, options: ReadingOptions) -> Content:
    """Read one article of a press database export."""
    if options.encoding:
        decoded = decode(data, options.encoding)
    else:
        decoded = decode_page(data, source.encoding)
    read = {"europresse": read_europresse, "factiva": read_factiva}.get(
        str(source.record), read_factiva_text
    )
    entry = read(decoded.text)
    check_text(entry.text, data)
    return Content(
        entry.text,
        decoded.encoding,
        title=entry.title,
        published=entry.published,
        ground="metadata",
        source=entry.source,
        record_id=entry.id,
        remarks=_unread(entry.unread, "the export"),
    )


def _halved(halves: int) -> tuple[Remark, ...]:
    said = f"{halves} half characters (lone surrogates) were replaced with U+FFFD"
    return (Remark("half-characters", said),) if halves else ()


def _page(content: Content) -> Content:
    """Replace a page with the article in it; metadata of a record take precedence."""
    page = read_page(content.text)
    check_text(page.text, b"")
    own = content.published is not None
    return replace(
        content,
        text=page.text,
        title=content.title or page.title,
        published=content.published if own else page.published,
        ground=content.ground if own else "front-matter",
        confidence=None if own else page.confidence,
        url=content.url or page.url,
        source=content.source or page.site,
    )


def _refuse_json(text: str) -> None:
    """Refuse JSON Lines in a file named as text: its keys and quotes are not French."""
    if _JSON_LINE.match(text[:100]) is None:
        return
    try:
        found = json.loads(text.lstrip().split("\n", 1)[0])
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict):
        raise UnreadableError(
            "unsupported",
            "This is JSON Lines under another name. Use --format jsonl, or rename it to *.jsonl.",
        )


def _unread(fault: str | None, where: str) -> tuple[Remark, ...]:
    return () if fault is None else (Remark("date-unread", f"in {where}: {fault}"),)


def _clean(value: str | None) -> str | None:
    return None if value is None else without_halves(value)[0]
