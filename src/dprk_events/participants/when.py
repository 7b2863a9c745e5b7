"""When an event is: its date, else what its modality and the publication date leave open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dprk_events.dates import Timex
from dprk_events.events import Event
from dprk_events.events.event import DONE
from dprk_events.events.row import NO_TIME, EventTime
from dprk_events.names import TimeGround


def time_of(event: Event, dates: Sequence[Timex], published: date | None) -> EventTime:
    """Return the time of an event.

    Args:
        event: The event; ``event.date`` counts in ``dates``.
        dates: The date expressions of the document.
        published: The reference date, None where it is not known.

    Returns:
        The value and days of its date where that has a value: ``stated`` where the first mention
        has it, ``other-mention`` where the event has it from a later one. Else what is told as done
        is not later than the reference date, and what is planned not earlier (``published``). What
        is only possible, or denied, has no bound.

    """
    stated = None if event.date is None else dates[event.date]
    if stated is not None and stated.value is not None:
        first = min(event.mentions, key=lambda mention: (mention.start, mention.end))
        ground: TimeGround = "stated" if first.date == event.date else "other-mention"
        return EventTime(stated.value, stated.earliest, stated.latest, ground)
    if published is None:
        return NO_TIME
    if event.modality in DONE:
        return EventTime(None, None, published.isoformat(), "published")
    if event.modality == "planned":
        return EventTime(None, published.isoformat(), None, "published")
    return NO_TIME
