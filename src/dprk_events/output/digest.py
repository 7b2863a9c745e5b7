"""The part of a record that the summary needs: small, and picklable between processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dprk_events.output.printable import one_line, printable
from dprk_events.output.rows import EventRow, document_name, event_row
from dprk_events.records import (
    DocumentRecord,
    EntityRecord,
    ErrorRecord,
    EventFilter,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)
from dprk_events.records.document import DocumentInfo, EntityItem
from dprk_events.records.flat import DocumentHead

NAMED = {"PER": "People", "LOC": "Places", "WEAPON": "Weapons"}
"""Labels whose most frequent names are shown, with their headings."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What the summary shows of one record. All strings are printable.

    Attributes:
        failed: Path and message, for a document that could not be read.
        name: The document's name in the summary, with its publication date if that is inferred.
        published: Where the publication date was taken from.
        pipeline: What produced the record.
        gated: Whether the document was not analysed.
        remarks: Kinds of the remarks on how the document was read, each once.
        flat: Id of the document that a flat record belongs to; None for a document record.
        events: The row of each event that is wanted, and its number of mentions.
        unwanted: Number of the other events on North Korea.
        names: Label and name of each entity.

    """

    failed: tuple[str, str] | None = None
    name: str = ""
    published: str = ""
    pipeline: str = ""
    gated: bool = False
    remarks: tuple[str, ...] = ()
    flat: str | None = None
    events: tuple[tuple[EventRow, int], ...] = ()
    unwanted: int = 0
    names: tuple[tuple[str, str], ...] = ()


def digest_of(record: Record, wanted: EventFilter | None = None) -> Digest:
    """Extract from a record what the summary needs of the events that are wanted, or of all."""
    if isinstance(record, ErrorRecord):
        return Digest(failed=(printable(record.path), one_line(record.error.message)))
    if isinstance(record, DocumentRecord):
        made = record.pipeline
        events = list(flatten_events(record, None))
        return Digest(
            name=_name(record.doc),
            published=record.doc.published.source,
            pipeline=f"{made.model} {made.model_version}, dprk-events {made.version}, "
            f"rules {made.rules[:12]}",
            gated=record.gated,
            remarks=tuple(sorted({printable(remark.kind) for remark in record.doc.remarks})),
            events=_events(events, wanted),
            unwanted=_unwanted(events, wanted),
            names=_names(record.entities),
        )
    if isinstance(record, HappeningRecord):
        return Digest()  # of many documents: see `output.happenings`
    events = [record] if isinstance(record, EventRecord) else []
    return Digest(
        name=_name(record.doc),
        published=record.doc.published.source,
        flat=record.doc.id,
        events=_events(events, wanted),
        unwanted=_unwanted(events, wanted),
        names=_names([record] if isinstance(record, EntityRecord) else ()),
    )


def _name(doc: DocumentInfo | DocumentHead) -> str:
    name = document_name(doc.path)
    if doc.published.source == "text":
        sure = f" ({doc.published.confidence:.0%})" if doc.published.confidence else ""
        name += f" {doc.published.value}{sure}"
    return name


def _events(
    events: Iterable[EventRecord], wanted: EventFilter | None
) -> tuple[tuple[EventRow, int], ...]:
    return tuple(
        (event_row(event), len(event.mentions))
        for event in events
        if wanted is None or wanted.keeps(event)
    )


def _unwanted(events: Iterable[EventRecord], wanted: EventFilter | None) -> int:
    if wanted is None:
        return 0
    return sum(event.dprk and not wanted.keeps(event) for event in events)


def _names(entities: Iterable[EntityItem]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (entity.label, one_line(entity.canonical or entity.text))
        for entity in entities
        if entity.label in NAMED
    )
