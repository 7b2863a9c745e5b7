"""What makes an event a row of its own: who, on whose word, when, where.

The participants stage fills these parts of an :class:`~dprk_events.events.event.Event`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dprk_events.names import Modality, ParticipantKind, PlacePrecision, PlainRole, TimeGround


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what an event speaks of, with all its namings in the event's mentions.

    ``text``, ``start`` and ``end`` are its fullest naming, ``entity`` that naming's entity;
    ``spans`` are all of them, sorted. ``strategy`` is what found who it is, ``evidence`` the words
    by which it did; ``granted`` is set where the article takes it for granted.
    """

    name: str
    kind: ParticipantKind
    countries: tuple[str, ...]
    kb: str | None
    text: str
    start: int
    end: int
    entity: int | None
    spans: tuple[tuple[int, int], ...]
    strategy: str
    evidence: str
    granted: bool = False


@dataclass(frozen=True, slots=True)
class Participant(Party):
    """One participant in a role of an event."""

    role: PlainRole = "actor"


@dataclass(frozen=True, slots=True)
class Source(Party):
    """On whose word an event stands; ``modality`` is what they make of it."""

    modality: Modality = "reported"


class EventTime(NamedTuple):
    """When: an EDTF value or None, and the first and the last day, each None where not known."""

    value: str | None
    earliest: str | None
    latest: str | None
    ground: TimeGround


class Sureness(NamedTuple):
    """How likely each cell of a row is right, 0 to 1: what is to be checked first.

    ``real`` is that there is such an event at all; the others are right if it is.
    """

    real: float
    modality: float
    date: float
    who: float
    whom: float


class KnownAs(NamedTuple):
    """Which happening of the register an event is.

    ``strategy`` is what found it, ``evidence`` the words by which it did.
    """

    id: str
    strategy: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: the words, their figures (None where the text leaves them open), and of what.

    ``of`` is the name of the participant that it counts, None where it counts events or times.
    """

    text: str
    start: int
    end: int
    value: int | None
    low: int | None
    high: int | None
    of: str | None


NO_TIME = EventTime(None, None, None, "none")


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the participant of a role, as exactly as its kind tells.

    ``latitude`` and ``longitude`` are decimal degrees (WGS 84), None where no point stands for it.
    ``strategy`` is what knows where it lies.
    """

    name: str
    kb: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision
    role: PlainRole
    strategy: str
