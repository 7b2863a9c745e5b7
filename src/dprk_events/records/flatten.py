"""Turn a document record into self-contained flat records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from dprk_events.records.base import SCHEMA_VERSION
from dprk_events.records.document import (
    DateItem,
    DocumentInfo,
    DocumentRecord,
    EntityItem,
    EventItem,
    Filler,
    MentionItem,
    Quantity,
    SourceItem,
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
    FlatSource,
)

Lines = Literal["documents", "events", "entities"]
"""What each line of output holds, as in ``--records``."""


def flatten(
    record: DocumentRecord | ErrorRecord,
    wanted: Lines,
    text: str | None,
    *,
    with_text: bool = False,
) -> Iterator[DocumentRecord | EventRecord | EntityRecord | ErrorRecord]:
    """Yield the records to write: the document, its events or its entities.

    An error record is yielded in any case. ``text`` is as in :func:`flatten_events`; ``with_text``
    includes it in the document record.
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
    """Yield a flat record for each event of a document.

    Args:
        record: The document.
        text: Its decoded input, which supplies the text of the sentences: the document record does
            not hold it. None if the input can no longer be read; the sentences' ``text`` is then
            null.

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
                "time": event.time,
                "place": event.place,
                "known": event.known,
                "confidence": event.confidence,
                "mention_confidence": event.mention_confidence,
                "mentions": [_mention(mention, entities, text) for mention in event.mentions],
                "roles": [_role(role, entities) for role in event.roles],
                "sources": [_source(source, entities) for source in event.sources],
                "codes": event.codes,
                "attributes": event.attributes,
            }
        )


def flatten_entities(record: DocumentRecord) -> Iterator[EntityRecord]:
    """Yield a flat record for each entity of a document."""
    head = document_head(record.doc)
    for entity in record.entities:
        yield EntityRecord.model_validate(
            {"record": "entity", "schema": SCHEMA_VERSION, "doc": head, **entity.model_dump()}
        )


def flatten_dates(doc: DocumentInfo, dates: list[DateItem]) -> Iterator[DateRecord]:
    """Yield a flat record for each date of a document."""
    head = document_head(doc)
    for date in dates:
        yield DateRecord.model_validate(
            {"record": "date", "schema": SCHEMA_VERSION, "doc": head, **date.model_dump()}
        )


def document_head(doc: DocumentInfo) -> DocumentHead:
    """Return the description of the document that flat records carry."""
    return DocumentHead(
        id=doc.id,
        path=doc.path,
        title=doc.title,
        published=doc.published,
        record_id=doc.record_id,
        url=doc.url,
        source=doc.source,
    )


def dangling_ids(record: DocumentRecord) -> list[str]:
    """List ids that the record uses but does not define, as in a file edited by hand."""
    known = {entity.id for entity in record.entities} | {date.id for date in record.dates}
    return sorted({name for event in record.events for name in _used(event)} - known)


def _used(event: EventItem) -> Iterator[str]:
    if event.date is not None:
        yield event.date
    for role in event.roles:
        if isinstance(role, Filler) and role.entity is not None:
            yield role.entity
    for source in event.sources:
        if source.entity is not None:
            yield source.entity
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
    entity = None if role.entity is None else entities[role.entity]
    return FlatFiller.model_validate({**role.model_dump(), "entity": entity})


def _source(source: SourceItem, entities: Mapping[str, EntityItem]) -> FlatSource:
    entity = None if source.entity is None else entities[source.entity]
    return FlatSource.model_validate({**source.model_dump(), "entity": entity})
