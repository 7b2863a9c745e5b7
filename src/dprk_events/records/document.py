"""The document record: one line of JSON for each input document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from dprk_events.names import (
    Anchor,
    DateKind,
    DatePart,
    Label,
    Modality,
    ParticipantKind,
    PlacePrecision,
    PlainRole,
    TimeGround,
)
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
from dprk_events.records.upgrade import upgraded_document


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
    """Hash of all data that can change a record: rules, names, dates, cues, and a user's rules."""


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


class Party(Part):
    """Who or what an event speaks of, the same for all its namings."""

    name: str
    """What it is called in every document: its usual name, else its words."""
    kind: ParticipantKind
    """What it is."""
    countries: list[str]
    """ISO 3166-1 alpha-2 codes of who stands behind it, `UN` for bodies of the United Nations."""
    kb: str | None
    """Wikidata identifier."""
    text: Text
    start: Start
    end: End
    entity: EntityId | None
    """The entity that its fullest naming is; null for a common noun."""
    spans: list[tuple[Start, End]]
    """All its namings in the event's mentions, in text order."""


class InRole(Part):
    """What fills a role."""

    role: PlainRole
    """The role that it fills."""


class Filler(Party, InRole):  # the fields of the last base come first
    """A participant: who or what fills a role."""


class SourceItem(Party):
    """On whose word the event stands, or who denies it."""

    modality: Modality
    """What they make of it: the most committed of their statements."""


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
    of: str | None
    """The `name` of the participant that it counts; null where it counts events or times."""


class TimeItem(Part):
    """When the event is, as far as the document tells."""

    value: str | None
    """EDTF (ISO 8601-2), that of `date`; null where no calendar date can be had."""
    earliest: IsoDay | None
    """The first day that it can be; null where not known."""
    latest: IsoDay | None
    """The last day that it can be; null where not known."""
    ground: TimeGround
    """What this stands on: `stated` by the first mention, by an `other-mention`, or only the
    publication date (`published`): what is told as done is not later, what is planned not
    earlier."""


class PlaceItem(Part):
    """The most exact place where the event happens."""

    name: str
    """Its usual name."""
    kb: str | None
    """Wikidata identifier."""
    country: str | None
    """ISO 3166-1 alpha-2 code of the country that it lies in."""
    latitude: float | None
    """Degrees north; null where not known."""
    longitude: float | None
    """Degrees east; null where not known."""
    precision: PlacePrecision
    """How exact it is."""
    role: PlainRole
    """The role that names it."""


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
    mentions: Annotated[list[MentionItem], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[Filler, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Who and what, from all mentions."""
    sources: list[SourceItem]
    """Everyone on whose word it stands or who denies it; in the order of their first naming."""
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

    _upgrade = model_validator(mode="before")(upgraded_document)
