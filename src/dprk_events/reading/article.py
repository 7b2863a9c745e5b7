"""The result of reading: an :class:`Article`, or a :class:`ReadingError` in its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dprk_events.names import PublishedSource
from dprk_events.reading.alignment import Alignment


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date and its source.

    ``value`` is None exactly when ``source`` is ``"none"``; so is ``confidence`` (0 to 1).
    """

    value: dt.date | None = None
    source: PublishedSource = "none"
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class MaskedRegion:
    """A stretch of boilerplate: code points ``start`` to ``end`` (exclusive) of the text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that users should know about how a document was read.

    ``kind`` is for programs (``encoding``, ``mojibake``, ``date-conflict``…), ``message`` for
    people.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading text, if it differs from the input: broken lines joined, damage repaired.

    ``alignment`` maps ``text`` to the text of the article. The other offsets refer to ``text``:
    ``capitals`` and ``unaccented`` are stretches (start, end) whose letters are still to be
    restored by a later stage that knows words.
    """

    text: str
    alignment: Alignment
    masked: tuple[MaskedRegion, ...] = ()
    capitals: tuple[tuple[int, int], ...] = ()
    unaccented: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One input document.

    ``text`` is the decoded input, never altered (of a record its text field, of HTML the extracted
    text); every offset in the program counts its code points, 0-based, end exclusive. Boilerplate
    is listed in ``masked`` (sorted, disjoint). ``record_id`` is the id in a record of JSON Lines or
    CSV; ``encoding`` is the one the bytes were decoded with, None if the format determines it.
    ``reading`` is None if the text is read as it is.
    """

    id: str
    path: str
    text: str
    masked: tuple[MaskedRegion, ...] = ()
    title: str | None = None
    published: Published = Published()
    url: str | None = None
    source: str | None = None
    language: str = "fr"
    record_id: str | None = None
    encoding: str | None = None
    remarks: tuple[Remark, ...] = ()
    reading: Reading | None = None

    @property
    def as_read(self) -> Article:
        """The article as the stages see it, with ``text`` and ``masked`` of ``reading``."""
        if self.reading is None:
            return self
        return replace(self, text=self.reading.text, masked=self.reading.masked, reading=None)

    @property
    def readable(self) -> str:
        """``text`` with each masked character blanked: same length, line ends kept."""
        return blanked(self.text, self.masked)


def blanked(text: str, masked: Iterable[MaskedRegion]) -> str:
    """Return ``text`` with the sorted regions blanked: same length, line ends kept."""
    parts: list[str] = []
    at = 0
    for region in masked:
        parts.append(text[at : region.start])
        hidden = text[region.start : region.end]
        parts.append("".join(c if c in "\r\n" else " " for c in hidden))
        at = region.end
    return "".join((*parts, text[at:])) if parts else text


@dataclass(frozen=True, slots=True)
class ReadingError:
    """A document that could not be read: ``kind`` for programs, ``message`` for people."""

    path: str
    kind: str
    message: str
