"""What a file of another format holds: :class:`Document`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document and what was said beside it, None where nothing was.

    ``encoding`` is None where the format says it itself. ``confidence`` is that of ``published``.
    With ``page`` the text is HTML still to be read.
    """

    text: str
    encoding: str | None = None
    title: str | None = None
    published: dt.date | None = None
    confidence: float | None = None
    source: str | None = None
    page: bool = False
