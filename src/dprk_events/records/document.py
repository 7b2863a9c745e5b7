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
from dprk_events.records.base import (
    Codes,
    ContractModel,
    Count,
    DateId,
    DocumentId,
    End,
    EntityId,
    EventId,
    IsoDay,
    Published,
    Quote,
    SchemaNumber,
    Share,
    Span,
    Start,
    Text,
)
from dprk_events.records.upgrade import upgraded_document


class RemarkItem(ContractModel):
    """Something that the user should know about how the document was read."""

    kind: str
    """For programs: `encoding`, `mojibake`, `lost-characters`, `half-characters`, `entities`,
    `broken-lines`, `capitals`, `no-accents`, `date-conflict`, `date-unread`, `not-french`."""
    message: str
    """For people."""


class DocumentInfo(ContractModel):
    """What is known about the input document."""

    # The last keys may be missing when lines are read back: other programs do not write them.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: DocumentId
    """SHA-256 of the bytes read: the unpacked content of a packed file, the line of a record."""
    path: str
    """The input's path as given; `-` is standard input. `file.jsonl#12` is a record in a file,
    `file.zip/member.txt` a member of an archive."""
    title: str | None
    """The article's title."""
    chars: Count
    """Length of the decoded text in code points."""
    tokens: Count
    """Number of analysed tokens: a known name is one; white space and masked text do not count."""
    language: str
    """ISO 639-1 code."""
    published: Published
    """The publication date, which relative dates are resolved against."""
    url: str | None
    """Where the article was published."""
    source: str | None
    """Who published it."""
    masked: list[tuple[Count, Count, str]]
    """Boilerplate that was not analysed: start, end (exclusive), kind. Sorted, disjoint."""
    record_id: str | None = None
    """The `id` field of a JSON Lines or CSV record."""
    encoding: str | None = None
    """The encoding that the bytes were decoded with; null for PDF, .docx and RTF."""
    remarks: list[RemarkItem] = Field(default_factory=list)
    """What the user should know about how the document was read; empty if all went well."""
    text: str | None = None
    """The text that all offsets refer to, with `--with-text`."""


class Provenance(ContractModel):
    """What produced the record: the same pipeline and input produce the same bytes."""

    version: str
    """Version of dprk-events."""
    model: str
    """Name of the spaCy pipeline."""
    model_version: str
    """Its version."""
    rules: str
    """Hash of all data that can change a record: rules, names, dates, cues, the user's rules."""


class EntityItem(ContractModel):
    """A proper name in running text."""

    id: EntityId
    """Numbered in text order."""
    label: Label
    """The class of the name."""
    text: Text
    start: Start
    end: End
    canonical: str | None
    """The canonical form of the name, if the gazetteer knows it."""
    kb: str | None
    """Wikidata identifier."""
    country: str | None
    """ISO 3166-1 alpha-2 code."""


class DateItem(ContractModel):
    """A date expression and its value."""

    id: DateId
    """Numbered in text order."""
    text: Text
    start: Start
    end: End
    value: str | None
    """EDTF (ISO 8601-2); null if the expression gives no calendar date."""
    kind: DateKind
    """date, span (from-to), duration, set (repeating) or vague."""
    part: DatePart | None
    """Which part of the value is meant ("fin février": `end`)."""
    earliest: IsoDay | None
    """First day that the value allows; null if open or unknown."""
    latest: IsoDay | None
    """Last day that the value allows; null if open or unknown."""
    anchor: Anchor
    """What the value is based on: `explicit` (the words alone), `published` (the publication
    date), `text` (another date in the text) or `none`."""


class Party(ContractModel):
    """A participant or a source: one entry for all its namings."""

    name: str
    """What it is called in every document: its canonical name, or else its own words."""
    kind: ParticipantKind
    """What kind of participant it is."""
    countries: list[str]
    """ISO 3166-1 alpha-2 codes of the countries behind it; `UN` for United Nations bodies."""
    kb: str | None
    """Wikidata identifier."""
    text: Text
    start: Start
    end: End
    entity: EntityId | None
    """The entity that its fullest naming is; null for a common noun."""
    spans: list[tuple[Start, End]]
    """All its namings in the event's mentions, in text order."""


class InRole(ContractModel):
    """What fills a role."""

    role: PlainRole
    """The role that it fills."""


class Filler(Party, InRole):  # the fields of the last base come first
    """A participant: who or what fills a role."""


class SourceItem(Party):
    """A source that reports or denies the event."""

    modality: Modality
    """The modality that the source gives the event: that of its most committed statement."""


class Quantity(ContractModel):
    """The phrase that says how many."""

    role: Literal["quantity"]
    """Always `quantity`."""
    text: Text
    start: Start
    end: End
    value: Count | None
    """The number, if the text gives one."""
    min: Count | None
    """The smallest number that the text allows."""
    max: Count | None
    """The largest number that the text allows."""
    of: str | None
    """The `name` of the participant that it counts; null if it counts events or times."""


class TimeItem(ContractModel):
    """When the event happens, as far as the document says."""

    value: str | None
    """The EDTF (ISO 8601-2) value of `date`, or that of the register's happening; null if no
    calendar date can be determined."""
    earliest: IsoDay | None
    """First possible day; null if unknown."""
    latest: IsoDay | None
    """Last possible day; null if unknown."""
    ground: TimeGround
    """What this is based on: `stated` by the first mention, stated by an `other-mention`, or only
    the publication date (`published`): what is told as done is not later than it, what is planned
    not earlier. `known-happening`: the text states no date, but names a happening of which the
    register has one."""


class PlaceItem(ContractModel):
    """The most exact place where the event happens."""

    name: str
    """Its canonical name."""
    kb: str | None
    """Wikidata identifier."""
    country: str | None
    """ISO 3166-1 alpha-2 code of the country that it is in."""
    latitude: float | None
    """Degrees north (WGS 84) of the place or, if it is large, of a point within it; null if no one
    point stands for it."""
    longitude: float | None
    """Degrees east, likewise."""
    precision: PlacePrecision
    """How exact the place is, and so how far from the point the event may have been."""
    role: PlainRole
    """The role that names it."""


def role_shape(role: Any) -> str:
    """Return which of the two shapes a role has: ``quantity`` or ``filler``."""
    name = role.get("role") if isinstance(role, dict) else getattr(role, "role", None)
    return "quantity" if name == "quantity" else "filler"


class MentionItem(ContractModel):
    """One place where the text mentions the event."""

    trigger: Quote
    """The word or words that express the event."""
    modality: Modality
    """How committed the text is to it."""
    attribution: EntityId | Quote | None
    """The source that the statement is attributed to: an entity id, or the phrase if no entity
    names the source; null if the writer states it."""
    sentence: Span
    """The sentence of the trigger."""
    rule: str
    """The rule that found it (`dprk-events rules show ID`)."""


class EventItem(ContractModel):
    """An event and all its mentions in the document."""

    # `known` and `attributes` may be missing when lines are read back: older versions did not
    # write them.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: EventId
    """Numbered in the text order of first mentions."""
    type: str
    """Event type of the ontology, or of the user's own rules."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    modality: Modality
    """The modality of the most committed mention; `negated` if all mentions are."""
    date: DateId | None
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
    mentions: Annotated[list[MentionItem], Field(min_length=1)]
    """In text order."""
    roles: list[
        Annotated[
            Annotated[Filler, Tag("filler")] | Annotated[Quantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Participants and quantities, from all mentions."""
    sources: list[SourceItem]
    """Everyone who reports or denies it, in the order of their first naming."""
    codes: Codes
    """The type in other coding schemes."""
    attributes: Attributes | None = None
    """Attributes of a missile test; null for every other type."""


class DocumentRecord(ContractModel):
    """One input document and everything found in it."""

    # `gated` may be missing when lines are read back: other programs do not write it.
    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    record: Literal["document"]
    """Always `document`."""
    schema_: SchemaNumber = Field(alias="schema")
    doc: DocumentInfo
    """The document."""
    pipeline: Provenance
    """What produced this record."""
    gated: bool = False
    """Whether the document was not analysed because it never names North Korea (`--only-dprk`):
    all lists are then empty and `tokens` is 0. Always written."""
    entities: list[EntityItem]
    """In text order."""
    dates: list[DateItem]
    """In text order."""
    events: list[EventItem]
    """In the text order of first mentions."""

    _upgrade = model_validator(mode="before")(upgraded_document)
