"""Split a press database export into articles, as slices of bytes, in bounded memory."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from dprk_events.reading.documents.rtf import rtf_text
from dprk_events.reading.errors import UnreadableError, too_large
from dprk_events.reading.rows import Row
from dprk_events.reading.source import Database

_CHUNK = 1 << 16
_LONGEST_TAG = 400
_BEGIN = {
    "europresse": re.compile(rb"<article\b", re.I),
    "factiva": re.compile(rb"<div[^<>]{0,200}?class=[\"']article [a-z]{2}Article\b", re.I),
}
_MARKS: tuple[tuple[Database, re.Pattern[bytes]], ...] = (
    ("europresse", re.compile(rb"DocPublicationName|titreArticle|docOcurrContainer")),
    ("factiva", re.compile(rb"class=[\"']article [a-z]{2}Article\b", re.I)),
)
_LAST_LINE = re.compile(r"^[ \t]*Document ([A-Za-z0-9]{12,40})[ \t]*$", re.M)


def database_of(head: bytes) -> Database | None:
    """Detect the database by the first bytes of a file; None if it is not an export."""
    if head.startswith(b"{\\rtf"):
        return "factiva-rtf" if b"activa" in head else None
    return next((name for name, mark in _MARKS if mark.search(head)), None)


def html_entries(stream: io.BufferedReader, database: Database, max_bytes: int) -> Iterator[Row]:
    """Yield the articles of a saved page, numbered from 1, each up to the next one's tag."""
    begin = _BEGIN[database]
    number = 0
    held = b""
    inside = full = False
    while True:
        chunk = stream.read(_CHUNK)
        held += chunk
        while found := begin.search(held, 1 if inside else 0):
            if inside:
                yield number, _sized(held[: found.start()], full, max_bytes)
            number, inside, full = number + 1, True, False
            held = held[found.start() :]
        if not chunk:
            if inside:
                yield number, _sized(held, full, max_bytes)
            return
        if not inside:
            held = held[-_LONGEST_TAG:]
        elif len(held) > max_bytes + _CHUNK:
            full = True
            held = held[:1] + held[-_LONGEST_TAG:]


def _sized(data: bytes, full: bool, max_bytes: int) -> bytes | UnreadableError:
    if full or len(data) > max_bytes:
        return too_large(f"more than {max_bytes:,} bytes in one article", max_bytes)
    return data


def rtf_entries(data: bytes) -> Iterator[Row]:
    """Yield the articles of a Factiva export in RTF as UTF-8 text, numbered from 1."""
    text = rtf_text(data)
    at = number = 0
    for number, last in enumerate(_LAST_LINE.finditer(text), 1):
        yield number, text[at : last.end()].strip().encode("utf-8", "replace")
        at = last.end()
    if not number:
        yield 1, text.strip().encode("utf-8", "replace")
