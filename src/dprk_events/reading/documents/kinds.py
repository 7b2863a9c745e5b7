"""Detect the format of a document by its first bytes, and choose its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from dprk_events.reading.documents.document import Document
from dprk_events.reading.documents.docx import is_docx, read_docx
from dprk_events.reading.documents.mail import is_mail, read_mail
from dprk_events.reading.documents.pdf import read_pdf
from dprk_events.reading.documents.rtf import read_rtf

_PDF = re.compile(rb".{0,1000}?%PDF-\d", re.S)


class Kind(NamedTuple):
    """A format: ``tells`` tests bytes and path; ``read`` takes the bytes and the size limit."""

    tells: Callable[[bytes, str], bool]
    read: Callable[[bytes, int], Document]


_KINDS = (
    Kind(lambda data, _: data[:1100].count(b"%PDF-") > 0 and bool(_PDF.match(data)), read_pdf),
    Kind(lambda data, _: is_docx(data), read_docx),
    Kind(lambda data, _: data.startswith(b"{\\rtf"), read_rtf),
    Kind(is_mail, read_mail),
)


def read_document(data: bytes, path: str, max_bytes: int) -> Document | None:
    """Read a document in one of these formats; None if the bytes are in none of them.

    Raises:
        UnreadableError: The document is in a known format but cannot be read.

    """
    kind = next((kind for kind in _KINDS if kind.tells(data, path)), None)
    return None if kind is None else kind.read(data, max_bytes)
