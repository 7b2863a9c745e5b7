"""The reading options, which apply to all documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dprk_events.reading.decoding import check_encoding
from dprk_events.reading.fields import DEFAULT_FIELDS, Fields
from dprk_events.reading.formats import Format
from dprk_events.reading.metadata import Metadata

MAX_BYTES = 20_000_000
"""Default limit for one document. A press article is under 0.1 MB; more is a mistake or a dump."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read the input; ``published`` and ``encoding`` apply to every document.

    ``max_bytes`` is the size limit for one document, in bytes, unpacked. ``format`` is the format
    of all input, ``fields`` maps the fields of JSON Lines and CSV records. With ``any_language`` a
    document that is not French is read instead of being an error. ValueError on an unknown encoding
    or a limit below 1.
    """

    published: dt.date | None = None
    metadata: Metadata | None = None
    max_bytes: int = MAX_BYTES
    encoding: str | None = None
    format: Format = "auto"
    fields: Fields = DEFAULT_FIELDS
    any_language: bool = False

    def __post_init__(self) -> None:
        if self.encoding is not None:
            check_encoding(self.encoding)
        if self.max_bytes < 1:
            msg = f"max_bytes is {self.max_bytes}. Use a number of bytes above 0."
            raise ValueError(msg)
