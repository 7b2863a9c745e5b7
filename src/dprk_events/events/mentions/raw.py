"""What a candidate trigger becomes: a mention, or the reason why it is none."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.events.mentions.candidates import Candidate
from dprk_events.events.roles import Fill, Positions
from dprk_events.events.rules import EventType
from dprk_events.syntax import VerbGroup


@dataclass(frozen=True)
class RawMention:
    """A mention before modality and merging."""

    candidate: Candidate
    group: VerbGroup | None
    positions: Positions
    fills: tuple[Fill, ...]

    @property
    def type(self) -> str:
        """The name of the event type."""
        return self.event_type.name

    @property
    def event_type(self) -> EventType:
        """What the engine knows about the type."""
        return self.candidate.trigger.rule.event_type


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that yielded no mention, and the condition that failed."""

    candidate: Candidate
    reason: str
    mention: RawMention | None = None
    """The mention it would have been; kept only for rules with an echo or ``again``."""
    again: bool = False
    """Whether a clitic refers to the thing just mentioned ("Pyongyang en a envoyé 600")."""
