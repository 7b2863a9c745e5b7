"""Find the prepositional phrases that depend on a word: by order, then by the tree."""

from __future__ import annotations

from dprk_events.french import closed_class
from dprk_events.syntax.clause import clause_end, is_reduced
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import COMPLEMENTS
from dprk_events.syntax.view import DocView

QUE, OF = closed_class("que"), "de"


def complements(
    view: DocView, token: int, start: int, passing: frozenset[str] = frozenset()
) -> list[Phrase]:
    """Return the prepositional phrases that may depend on ``token``: by order, then by the tree."""
    end = clause_end(view, start, passing)
    doer = _inverted_subject(view, token)
    ordered = [
        p
        for p in view.phrases_between(start + 1, end)
        if p.prep is not None
        and not _of_participle(view, p, start)
        and not (doer is not None and p.prep == OF and p.start == doer.last + 1)
    ]
    attached = [
        phrase
        for c in view.tokens[token].children
        if c.dep_.startswith(COMPLEMENTS)
        and (phrase := view.phrase(c.i)) is not None
        and phrase.prep is not None
        and phrase.head == c.i
    ]
    if attached:
        known = set(ordered)
        attached = [phrase for phrase in attached if phrase not in known]
    return [*ordered, *attached]


def _inverted_subject(view: DocView, token: int) -> Phrase | None:
    """Return the subject behind its verb, of which "de" tells: "que vole | le pirate de X"."""
    begin, end = view.sentence(token)
    if token == begin or view.words[token - 1] not in QUE:
        return None
    behind = next(view.each_phrase(token + 1, end), None)
    return behind if behind is not None and behind.prep is None else None


def _of_participle(view: DocView, phrase: Phrase, start: int) -> bool:
    """Return whether a participle before it governs the phrase: "fabriqués en Corée du Nord"."""
    before = phrase.start - 1
    return before > start and is_reduced(view, before)
