"""The happening record: one line for what several documents tell (`dprk-events link`)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from dprk_events.names import Modality, ParticipantKind, PlainRole
from dprk_events.records.base import (
    ContractModel,
    Count,
    DocumentId,
    EventId,
    IsoDay,
    Published,
    SchemaNumber,
)
from dprk_events.records.document import PlaceItem, TimeItem, role_shape

DisagreementKey = Literal["quantity", "day", "place", "responsibility"]


class KeyParticipant(ContractModel):
    """A participant, without its place in the text."""

    role: PlainRole
    """The role that it fills."""
    name: str
    """What it is called in every document."""
    kind: ParticipantKind
    """What kind of participant it is."""
    countries: list[str]
    """ISO 3166-1 alpha-2 codes of the countries behind it; `UN` for United Nations bodies."""
    kb: str | None
    """Wikidata identifier."""
    named: bool
    """Whether a proper name names it in the text."""


class KeyQuantity(ContractModel):
    """How many, without its place in the text."""

    of: str | None
    """The `name` of the participant that it counts; null if it counts events or times."""
    value: Count | None
    """The number, if the text gives one."""
    min: Count | None
    """The smallest number that the text allows."""
    max: Count | None
    """The largest number that the text allows."""


class EventKey(ContractModel):
    """All that linking asks of an event, so that `link --update` needs no other file."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    published: Published
    """The document's publication date."""
    version: str
    """What the event was found by; of two versions of a document, one is taken."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    time: TimeItem
    """When it happens, as the document says."""
    place: PlaceItem | None
    """Where it happens, as the document says."""
    known: str | None
    """Id of the known happening that the document names."""
    lead: bool
    """Whether it is told at the top of its document, or again and again: its news."""
    top: bool = True
    """Whether the headline or the sentence after it tells it: what does not, may look back."""
    rules: list[str]
    """The rules that found it in the document."""
    participants: list[KeyParticipant]
    """Who fills which role."""
    quantities: list[KeyQuantity]
    """The figures given."""
    voices: list[str]
    """Names of those on whose word it stands."""
    weapon: str | None
    """Proper name of the weapon tested."""
    weapon_class: str | None
    """Class of the weapon tested."""
    nearby: list[str] = Field(default_factory=list)
    """Names in the sentences that tell it which are of no place, person or body that everybody
    knows; those of the participants too. Empty if the line does not hold the entities."""
    words: list[str] = Field(default_factory=list)
    """The words that tell it, each once, sorted."""
    credits: list[str]
    """Agencies that the document is credited to."""
    signature: str | None
    """What copies of one text have in common; null if the line quotes too little of the text."""


class LinkedEvent(ContractModel):
    """An event of a document, as part of a happening."""

    doc: DocumentId
    """The document."""
    path: str
    """Its path."""
    event: EventId
    """The event's id in it."""
    published: IsoDay | None
    """The document's publication date."""
    source: str | None
    """Who published it."""
    modality: Modality
    """How committed the document is to the event."""
    quote: str
    """The first sentence that tells it; its trigger, if the line does not hold the sentence."""
    copy_of: DocumentId | None
    """The earliest of the documents of which this one repeats the text; null if there is none."""
    why: str | None
    """Why it belongs here: the event that it was tied to, and what they share; null if it is the
    only one."""
    key: EventKey
    """All that linking asks of an event."""


class HappeningParty(KeyParticipant):
    """A participant, and how many independent sources name it in that role."""

    sources: Count
    """Number of independent sources that name it."""


class HappeningQuantity(KeyQuantity):
    """A figure, and how many independent sources give it."""

    role: Literal["quantity"]
    """Always `quantity`."""
    sources: Count
    """Number of independent sources that give it."""


class Version(ContractModel):
    """One of the accounts between which sources disagree."""

    value: int | str | list[str] | None
    """A number, a day (EDTF), a place, or the countries held responsible; null for a number that
    is only bounded."""
    min: Count | None
    """The smallest number; null for what is no number."""
    max: Count | None
    """The largest number; null for what is no number."""
    sources: Count
    """Number of independent sources that say so."""
    said_by: list[str]
    """Who published them; the path where that is not known."""
    according_to: list[str]
    """On whose word they say so."""


class Disagreement(ContractModel):
    """What sources tell differently."""

    key: DisagreementKey
    """What they disagree on."""
    of: str | None
    """What is counted, of a quantity."""
    values: list[Version]
    """Each account, the one with most sources first."""


class HappeningRecord(ContractModel):
    """What happened once, and all events of documents that tell it."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    record: Literal["happening"]
    """Always `happening`."""
    schema_: SchemaNumber = Field(alias="schema")
    id: Annotated[str, Field(pattern=r"^h-")]
    """Its day, type, countries and a number; it stays as long as nothing about it changes."""
    type: str
    """Event type of the ontology, or of the user's own rules."""
    dprk: bool
    """Whether North Korea takes part in it or is its target."""
    modality: Modality
    """The most committed of its events; `negated` if all are."""
    time: TimeItem
    """When it happened: the most exact time that most sources give."""
    place: PlaceItem | None
    """Where it happened: the most exact place that most sources give."""
    roles: list[
        Annotated[
            Annotated[HappeningParty, Tag("filler")]
            | Annotated[HappeningQuantity, Tag("quantity")],
            Discriminator(role_shape),
        ]
    ]
    """Participants and quantities, those of most sources first within each role."""
    known: str | None
    """Id of the known happening that it is."""
    documents: Count
    """Number of documents that tell it."""
    sources: Count
    """Number of independent sources: copies of a text, articles of one publisher and articles
    credited to the same agency count once."""
    first_published: IsoDay | None
    """The earliest publication date of its documents."""
    disagreements: list[Disagreement]
    """What the sources tell differently."""
    events: Annotated[list[LinkedEvent], Field(min_length=1)]
    """By publication date; those without one last."""
