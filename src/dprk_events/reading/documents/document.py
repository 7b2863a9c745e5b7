"""The contents of a file in a format other than text: :class:`Document`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and its metadata, None where unknown.

    ``encoding`` is None if the format determines it. ``confidence`` is that of ``published``. If
    ``page`` is set, the text is HTML that is still to be read.
    """

    text: str
    encoding: str | None = None
    title: str | None = None
    published: dt.date | None = None
    confidence: float | None = None
    source: str | None = None
    page: bool = False
