"""Flat records: one self-contained line for each event, entity or date; and the error record.

Where the document record has the id of an entity or a date, a flat record has the whole item.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from dprk_events.names import Modality, PlainRole
from dprk_events.records.attributes import Attributes
from dprk_events.records.base import (
    Codes,
    ContractModel,
    DocumentId,
    End,
    EventId,
    Published,
    Quote,
    SchemaNumber,
    Share,
    Start,
    Text,
)
from dprk_events.records.document import (
    DateItem,
    EntityItem,
    Quantity,
    role_shape,
)


class DocumentHead(ContractModel):
    """The document that a flat record comes from."""

    # See DocumentInfo.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: DocumentId
    """SHA-256 of the bytes read."""
    path: str
    """The input's path as given; `-` is standard input."""
    title: str | None
    """The article's title."""
    published: Published
    """The publication date, which relative dates are resolved against."""
    record_id: str | None = None
    """The `id` field of a JSON Lines or CSV record."""


class FlatFiller(ContractModel):
    """The phrase that fills a role, with the entity that it names."""

    role: PlainRole
    """The role that it fills."""
    text: Text
    start: Start
    end: End
    entity: EntityItem | None
    """The entity that it names; null for a common noun."""


class FlatAttribution(ContractModel):
    """The source that a mention is attributed to."""

    text: Text
    start: Start
    end: End
    entity: EntityItem | None
    """The entity that it names; null for a common noun."""


class FlatSentence(ContractModel):
    """A sentence and, if the input could be read, its text."""

    text: str | None
    """Exactly `text[start:end]` of the input; null only if `convert` could not read it again."""
    start: Start
    end: End


class FlatMention(ContractModel):
    """One place where the text mentions the event."""

    trigger: Quote
    """The word or words that express the event."""
    modality: Modality
    """How committed the text is to it."""
    attribution: FlatAttribution | None
    """The source that the statement is attributed to; null if the writer states it."""
    sentence: FlatSentence
    """The sentence of the trigger."""
    rule: str
    """The rule that found it (`dprk-events rules show ID`)."""


class FlatRecord(ContractModel):
    """The keys that every flat record begins with."""

    record: str
    """What kind of record the line is."""
    schema_: SchemaNumber = Field(alias="schema")
    doc: DocumentHead
    """The document it was found in."""


class EventRecord(FlatRecord):
    """One event on a line of its own (`--records events`)."""

    record: Literal["event"]
    """Always `event`."""
    id: EventId
    """Unique within the document."""
    type: str
    """Event type of the ontology, or of the user's own rules."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    modality: Modality
    """The modality of the most committed mention; `negated` if all mentions are."""
    date: DateItem | None
    """When it happens; null if the text does not say."""
    confidence: Share
    """How likely the event is to be right, from 0 to 1."""
    mentions: Annotated[list[FlatMention], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[FlatFiller, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Participants and quantity, from all mentions."""
    codes: Codes
    """The type in other coding schemes."""
    attributes: Attributes | None
    """Attributes of a missile test; null for every other type."""


class EntityRecord(EntityItem, FlatRecord):
    """One entity on a line of its own (`--records entities`)."""

    record: Literal["entity"]
    """Always `entity`."""


class DateRecord(DateItem, FlatRecord):
    """One date expression on a line of its own (`dprk-events dates`)."""

    record: Literal["date"]
    """Always `date`."""


class ErrorInfo(ContractModel):
    """Why a document could not be read."""

    kind: str
    """For programs: one word, such as `missing`, `empty` or `internal`."""
    message: str
    """For people: what is wrong and how to fix it."""


class ErrorRecord(ContractModel):
    """A document that could not be read, in its place in input order."""

    record: Literal["error"]
    """Always `error`."""
    path: str
    """The input's path as given; `-` is standard input."""
    error: ErrorInfo
    """Why it could not be read."""
