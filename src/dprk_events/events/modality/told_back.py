"""Find scopes over the sentence before: "C'est ce qu'a annoncé Séoul"."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.scope import Scope, points_back
from dprk_events.events.modality.speaker import SPEAKING, speaker
from dprk_events.syntax import VERBAL, DocView, Phrase

DOCUMENT = frozenset({"document"})
GAP = 2
"""Greatest distance from a verb of saying to the speaker behind it."""


def of_sentence_before(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope over the sentence before that this one points to."""
    here = view.sentence_at[first]
    if not here or not points_back(view, first):
        return []
    verb = _verb(view, first, last)
    if verb is None or negation_of(view, verb) is not None:
        return []
    source = _teller(view, verb, first, last)
    if source is None or not view.kinds(source) & (SPEAKING | DOCUMENT):
        return []
    begin, end = view.sentences[here - 1]
    return [Scope(begin, end, verb, source)]


def _verb(view: DocView, first: int, last: int) -> int | None:
    """Return the first verb of saying of a sentence, before any other verb."""
    reporting = load_cues().verbs["reporting"]
    for i in range(first + 2, last + 1):
        if view.words[i] in reporting:
            return i
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return None
    return None


def _teller(view: DocView, verb: int, first: int, last: int) -> Phrase | None:
    """Find who says it: "ce qu'a annoncé Séoul", "ce que Séoul a annoncé"."""
    behind = next(view.each_phrase(verb + 1, last), None)
    if behind is not None and behind.prep is None and behind.start - verb <= GAP:
        between = view.pos[verb + 1 : behind.first]
        return behind if VERBAL.isdisjoint(between) else None
    return speaker(view, verb, first)
