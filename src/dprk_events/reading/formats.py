"""Detect what a file holds, one document or several, by its name or its first bytes."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection
from typing import Literal

from dprk_events.reading.stream import WIDE_MARKS

Format = Literal["auto", "text", "html", "jsonl", "csv"]
"""The values of ``--format``: ``auto`` means by name and content."""

Kind = Literal["one", "jsonl", "csv", "zip", "warc", "page", "rtf"]
"""``one`` is a single document, whose format is detected when it is read. ``page`` and ``rtf`` may
be exports of a press database, which contain several."""

TEXT_SUFFIXES = (".txt", ".text", ".md")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".eml")
RTF_SUFFIXES = (".rtf",)
WARC_SUFFIXES = (".warc",)
JSONL_SUFFIXES = (".jsonl", ".ndjson")
PACKED_SUFFIXES = (".gz", ".zst")
DELIMITERS = ",;\t"

FOLDER_SUFFIXES = tuple(
    suffix + packed
    for suffix in (
        *TEXT_SUFFIXES,
        *HTML_SUFFIXES,
        *JSONL_SUFFIXES,
        *DOCUMENT_SUFFIXES,
        *RTF_SUFFIXES,
        *WARC_SUFFIXES,
    )
    for packed in ("", *PACKED_SUFFIXES)
)
"""What is read inside a folder or an archive.

No CSV: in a folder it is more often a table about the articles (metadata.csv) than the articles
themselves. No zip: it is often the same folder, packed. Both are read if given by name.
"""

ZIP_MAGIC = b"PK\x03\x04"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]\s*(?:[\"{\]}]|$)")


def kind_by_name(path: str, wanted: Format) -> Kind | None:
    """Return the kind by name or by ``wanted``; None if only the content can tell."""
    name = path.lower()
    if name.endswith(".zip"):
        return "zip"
    if wanted in ("jsonl", "csv"):
        return "jsonl" if wanted == "jsonl" else "csv"
    if wanted in ("text", "html"):
        return "one"
    for packed in PACKED_SUFFIXES:
        name = name.removesuffix(packed)
    if name.endswith(TEXT_SUFFIXES + DOCUMENT_SUFFIXES):
        return "one"
    if name.endswith(HTML_SUFFIXES):
        return "page"
    if name.endswith(RTF_SUFFIXES):
        return "rtf"
    if name.endswith(WARC_SUFFIXES):
        return "warc"
    if name.endswith(JSONL_SUFFIXES):
        return "jsonl"
    return "csv" if name.endswith((".csv", ".tsv")) else None


def kind_by_content(head: bytes, text_fields: Collection[str]) -> Kind:
    """Return the kind by the first bytes: JSON, a table with a text column, or one document."""
    if head.startswith(ZIP_MAGIC):
        return "zip"
    if head.startswith((b"WARC/", b"{\\rtf")):
        return "warc" if head.startswith(b"WARC/") else "rtf"
    if head.startswith(WIDE_MARKS):
        wide = "utf-32" if head.startswith(WIDE_MARKS[:2]) else "utf-16"
        head = head.decode(wide, "ignore").encode("utf-8", "ignore")
    if _JSON.match(head):
        return "jsonl"
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("latin-1")
    names = {name.strip().casefold() for name in cells(line, delimiter_of(line))}
    if len(names) > 1 and names & set(text_fields):
        return "csv"
    return "page" if head.lstrip()[:1] == b"<" else "one"


def delimiter_of(line: str) -> str:
    """Return the delimiter of a header: the most frequent of comma, semicolon and tab."""
    return max(DELIMITERS, key=line.count)


def cells(line: str, delimiter: str) -> list[str]:
    """Split one line of CSV; an empty list if it is not CSV."""
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
