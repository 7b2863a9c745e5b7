"""Extract the text of Word documents (.docx), zip archives of XML, with the standard library."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from dprk_events.reading.documents.document import Document
from dprk_events.reading.errors import UnreadableError
from dprk_events.reading.formats import ZIP_MAGIC
from dprk_events.reading.loading import load_stream
from dprk_events.reading.stream import InputStream, damaged

_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\u00ad",
}
_LEFT_OUT = frozenset({_FALLBACK, f"{_W}del", f"{_W}moveFrom"})
_CHUNK = 1 << 16
_DEEPEST = 500


def is_docx(data: bytes) -> bool:
    """Return whether these are the bytes of a .docx: a zip archive with a Word document."""
    return data.startswith(ZIP_MAGIC) and _BODY.encode() in data


def read_docx(data: bytes, max_bytes: int) -> Document:
    """Read the paragraphs of a .docx, one per line, without headers, footers and notes.

    Raises:
        UnreadableError: It is damaged, locked, or larger than ``max_bytes`` when unpacked.

    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise damaged(error) from error
    with archive:
        try:
            paragraphs = list(_paragraphs(_part(archive, _BODY, max_bytes)))
            title = _title(_part(archive, _CORE, max_bytes))
        except ParseError as error:
            raise damaged(error) from error
    return Document("\n".join(paragraphs) + "\n", title=title)


def _part(archive: zipfile.ZipFile, name: str, max_bytes: int) -> bytes:
    """Unpack a part, at most ``max_bytes`` of it; empty if there is none."""
    try:
        member = archive.open(name)
    except KeyError:
        return b""
    except RuntimeError as error:  # it is encrypted
        raise UnreadableError(
            "locked", "This document is protected by a password. Save it without one."
        ) from error
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise damaged(error) from error
    with member:
        return load_stream(cast(BinaryIO, InputStream(cast(BinaryIO, member))), max_bytes)


def _events(xml: bytes) -> Iterator[tuple[str, Element]]:
    """Parse XML incrementally; refuse entity declarations, which may expand greatly."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise UnreadableError(
            "damaged",
            "This document declares entities, which no word processor does. Save it again.",
        )
    parser: Any = XMLPullParser(("start", "end"))
    for at in range(0, len(xml), _CHUNK):
        parser.feed(xml[at : at + _CHUNK])
        yield from parser.read_events()
    parser.close()
    yield from parser.read_events()


def _paragraphs(xml: bytes) -> Iterator[str]:
    """Yield the text of each paragraph in order, including those in tables and text boxes."""
    if not xml:
        raise UnreadableError("damaged", "There is no document in this file. Save it again.")
    open_paragraphs: list[list[str]] = []
    hidden = 0
    for event, element in _events(xml):
        if element.tag in _LEFT_OUT:
            hidden += 1 if event == "start" else -1
        if hidden:
            continue
        if element.tag == f"{_W}p" and event == "start":
            if len(open_paragraphs) > _DEEPEST:
                raise UnreadableError(
                    "damaged", "Its paragraphs are nested too deeply. Save it again."
                )
            open_paragraphs.append([])
        elif event == "end" and open_paragraphs:
            if element.tag == f"{_W}t":
                open_paragraphs[-1].append(element.text or "")
            elif element.tag in _SIGNS:
                open_paragraphs[-1].append(_SIGNS[element.tag])
            elif element.tag == f"{_W}p":
                yield "".join(open_paragraphs.pop())
                element.clear()


def _title(xml: bytes) -> str | None:
    if not xml:
        return None
    for event, element in _events(xml):
        if event == "end" and element.tag == _TITLE:
            return " ".join((element.text or "").split()) or None
    return None
