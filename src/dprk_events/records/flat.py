"""Flat records: one self-contained line for each event, entity or date; and the error record.

Where the document record has the id of an entity or a date, a flat record has the whole item.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from dprk_events.names import Modality
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
    Filler,
    PlaceItem,
    Quantity,
    SourceItem,
    TimeItem,
    role_shape,
)
from dprk_events.records.upgrade import upgraded_event, upgraded_number


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
    url: str | None = None
    """Where the article was published."""
    source: str | None = None
    """Who published it."""


class FlatFiller(Filler):
    """A participant, with the entity that it names."""

    entity: EntityItem | None  # type: ignore[assignment]
    """The entity that its fullest naming is; null for a common noun."""


class FlatSource(SourceItem):
    """A source, with the entity that it names."""

    entity: EntityItem | None  # type: ignore[assignment]
    """The entity that its fullest naming is; null for a common noun."""


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

    # `known` may be missing when lines are read back: older versions did not write it.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

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
    """The date expression that says when it happens; null if the text does not say."""
    time: TimeItem
    """When it happens."""
    place: PlaceItem | None
    """Where it happens; null if no known place is named."""
    known: str | None = None
    """Which happening of the register of known happenings it is, by its id (`docs/known.md`); null
    if none, or if the words leave it open."""
    confidence: Share | None
    """How likely the row (type, actors, recipients, time and modality) is to be right, from 0 to 1;
    null if the line was written with schema 1."""
    mention_confidence: Share
    """How likely type and trigger are to be right, from 0 to 1."""
    mentions: Annotated[list[FlatMention], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[FlatFiller, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Participants and quantities, from all mentions."""
    sources: list[FlatSource]
    """Everyone who reports or denies it, in the order of their first naming."""
    codes: Codes
    """The type in other coding schemes."""
    attributes: Attributes | None
    """Attributes of a missile test; null for every other type."""

    _upgrade = model_validator(mode="before")(upgraded_event)


class EntityRecord(EntityItem, FlatRecord):
    """One entity on a line of its own (`--records entities`)."""

    record: Literal["entity"]
    """Always `entity`."""

    _upgrade = model_validator(mode="before")(upgraded_number)


class DateRecord(DateItem, FlatRecord):
    """One date expression on a line of its own (`dprk-events dates`)."""

    record: Literal["date"]
    """Always `date`."""

    _upgrade = model_validator(mode="before")(upgraded_number)


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
