"""What the documents of a summary tell together: happenings as rows of its timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.output.printable import one_line, printable
from dprk_events.output.rows import PLACES, EventRow, event_row
from dprk_events.records import (
    DocumentRecord,
    EventFilter,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)

MOST_LINKED = 2_000
"""Events that are linked for a summary, in a second or two; for more, there is `link`."""
_NAMES = 3
"""So many names of a role are shown."""
_WORDS = dict(PLACES)

Key = tuple[str, str]
"""A document's id and the id of an event in it."""


class Together:
    """Keeps the records of a few events, to link them once all are there.

    Attributes:
        events: Number of events that were given.

    """

    def __init__(self) -> None:
        self.events = 0
        self._records: list[Record] = []

    @property
    def too_many(self) -> bool:
        """Whether there are more events than are linked."""
        return self.events > MOST_LINKED

    def add(self, record: Record) -> None:
        """Take the events of a document or event record; other records have none."""
        if self.too_many or not isinstance(record, DocumentRecord | EventRecord):
            return
        more = len(record.events) if isinstance(record, DocumentRecord) else 1
        self.events += more
        if self.too_many:
            self._records.clear()
        elif more:
            self._records.append(record)

    def rows(self, *, everything: bool, wanted: EventFilter | None) -> list[EventRow] | None:
        """Return a row for each happening that has an event that is wanted.

        None if there is nothing to link: too many events, or those of one document.
        """
        if len({record.doc.id for record in self._records}) < 2:  # type: ignore[union-attr]
            return None
        from dprk_events.linking import link  # noqa: PLC0415

        events = {(event.doc.id, event.id): event for event in self._events()}
        rows = []
        for happening in link(self._records):
            told = [events[each.doc, each.event] for each in happening.events]
            if wanted is not None and not any(map(wanted.keeps, told)):
                continue
            if happening.dprk or everything:
                rows.append(happening_row(happening, told))
        return rows

    def _events(self) -> Iterator[EventRecord]:
        for record in self._records:
            if isinstance(record, DocumentRecord):
                yield from flatten_events(record, None)
            elif isinstance(record, EventRecord):
                yield record


def happening_row(happening: HappeningRecord, events: Sequence[EventRecord]) -> EventRow:
    """Build the row of a happening; that of its event where a single document tells it."""
    first = event_row(events[0])
    if happening.documents == 1:
        return first
    value, place = happening.time.value, happening.place
    day = happening.time.earliest or happening.time.latest
    bounds = (2, "") if value is None else (0, day) if day else (1, value)
    sure = [each.confidence for each in events if each.confidence is not None]
    return EventRow(
        key=(*bounds, *first.key[2:]),
        value=printable(value or ""),
        words="",
        type=first.type,
        modality=happening.modality,
        source="",
        who=_names(happening, "actor"),
        to_whom=_names(happening, "recipient"),
        with_what=_names(happening, "instrument"),
        where="" if place is None else f"{_WORDS.get(place.role, 'in')} {one_line(place.name)}",
        document=first.document,
        trigger=first.trigger,
        dprk=happening.dprk,
        confidence=max(sure, default=None),
        documents=happening.documents,
        sources=happening.sources,
        disputed=", ".join(dict.fromkeys(each.key for each in happening.disagreements)),
    )


def _names(happening: HappeningRecord, role: str) -> str:
    """Return the participants of a role that most sources name."""
    names = (getattr(each, "name", "") for each in happening.roles if each.role == role)
    return ", ".join([one_line(name) for name in names][:_NAMES])
