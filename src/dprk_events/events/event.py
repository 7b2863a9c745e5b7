"""What the events stage returns: :class:`Event` with its mentions and role fillers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from dprk_events.dates import Timex
from dprk_events.events.row import (
    NO_TIME,
    EventTime,
    KnownAs,
    Participant,
    Place,
    Quantity,
    Source,
    Sureness,
)
from dprk_events.events.rules import EventType
from dprk_events.names import Modality, SlotRole

DONE: frozenset[Modality] = frozenset({"asserted", "reported"})
"""What is presented as having happened, whoever says so."""
Counted = Literal["role", "times", "trigger"]
"""What a number counts: the filler of a role, repetitions of the event, or the trigger noun."""

Look = Literal["past", "ahead", "then", "aimed", "open"]
"""Told in a past tense; as still to come; as still to come from a time in the past; as what a deed
that is not told as past is done for; as wished or threatened lately, with no word of what came."""


@dataclass(frozen=True, slots=True)
class Filler:
    """The phrase that fills a role: code points ``start`` to ``end`` of the article text.

    ``entity`` is an index into the document's entities, None for a common noun. ``value``, ``low``
    and ``high`` are set for the role ``quantity`` only; None where the text does not say. So are
    ``counts``: "times" for "à trois reprises", "role" for "trois missiles", "trigger" for "trois
    tirs"; and ``counted``: where a role is counted, the phrase that fills it, as code points.
    ``how`` is the position that gave it: evidence for ``explain`` and for how sure the row is, no
    part of what the filler is, and nothing else is decided by it.
    """

    role: SlotRole
    text: str
    start: int
    end: int
    entity: int | None = None
    value: int | None = None
    low: int | None = None
    high: int | None = None
    counts: Counted | None = None
    how: str = field(default="", compare=False)
    counted: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """The source to which a mention is attributed; ``entity`` as in :class:`Filler`."""

    text: str
    start: int
    end: int
    entity: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One trigger in the text. ``token`` is the trigger's (last) token in the ``Doc``."""

    event_type: EventType
    rule: str
    trigger: str
    start: int
    end: int
    token: int
    sentence: tuple[int, int]
    modality: Modality
    cue: str | None = None
    attribution: Attribution | None = None
    fillers: tuple[Filler, ...] = ()
    date: int | None = None
    """Index into the document's dates if the mention has a date of its own."""
    look: Look | None = None
    """Where its words look from the time of writing; None where they do not tell."""
    planned_on: int | None = None
    """Index of the date on which it was planned, threatened or the like: "a menacé mardi de"."""
    until: Timex | None = None
    """The time until its limit: "d'ici vendredi", "avant la fin de l'année"."""
    listed: tuple[int, ...] = ()
    """Indices of several dates that it has together: "les tirs du 3 et du 9 mars"."""
    counted: Timex | None = None
    """Its date where the words count it from that of another: "deux jours après l'essai"."""
    why: str | None = None
    """The strategy that found the cue of the modality."""
    source_why: str | None = None
    """The strategy that found the attribution."""
    behind: tuple[Attribution, ...] = ()
    """Who else stands behind it: with the source, cited by it, citing it, or telling of it."""

    @property
    def type(self) -> str:
        """The name of the event type."""
        return self.event_type.name

    @property
    def rule_name(self) -> str:
        """The name of the rule in its type: "sommation" of "border_incident.sommation"."""
        return self.rule.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Stated:
    """A description of a test in the words of the text; ``how`` as in :class:`Filler`."""

    value: str
    text: str
    start: int
    end: int
    how: str = field(default="", compare=False)


FigureT = TypeVar("FigureT", int, float)


@dataclass(frozen=True, slots=True)
class Figure(Generic[FigureT]):
    """A count (int) or kilometres (float): ``value`` is one figure, ``low`` and ``high`` bounds."""

    value: FigureT | None
    low: FigureT | None
    high: FigureT | None
    text: str
    start: int
    end: int
    how: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the text says about a missile test; None where it says nothing."""

    missile: Stated | None = None
    weapon_class: Stated | None = None
    number: Figure[int] | None = None
    site: Stated | None = None
    landing: Stated | None = None
    apogee_km: Figure[float] | None = None
    distance_km: Figure[float] | None = None
    outcome: Stated | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: mentions that speak of the same thing, and what they say together.

    The last fields make it a row: the participants stage fills them.
    """

    type: str
    dprk: bool
    modality: Modality
    mention_confidence: float
    """The share of events like this one that are right in type and trigger."""
    mentions: tuple[Mention, ...]
    roles: tuple[Filler, ...]
    date: int | None = None
    codes: tuple[str | None, str | None] = field(default=(None, None))
    """PLOVER event type and CAMEO code; None if none fits."""
    attributes: Attributes | None = None
    """What is said of a test; None for a type that has no attributes."""
    participants: tuple[Participant, ...] = ()
    """Who and what takes part, each once a role."""
    quantities: tuple[Quantity, ...] = ()
    sources: tuple[Source, ...] = ()
    """On whose word it stands, or who denies it."""
    time: EventTime = NO_TIME
    whole_date: Timex | None = None
    """Its date where none of the document's dates holds it: several days, or all until a limit."""
    place: Place | None = None
    """The most exact place where it happens."""
    known: KnownAs | None = None
    """Which happening of the register it is; None if none, or if that is open."""
    confidence: float | None = None
    """The share of events like this one that are right as a row; None before it is known."""
    cells: Sureness | None = None
    """How sure each cell of the row is; None before it is known."""

    @property
    def event_type(self) -> EventType:
        """What the engine knows about the type."""
        return self.mentions[0].event_type

    def is_by(self, rules: Iterable[str]) -> bool:
        """Say whether a mention was found by one of the rules, named as the type names them."""
        return not {mention.rule_name for mention in self.mentions}.isdisjoint(rules)
