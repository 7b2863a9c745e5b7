"""From the document record to flat records that stand on their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from dprk_events.records.document import (
    DateItem,
    DocumentInfo,
    DocumentRecord,
    EntityItem,
    EventItem,
    Filler,
    MentionItem,
    Quantity,
)
from dprk_events.records.flat import (
    DateRecord,
    DocumentHead,
    EntityRecord,
    ErrorRecord,
    EventRecord,
    FlatAttribution,
    FlatFiller,
    FlatMention,
    FlatSentence,
)
from dprk_events.records.part import SCHEMA_VERSION

Lines = Literal["documents", "events", "entities"]
"""What a line of output is; as ``--records``."""


def flatten(
    record: DocumentRecord | ErrorRecord,
    wanted: Lines,
    text: str | None,
    *,
    with_text: bool = False,
) -> Iterator[DocumentRecord | EventRecord | EntityRecord | ErrorRecord]:
    """Give the records that are to be lines: the document, its events or its entities.

    An error is a line whatever is wanted. ``text`` as in :func:`flatten_events`; ``with_text`` puts
    it into a document's line.
    """
    if not isinstance(record, DocumentRecord):
        yield record
    elif wanted == "events":
        yield from flatten_events(record, text)
    elif wanted == "entities":
        yield from flatten_entities(record)
    elif with_text:
        yield record.model_copy(update={"doc": record.doc.model_copy(update={"text": text})})
    else:
        yield record


def flatten_events(record: DocumentRecord, text: str | None) -> Iterator[EventRecord]:
    """Give each event of a document as a line of its own.

    Args:
        record: The document.
        text: Its decoded input, for the sentences' words: the document record does not hold them.
            None where the input can no longer be read; the sentences' ``text`` is null then.

    """
    head = document_head(record.doc)
    entities = {entity.id: entity for entity in record.entities}
    dates = {date.id: date for date in record.dates}
    for event in record.events:
        yield EventRecord.model_validate(
            {
                "record": "event",
                "schema": SCHEMA_VERSION,
                "doc": head,
                "id": event.id,
                "type": event.type,
                "dprk": event.dprk,
                "modality": event.modality,
                "date": None if event.date is None else dates[event.date],
                "confidence": event.confidence,
                "mentions": [_mention(mention, entities, text) for mention in event.mentions],
                "roles": [_role(role, entities) for role in event.roles],
                "codes": event.codes,
                "attributes": event.attributes,
            }
        )


def flatten_entities(record: DocumentRecord) -> Iterator[EntityRecord]:
    """Give each entity of a document as a line of its own."""
    head = document_head(record.doc)
    for entity in record.entities:
        yield EntityRecord.model_validate(
            {"record": "entity", "schema": SCHEMA_VERSION, "doc": head, **entity.model_dump()}
        )


def flatten_dates(doc: DocumentInfo, dates: list[DateItem]) -> Iterator[DateRecord]:
    """Give each date of a document as a line of its own."""
    head = document_head(doc)
    for date in dates:
        yield DateRecord.model_validate(
            {"record": "date", "schema": SCHEMA_VERSION, "doc": head, **date.model_dump()}
        )


def document_head(doc: DocumentInfo) -> DocumentHead:
    """Give what a flat line says of its document."""
    return DocumentHead(
        id=doc.id,
        path=doc.path,
        title=doc.title,
        published=doc.published,
        record_id=doc.record_id,
    )


def dangling_ids(record: DocumentRecord) -> list[str]:
    """List ids that the record uses and does not define: a file that was changed by hand."""
    known = {entity.id for entity in record.entities} | {date.id for date in record.dates}
    return sorted({name for event in record.events for name in _used(event)} - known)


def _used(event: EventItem) -> Iterator[str]:
    if event.date is not None:
        yield event.date
    for role in event.roles:
        if isinstance(role, Filler) and role.entity is not None:
            yield role.entity
    for mention in event.mentions:
        if isinstance(mention.attribution, str):
            yield mention.attribution


def _mention(
    mention: MentionItem, entities: Mapping[str, EntityItem], text: str | None
) -> FlatMention:
    start, end = mention.sentence.start, mention.sentence.end
    words = None if text is None else text[start:end]
    source = mention.attribution
    attribution = None
    if isinstance(source, str):
        entity = entities[source]
        attribution = FlatAttribution(
            text=entity.text, start=entity.start, end=entity.end, entity=entity
        )
    elif source is not None:
        attribution = FlatAttribution(
            text=source.text, start=source.start, end=source.end, entity=None
        )
    return FlatMention(
        trigger=mention.trigger,
        modality=mention.modality,
        attribution=attribution,
        sentence=FlatSentence(text=words, start=start, end=end),
        rule=mention.rule,
    )


def _role(role: Filler | Quantity, entities: Mapping[str, EntityItem]) -> FlatFiller | Quantity:
    if isinstance(role, Quantity):
        return role
    return FlatFiller(
        role=role.role,
        text=role.text,
        start=role.start,
        end=role.end,
        entity=None if role.entity is None else entities[role.entity],
    )
