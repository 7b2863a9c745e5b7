"""What comes out of reading: an :class:`Article`, or a :class:`ReadingError` in its place."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dprk_events.names import PublishedSource


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date and the ground it stands on.

    ``value`` is None exactly when ``source`` is ``"none"``; ``confidence`` (0 to 1) is then too.
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
    """Something about how a document was read that its user should know.

    ``kind`` for programs (``encoding``, ``mojibake``, ``date-conflict``…), ``message`` for people.
    """

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One input document.

    ``text`` is the decoded input, never altered (of a record its text field; of HTML the extracted
    text): every offset in the program counts its code points, 0-based, end exclusive. Boilerplate
    is listed in ``masked`` (sorted, disjoint). ``record_id`` is the name that a record of JSON
    Lines or CSV gives itself; ``encoding`` is what the bytes were decoded with.
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

    @property
    def readable(self) -> str:
        """``text`` with each masked character blanked: same length, line ends kept."""
        if not self.masked:
            return self.text
        parts: list[str] = []
        at = 0
        for region in self.masked:
            parts.append(self.text[at : region.start])
            hidden = self.text[region.start : region.end]
            parts.append("".join(c if c in "\r\n" else " " for c in hidden))
            at = region.end
        parts.append(self.text[at:])
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class ReadingError:
    """A document that could not be read: ``kind`` for programs, ``message`` for people."""

    path: str
    kind: str
    message: str
