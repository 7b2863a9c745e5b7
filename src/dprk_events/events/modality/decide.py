"""Decide modality and source of one mention from the cues whose scope covers it.

If several apply, the first in this order wins: negated, planned, possible, reported, asserted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.around import of_adjectives, of_sentence
from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.governed import of_governors
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.granted import covers
from dprk_events.events.modality.negation import of_negation
from dprk_events.events.modality.quotes import quotations
from dprk_events.events.modality.reporting import scopes
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.sources import SourceFinder
from dprk_events.events.modality.tense import of_tense
from dprk_events.names import MODALITY_PRECEDENCE, Modality
from dprk_events.syntax import DocView, Phrase


@dataclass(frozen=True, slots=True)
class ModalityReading:
    """The modality of a mention, the word that decided it, and the source."""

    modality: Modality
    cue: str | None = None
    source: Phrase | None = None


class ModalityReader:
    """Decides modality and source for the mentions of one document."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.quotations = quotations(view)
        self.scopes = scopes(view, self.quotations)
        self._sources = SourceFinder(view, self.scopes)

    def judge(self, mention: RawMention, above: Sequence[Governor]) -> ModalityReading:
        """Decide modality, cue and source of a mention governed by the words ``above``."""
        token = mention.candidate.first
        covering = [
            scope
            for scope in self.scopes.over(token)
            if covers(self.view, self.quotations, scope, mention)
        ]
        cues = list(self._cues(mention, above, covering))
        words = _first_words(cues)
        modality: Modality = next((m for m in MODALITY_PRECEDENCE if m in words), "asserted")
        source = self._sources.find(token, modality, covering, cues)
        return self._at_least(mention, ModalityReading(modality, words.get(modality), source))

    def _at_least(self, mention: RawMention, reading: ModalityReading) -> ModalityReading:
        """Apply the rule's own modality, unless one with precedence over it was found."""
        own = mention.candidate.trigger.rule.spec.modality
        precedes = MODALITY_PRECEDENCE.index
        if own is None or precedes(own) >= precedes(reading.modality):
            return reading
        return ModalityReading(own, self.view.words[mention.candidate.first], reading.source)

    def _cues(
        self, mention: RawMention, above: Sequence[Governor], covering: Sequence[Scope]
    ) -> Iterator[Cue]:
        """Yield all cues; for each modality the first one is reported."""
        view, token = self.view, mention.candidate.first
        for scope in covering:
            modality = "negated" if scope.denies else scope.modality or "reported"
            yield Cue(modality, view.words[scope.cue])
        yield from of_negation(view, mention)
        yield from of_tense(view, mention, covering[-1] if covering else None)
        yield from of_governors(view, mention, above)
        yield from of_adjectives(view, mention)
        yield from of_sentence(view, token)


def _first_words(cues: Iterable[Cue]) -> dict[Modality, str]:
    """Return the word to report for each modality."""
    words: dict[Modality, str] = {}
    for cue in cues:
        if cue.decisive or cue.modality not in words:
            words[cue.modality] = cue.word
    return words
