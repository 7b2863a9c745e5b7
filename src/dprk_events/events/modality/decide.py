"""Modality and attribution of one mention, from the cues whose scope it stands in.

Where several apply, the first holds in the order negated, planned, possible, reported, asserted.
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
from dprk_events.events.syntax import DocView, Phrase
from dprk_events.names import MODALITY_PRECEDENCE, Modality


@dataclass(frozen=True, slots=True)
class Judgement:
    """The modality, the word that decided it, and the source on whose word it stands."""

    modality: Modality
    cue: str | None = None
    source: Phrase | None = None


class ModalityReader:
    """Judges the mentions of one document."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.quotations = quotations(view)
        self.scopes = scopes(view, self.quotations)
        self._sources = SourceFinder(view, self.scopes)

    def judge(self, mention: RawMention, above: Sequence[Governor]) -> Judgement:
        """Judge a mention under the words ``above`` it: modality, cue and source."""
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
        return self._at_least(mention, Judgement(modality, words.get(modality), source))

    def _at_least(self, mention: RawMention, judgement: Judgement) -> Judgement:
        """Let the rule's own modality hold, where nothing above it in precedence does."""
        own = mention.candidate.trigger.rule.spec.modality
        precedes = MODALITY_PRECEDENCE.index
        if own is None or precedes(own) >= precedes(judgement.modality):
            return judgement
        return Judgement(own, self.view.words[mention.candidate.first], judgement.source)

    def _cues(
        self, mention: RawMention, above: Sequence[Governor], covering: Sequence[Scope]
    ) -> Iterator[Cue]:
        """Give all cues: for one modality the first that is read is told."""
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
    """Give the word that is told for each modality."""
    words: dict[Modality, str] = {}
    for cue in cues:
        if cue.decisive or cue.modality not in words:
            words[cue.modality] = cue.word
    return words
