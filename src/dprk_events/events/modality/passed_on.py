"""Find whose word is passed on: "rapporte l'agence Yonhap, citant un responsable"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.modality.scope import Scope
from dprk_events.french import word_lists
from dprk_events.syntax import DocView, Phrase

CITING = word_lists(__package__)["citing"]
GAP, REACH = 3, 10
"""Greatest distances from "citant" to its object, and to the source that cites before it."""


def passed_on(view: DocView, scopes: Sequence[Scope], last: int) -> list[Scope]:
    """Return the scopes, each with who stands behind its source: whom an agency cites."""
    return [_of_cited(view, scope, last) for scope in scopes]


def _of_cited(view: DocView, scope: Scope, last: int) -> Scope:
    if scope.source is None:
        return scope
    begin = max(scope.cue, scope.source.last)
    for i in range(begin + 1, min(last, begin + REACH) + 1):
        if view.words[i] in CITING and (cited := _cited(view, i, last)) is not None:
            return scope._replace(behind=cited)
    return scope


def _cited(view: DocView, i: int, last: int) -> Phrase | None:
    """Return who is cited: the object of "citant"."""
    phrase = next(view.each_phrase(i + 1, last), None)
    near = phrase is not None and phrase.start - i <= GAP and phrase.prep in {None, "de"}
    return phrase if near else None
