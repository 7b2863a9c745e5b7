"""Find the source of a mention: of its scope, who demands it, or who spoke just before."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.scope import Scope, Scopes
from dprk_events.french import word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView, Phrase, subject

UNNAMED = word_lists(__package__)["unnamed_speakers"]
NAMED, DOCUMENT, NOBODY = 0, 1, 2
"""How weak a source is, from best to worst."""


class SourceFinder:
    """Finds the sources of the mentions of one document."""

    def __init__(self, view: DocView, scopes: Scopes) -> None:
        self._view, self._scopes = view, scopes

    def find(
        self, token: int, modality: Modality, covering: Sequence[Scope], cues: Sequence[Cue]
    ) -> Phrase | None:
        """Find the source of the mention at ``token``; None for the article itself.

        ``covering`` are the scopes that apply to it, ``cues`` all the cues for its modality.
        """
        if modality == "asserted":
            return None
        source: Phrase | None = None
        if covering:
            denying = [s for s in covering if s.denies] if modality == "negated" else covering
            source = self._strongest(denying or covering, token)
        elif modality in {"negated", "possible"}:
            source = self._holder(cues)
        elif modality == "reported":
            source = self._told_before(token)
        if self._weakness(source) == NOBODY:
            around = [s for s in self._scopes.over(token) if s.cue != token]
            if around:
                return self._strongest(around, token)
        return source

    def _strongest(self, scopes: Sequence[Scope], token: int) -> Phrase | None:
        """Return the strongest source; of equally strong ones, that with the nearest cue."""
        best = min(scopes, key=lambda s: (self._weakness(s.source), abs(s.cue - token)))
        return best.source

    def _weakness(self, source: Phrase | None) -> int:
        """Rank a source: a speaker without a name counts only if no other scope covers."""
        if source is None or (source.pronoun and self._view.words[source.head] in UNNAMED):
            return NOBODY
        named = source.entity is not None or "document" not in self._view.kinds(source)
        return NAMED if named else DOCUMENT

    def _holder(self, cues: Sequence[Cue]) -> Phrase | None:
        """Return who demands the event: "Séoul exige la fin des essais"; the last verb counts."""
        verb = next((c.holder for c in reversed(cues) if c.holder is not None), None)
        return None if verb is None else subject(self._view, verb, verb)

    def _told_before(self, token: int) -> Phrase | None:
        """Continue the last source for hearsay without one: "Un contingent serait sur place"."""
        view = self._view
        here = view.sentence_at[token]
        if not here:
            return None
        _, end = view.sentences[here - 1]
        begin, _ = view.sentences[here]
        if "\n" in view.text[view.tokens.idx[end] : view.tokens.idx[begin]]:
            return None
        told = [s for s in self._scopes.told_in(here - 1) if s.modality is None]
        return told[-1].source if told else None
