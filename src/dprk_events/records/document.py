"""The document record: one line of JSON for each input document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from dprk_events.names import Anchor, DateKind, DatePart, Label, Modality, PlainRole
from dprk_events.records.attributes import Attributes
from dprk_events.records.part import (
    Codes,
    Count,
    DateId,
    DocumentId,
    End,
    EntityId,
    EventId,
    IsoDay,
    Part,
    Published,
    Quote,
    SchemaNumber,
    Share,
    Span,
    Start,
    Text,
)


class RemarkItem(Part):
    """Something about how the document was read that its user should know."""

    kind: str
    """For programs: `encoding`, `mojibake`, `lost-characters`, `half-characters`, `entities`,
    `date-conflict`, `date-unread`, `not-french`."""
    message: str
    """For people."""


class DocumentInfo(Part):
    """What is known about the input document."""

    # The last keys may be missing in what is read, as they are from lines of other makers.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: DocumentId
    """SHA-256 of the input's bytes as read: of a packed file its content, of a record its line."""
    path: str
    """The input's path as given; `-` is standard input. `file.jsonl#12` is a record in a file,
    `file.zip/member.txt` a member of an archive."""
    title: str | None
    """The article's title."""
    chars: Count
    """Length of the decoded text in code points."""
    tokens: Count
    """Tokens that were analysed: a known name is one; white space and masked text do not count."""
    language: str
    """ISO 639-1 code."""
    published: Published
    """The publication date, which relative dates are read against."""
    url: str | None
    """Where the article was published."""
    source: str | None
    """Who published it."""
    masked: list[tuple[Count, Count, str]]
    """Boilerplate that was not analysed: start, end (exclusive), kind. Sorted, disjoint."""
    record_id: str | None = None
    """What a record of JSON Lines or CSV calls itself (its field `id`)."""
    encoding: str | None = None
    """What the bytes were decoded with."""
    remarks: list[RemarkItem] = Field(default_factory=list)
    """What should be known about how the document was read; empty where all is in order."""
    text: str | None = None
    """The text that all offsets count in, with `--with-text`."""


class Provenance(Part):
    """What made the record: the same pipeline and input make the same bytes."""

    version: str
    """Version of dprk-events."""
    model: str
    """Name of the spaCy pipeline."""
    model_version: str
    """Its version."""
    rules: str
    """Hash of the rule set."""


class EntityItem(Part):
    """A proper name in running text."""

    id: EntityId
    """Counted in text order."""
    label: Label
    """The class of the name."""
    text: Text
    start: Start
    end: End
    canonical: str | None
    """The usual form of the name, where the gazetteer knows it."""
    kb: str | None
    """Wikidata identifier."""
    country: str | None
    """ISO 3166-1 alpha-2 code."""


class DateItem(Part):
    """A date expression and its reading."""

    id: DateId
    """Counted in text order."""
    text: Text
    start: Start
    end: End
    value: str | None
    """EDTF (ISO 8601-2); null where no calendar date can be had."""
    kind: DateKind
    """date, span (from-to), duration, set (repeating) or vague."""
    part: DatePart | None
    """Which part of the value is meant ("fin février": `end`)."""
    earliest: IsoDay | None
    """First day that the value allows; null where open or unknown."""
    latest: IsoDay | None
    """Last day that the value allows; null where open or unknown."""
    anchor: Anchor
    """What the value stands on: the words alone, the publication date, another date, nothing."""


class Filler(Part):
    """The phrase that fills a role."""

    role: PlainRole
    """The role that it fills."""
    text: Text
    start: Start
    end: End
    entity: EntityId | None
    """The entity that it names; null for a common noun."""


class Quantity(Part):
    """The phrase that says how many."""

    role: Literal["quantity"]
    """Always `quantity`."""
    text: Text
    start: Start
    end: End
    value: int | None
    """The number, where the text gives one."""
    min: int | None
    """The least that the text allows."""
    max: int | None
    """The most that the text allows."""


def role_shape(role: Any) -> str:
    """Say which of the two shapes a role has: ``quantity`` or ``filler``."""
    name = role.get("role") if isinstance(role, dict) else getattr(role, "role", None)
    return "quantity" if name == "quantity" else "filler"


class MentionItem(Part):
    """One place where the text speaks of the event."""

    trigger: Quote
    """The word that stands for the event."""
    modality: Modality
    """How committed the text is to it."""
    attribution: EntityId | Quote | None
    """On whose word: the entity, or the phrase where no entity names it."""
    sentence: Span
    """The sentence of the trigger."""
    rule: str
    """The rule that found it (`dprk-events rules show ID`)."""


class EventItem(Part):
    """One happening and all its mentions in the document."""

    # `attributes` may be missing in what is read: lines saved before there were any.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: EventId
    """Counted in the text order of first mentions."""
    type: str
    """Event type of the ontology, or of a user's own rules."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    modality: Modality
    """That of the most committed mention; `negated` where all are."""
    date: DateId | None
    """When it happens; null where the text does not say."""
    confidence: Share
    """How sure the event is."""
    mentions: Annotated[list[MentionItem], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[Filler, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Who and what, from all mentions."""
    codes: Codes
    """The type in other coding schemes."""
    attributes: Attributes | None = None
    """What is said of a missile test; null for every other type."""


class DocumentRecord(Part):
    """One input document and all that was found in it."""

    # `gated` may be missing in what is read, as it is from lines of other makers.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    record: Literal["document"]
    """Always `document`."""
    schema_: SchemaNumber = Field(alias="schema")
    doc: DocumentInfo
    """The document."""
    pipeline: Provenance
    """What made this record."""
    gated: bool = False
    """Whether no stage after reading was run, as the text never names North Korea
    (`--only-dprk`): all lists are then empty and there are no tokens. It is always written."""
    entities: list[EntityItem]
    """In text order."""
    dates: list[DateItem]
    """In text order."""
    events: list[EventItem]
    """In the text order of first mentions."""
