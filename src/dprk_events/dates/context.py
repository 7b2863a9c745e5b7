"""What an expression hangs on besides its own words: :class:`Context`.

The reference date is the publication date. A reference that was only inferred fixes years, not
days: "hier" or a bare weekday stay open with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dprk_events.dates.calendar import When
from dprk_events.dates.tense import UNTOLD, Told
from dprk_events.names import Anchor
from dprk_events.reading.article import Published

#: Below this confidence a reference out of the text settles years only.
SURE = 0.75


@dataclass(slots=True)
class Context:
    """What an expression hangs on. ``history`` holds the expressions before it, in text order."""

    reference: Published
    tense: Callable[[], Told]
    history: list[When] = field(default_factory=list)
    frame_year: int | None = None
    month: tuple[int, int] | None = None  # year and month of the last day or month named
    begun: bool = False  # it lies in the past for certain ("depuis …")
    entry: bool = False  # the reference is the heading of an entry of a live page

    @property
    def day(self) -> dt.date | None:
        """The reference where it is good to the day."""
        sure = self.reference.source != "text" or (self.reference.confidence or 0) >= SURE
        return self.reference.value if sure else None

    @property
    def near(self) -> dt.date | None:
        """The reference where it is good to the year at least."""
        return self.reference.value

    @property
    def anchor(self) -> Anchor:
        """What a value drawn from the reference stands on."""
        return "published" if self.day and not self.entry else "text"

    def of_an_entry(self, heading: When) -> Context:
        """Give the same context in an entry of a live page, if its heading is a known day."""
        if heading.first is None or heading.grain != "day":
            return self
        reference = Published(heading.first, "text", 1.0)
        return replace(self, reference=reference, entry=True)

    def past(self) -> Context:
        """Give the same context for something that has certainly begun."""
        return replace(self, tense=lambda: Told("past"), begun=True)

    def undated(self) -> Context:
        """Give the same context without a reference date or anything read before."""
        return Context(Published(), self.tense)

    def limited(self) -> Context:
        """Give the same context for a limit ("jusqu'à …"): ahead of what goes on or is to come.

        A past tense tells nothing of it: "ont été suspendus jusqu'à lundi".
        """

        def told() -> Told:
            return Told("future") if self.tense().tense in ("present", "future") else UNTOLD

        return replace(self, tense=told, begun=False)
