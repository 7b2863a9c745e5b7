"""Which events of saved records are wanted: by type, time, country, modality, confidence."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.names import Modality
from dprk_events.records.document import DocumentRecord, EventItem, Filler
from dprk_events.records.flat import EventRecord
from dprk_events.records.happening import HappeningParty, HappeningRecord
from dprk_events.records.jsonl import Record

Told = EventRecord | EventItem | HappeningRecord
SIDES = frozenset({"actor", "recipient"})


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What is asked of an event; what is empty or None asks nothing.

    Attributes:
        types: Event types, one of which it must have.
        since, until: First and last day (``2024-01-31``), of which its date must have one: that of
            "2024" has days before and after March. An event without a date is left out, be it that
            neither is given.
        countries: ISO 3166 codes, one of which must stand behind an actor or a recipient.
        modalities: One of which it must have.
        min_confidence: The least confidence of the row; an event without one (schema 1) is left
            out.

    """

    types: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    countries: frozenset[str] = frozenset()
    modalities: frozenset[Modality] = frozenset()
    min_confidence: float | None = None

    def of(self, record: Record) -> Record | None:
        """Return a document with the wanted events alone, an event if it is wanted, or else None.

        Other records are returned as they are.
        """
        if isinstance(record, DocumentRecord):
            return record.model_copy(update={"events": list(filter(self.keeps, record.events))})
        return None if isinstance(record, EventRecord) and not self.keeps(record) else record

    def keeps(self, event: Told) -> bool:
        """Say whether an event or a happening, which has no confidence, is wanted."""
        if self.types and event.type not in self.types:
            return False
        if self.modalities and event.modality not in self.modalities:
            return False
        sure = None if isinstance(event, HappeningRecord) else event.confidence
        if self.min_confidence is not None and (sure or 0) < self.min_confidence:
            return False
        if self.countries and self.countries.isdisjoint(countries_of(event)):
            return False
        return self._in_time(event)

    def _in_time(self, event: Told) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = event.time.earliest, event.time.latest
        if event.time.value is None or first is last is None:  # none, or a day of an unknown year
            return False
        ends_before = self.since is not None and last is not None and last < self.since
        begins_after = self.until is not None and first is not None and first > self.until
        return not (ends_before or begins_after)


def countries_of(event: Told) -> set[str]:
    """Return the countries behind those who act and those who are acted upon."""
    return {
        code
        for role in event.roles
        if isinstance(role, Filler | HappeningParty) and role.role in SIDES
        for code in role.countries
    }
