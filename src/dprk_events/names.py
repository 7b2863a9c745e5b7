"""The closed vocabularies of the output, each defined once and in order.

A ``Literal`` type is accompanied by a tuple of its values where needed: the type for mypy and
pydantic, the tuple for iterating and sorting. ``docs/output.md`` describes the records.
"""

from __future__ import annotations

from typing import Literal, get_args

DPRK = "KP"
"""The country that all is about."""

Label = Literal["PER", "LOC", "ORG", "MISC", "WEAPON", "EXERCISE"]
"""The class of an entity."""
LABELS: tuple[Label, ...] = get_args(Label)

Modality = Literal["asserted", "reported", "planned", "possible", "negated"]
"""How committed the text is to an event, the most committed first."""
MODALITIES: tuple[Modality, ...] = get_args(Modality)
MODALITY_PRECEDENCE: tuple[Modality, ...] = (
    "negated", "planned", "possible", "reported", "asserted",
)  # fmt: skip
"""If several apply to one mention, the first of these is its modality."""

PlainRole = Literal[
    "actor", "recipient", "location", "origin", "destination", "instrument", "maker", "name"
]
"""A role that a participant fills."""
Role = PlainRole | Literal["quantity"]
"""Every role, including the one that has figures instead of a participant."""
ROLES: tuple[Role, ...] = (*get_args(PlainRole), "quantity")
"""Roles in the order in which a record lists them."""
SlotRole = Role | Literal["theme"]
"""What a rule's slot may fill: a role, or the theme that gives the trigger its meaning.

The sanctions in "imposer des sanctions" are not a role of the event, but without them there is no
event.
"""

DateKind = Literal["date", "span", "duration", "set", "vague"]
"""What a date expression denotes."""
DateGrain = Literal[
    "day", "night", "week", "weekend", "month", "season", "quarter", "half", "year", "decade",
    "century", "span",
]  # fmt: skip
"""The granularity of a calendar value; "span" if it runs from one date to another."""
DatePart = Literal["start", "mid", "end"]
"""Which part of its value a date expression means."""
Anchor = Literal["explicit", "published", "text", "none"]
"""What the value of a date is based on."""
PublishedSource = Literal["option", "metadata", "front-matter", "filename", "text", "none"]
"""Where a publication date was taken from."""

Outcome = Literal["success", "failure", "unknown"]
"""The outcome of a test; "unknown" if the text says that it is unknown or disputed."""

ParticipantKind = Literal[
    "state", "person", "org", "force", "people", "place", "weapon", "material", "thing"
]
"""What a participant is."""

TimeGround = Literal["stated", "published", "other-mention", "known-happening", "none"]
"""What the time of an event stands on."""
PlacePrecision = Literal["site", "town", "region", "country", "sea"]
"""How exact a place is, the most exact first."""
PLACE_PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
