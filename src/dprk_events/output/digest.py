"""What the summary needs of a record: small, and fit to be sent from one process to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dprk_events.output.plain import one_line, plain
from dprk_events.output.rows import EventRow, document_name, event_row
from dprk_events.records import (
    DocumentRecord,
    EntityRecord,
    ErrorRecord,
    EventRecord,
    Record,
    flatten_events,
)
from dprk_events.records.document import DocumentInfo, EntityItem
from dprk_events.records.flat import DocumentHead

NAMED = {"PER": "People", "LOC": "Places", "WEAPON": "Weapons"}
"""The labels whose most frequent names are shown, with their headings."""


@dataclass(frozen=True, slots=True)
class Digest:
    """One record, as far as the summary shows it. All strings are safe to show.

    Attributes:
        failed: Path and message, for a document that could not be read.
        name: What the document is called in the summary, with an inferred publication date.
        published: Where the publication date was taken from.
        pipeline: What made the record.
        gated: Whether the document was not analysed.
        remarks: Kinds of the remarks on how the document was read, each once.
        flat: The id of the document that a flat line belongs to; None for a document line.
        events: Rows with the number of mentions of each.
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
    names: tuple[tuple[str, str], ...] = ()


def digest_of(record: Record) -> Digest:
    """Take from a record what the summary needs."""
    if isinstance(record, ErrorRecord):
        return Digest(failed=(plain(record.path), one_line(record.error.message)))
    if isinstance(record, DocumentRecord):
        made = record.pipeline
        return Digest(
            name=_name(record.doc),
            published=record.doc.published.source,
            pipeline=f"{made.model} {made.model_version}, dprk-events {made.version}, "
            f"rules {made.rules[:12]}",
            gated=record.gated,
            remarks=tuple(sorted({plain(remark.kind) for remark in record.doc.remarks})),
            events=_events(flatten_events(record, None)),
            names=_names(record.entities),
        )
    return Digest(
        name=_name(record.doc),
        published=record.doc.published.source,
        flat=record.doc.id,
        events=_events([record] if isinstance(record, EventRecord) else ()),
        names=_names([record] if isinstance(record, EntityRecord) else ()),
    )


def _name(doc: DocumentInfo | DocumentHead) -> str:
    name = document_name(doc.path)
    if doc.published.source == "text":
        sure = f" ({doc.published.confidence:.0%})" if doc.published.confidence else ""
        name += f" {doc.published.value}{sure}"
    return name


def _events(events: Iterable[EventRecord]) -> tuple[tuple[EventRow, int], ...]:
    return tuple((event_row(event), len(event.mentions)) for event in events)


def _names(entities: Iterable[EntityItem]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (entity.label, one_line(entity.canonical or entity.text))
        for entity in entities
        if entity.label in NAMED
    )
