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
from dprk_events.events.timing.setting import STATED, stated_dates
from dprk_events.names import Modality
from dprk_events.syntax import DocView, goes_on

NEWS = dt.timedelta(days=7)
"""What happened longer before the article is not its news."""
GRAINS = frozenset({"day", "night", "span", None})
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

    @property
    def wards_off(self) -> bool:
        """Whether it tells of shots that keep somebody off."""
        return self.raw.candidate.trigger.rule.spec.id in self.raw.event_type.wards_off


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

    def goes_on(self, sentence: int) -> bool:
        """Return whether a sentence stands on one line with the one before it."""
        return goes_on(self.view, sentence)

    def opens_paragraph(self, sentence: int) -> bool:
        """Return whether a sentence is the first of its line."""
        return not self.goes_on(sentence)

    def stated_in(self, sentence: int) -> list[int]:
        """Return the dates of a sentence that say when something was; not "pendant trois jours"."""
        return [number for _, number in stated_dates(self.view, sentence)]

    def day_of(self, sentence: int) -> int | None:
        """Return the one day of what a sentence tells as done; None for several, or for none."""
        told = [each for each in self.of_sentence(sentence) if each.done]
        days = {each.dating.number for each in told if each.dating.number is not None}
        one = days.pop() if len(days) == 1 else None
        return one if one is not None and self.view.dates[one].grain in DAY else None

    def is_news(self, number: int) -> bool:
        """Return whether a date is one of the last days before the article, or a time since one."""
        date = self.view.dates[number]
        if date.kind not in STATED or date.grain not in GRAINS:
            return False
        first = date.earliest or date.latest
        if self.published is None or first is None:
            return self.published is None and date.grain in DAY
        day = dt.date.fromisoformat(first)
        is_open = date.value is not None and ".." in date.value
        return self.published - NEWS <= day <= self.published or is_open
