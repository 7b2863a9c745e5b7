"""What comes out of the dates stage: :class:`Timex`, a date expression and its reading."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.dates.readings import Shift
from dprk_events.names import Anchor, DateGrain, DateKind, DatePart


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression: code points ``start`` to ``end`` (exclusive) of the article text.

    ``value`` is an EDTF (ISO 8601-2) string, None where no calendar date can be had.
    ``earliest`` and ``latest`` are its closed bounds as ISO days, None where open or unknown.
    ``anchor`` says what the value stands on: the words alone (``explicit``), the publication date
    (``published``), another date of the text (``text``), or nothing (``none``).
    ``grain`` says how fine the value is, None without one; for an open span ("depuis mars") it is
    that of its known end. ``away`` is how far it is from what is named behind it, of "au lendemain"
    in "au lendemain du tir". Both are for the stages to come and not written to records.
    """

    text: str
    start: int
    end: int
    value: str | None
    kind: DateKind
    part: DatePart | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: Anchor = "none"
    grain: DateGrain | None = None
    away: Shift | None = None
