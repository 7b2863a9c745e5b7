"""The flat records: one self-contained line for each event, entity or date; and the error line.

Where the document record has an entity's or a date's id, a flat record has the thing itself.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from dprk_events.names import Modality
from dprk_events.records.attributes import Attributes
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
from dprk_events.records.part import (
    Codes,
    DocumentId,
    End,
    EventId,
    Part,
    Published,
    Quote,
    SchemaNumber,
    Share,
    Start,
    Text,
)
from dprk_events.records.upgrade import upgraded_event, upgraded_number


class DocumentHead(Part):
    """The document that a flat line was taken from."""

    # See DocumentInfo.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: DocumentId
    """SHA-256 of the input's bytes as read."""
    path: str
    """The input's path as given; `-` is standard input."""
    title: str | None
    """The article's title."""
    published: Published
    """The publication date, which relative dates are read against."""
    record_id: str | None = None
    """What a record of JSON Lines or CSV calls itself (its field `id`)."""


class FlatFiller(Filler):
    """A participant, with the entity that it names."""

    entity: EntityItem | None  # type: ignore[assignment]
    """The entity that its fullest naming is; null for a common noun."""


class FlatSource(SourceItem):
    """A source, with the entity that it names."""

    entity: EntityItem | None  # type: ignore[assignment]
    """The entity that its fullest naming is; null for a common noun."""


class FlatAttribution(Part):
    """On whose word a mention stands."""

    text: Text
    start: Start
    end: End
    entity: EntityItem | None
    """The entity that it names; null for a common noun."""


class FlatSentence(Part):
    """A sentence and, where the input could be read, its words."""

    text: str | None
    """Exactly `text[start:end]` of the input; null only where `convert` could not read it again."""
    start: Start
    end: End


class FlatMention(Part):
    """One place where the text speaks of the event."""

    trigger: Quote
    """The word that stands for the event."""
    modality: Modality
    """How committed the text is to it."""
    attribution: FlatAttribution | None
    """On whose word; null for the writer's own."""
    sentence: FlatSentence
    """The sentence of the trigger."""
    rule: str
    """The rule that found it (`dprk-events rules show ID`)."""


class FlatRecord(Part):
    """What every flat line begins with."""

    record: str
    """What the line is."""
    schema_: SchemaNumber = Field(alias="schema")
    doc: DocumentHead
    """Where it was found."""


class EventRecord(FlatRecord):
    """One event on a line of its own (`--records events`)."""

    record: Literal["event"]
    """Always `event`."""
    id: EventId
    """Unique within the document."""
    type: str
    """Event type of the ontology, or of a user's own rules."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    modality: Modality
    """That of the most committed mention; `negated` where all are."""
    date: DateItem | None
    """The date expression that says when; null where the text does not say."""
    time: TimeItem
    """When it happens."""
    place: PlaceItem | None
    """Where it happens; null where no known place is named."""
    confidence: Share | None
    """How sure the row is: type, who, to whom, time and modality all right. Null in what is read
    from schema 1."""
    mention_confidence: Share
    """How sure type and trigger are."""
    mentions: Annotated[list[FlatMention], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[FlatFiller, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Who and what, from all mentions."""
    sources: list[FlatSource]
    """Everyone on whose word it stands or who denies it; in the order of their first naming."""
    codes: Codes
    """The type in other coding schemes."""
    attributes: Attributes | None
    """What is said of a missile test; null for every other type."""

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


class ErrorInfo(Part):
    """Why a document could not be read."""

    kind: str
    """For programs: one word, such as `missing`, `empty` or `internal`."""
    message: str
    """For people: what is wrong and what to do."""


class ErrorRecord(Part):
    """A document that could not be read, in its place in the order."""

    record: Literal["error"]
    """Always `error`."""
    path: str
    """The input's path as given; `-` is standard input."""
    error: ErrorInfo
    """Why."""
