"""The mentions of a document in text order, each with how its date was chosen."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dprk_events.events.event import DONE
from dprk_events.events.mentions import RawMention
from dprk_events.events.timing.find import Dating
from dprk_events.names import Modality
from dprk_events.syntax import DocView

DAY = frozenset({"day", None})
"""Grains of a date that holds for what is told in one breath; a weekday without value has none."""


class Timed(NamedTuple):
    """A mention as found, its modality, and how its date was chosen."""

    raw: RawMention
    modality: Modality
    dating: Dating

    @property
    def token(self) -> int:
        """The trigger's first token."""
        return self.raw.candidate.first

    @property
    def done(self) -> bool:
        """Whether it is told as done."""
        return self.modality in DONE


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of a document, in text order."""

    view: DocView
    timed: Sequence[Timed]
    tokens: Sequence[int]
    published: dt.date | None = None
    """The reference date, None where it is not known."""
    headings: Mapping[int, int] = field(default_factory=dict)
    """The dates that head entries of a chronicle, by their sentences."""

    def within(self, first: int, last: int) -> Sequence[Timed]:
        """Return the mentions between two tokens, inclusive."""
        return self.timed[bisect_left(self.tokens, first) : bisect_right(self.tokens, last)]

    def before(self, one: Timed) -> Sequence[Timed]:
        """Return the mentions of the same sentence before one, nearest first."""
        begin, _ = self.view.sentence(one.token)
        return self.within(begin, one.token - 1)[::-1]

    def of_sentence(self, sentence: int) -> Sequence[Timed]:
        """Return the mentions of a sentence, in text order; none before the first sentence."""
        return self.within(*self.view.sentences[sentence]) if sentence >= 0 else []
