"""Find the chain of sources: "rapporte Yonhap, citant un responsable", "selon Séoul et Tokyo"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dprk_events.events.modality.scope import Scope
from dprk_events.french import word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, coordinated

WORDS = word_lists(__package__)
CITING, CITED, BY = WORDS["citing"], WORDS["cited"], WORDS["before_agent"]
GAP, REACH = 3, 10
"""Greatest distances from "citant" to its object, and to the source that cites before it."""


def passed_on(view: DocView, scopes: Sequence[Scope], last: int) -> list[Scope]:
    """Return the scopes, each with who else stands behind what its source says."""
    return [_with_chain(view, scope, last) for scope in scopes]


def _with_chain(view: DocView, scope: Scope, last: int) -> Scope:
    source = scope.source
    if source is None:
        return scope
    found = [each for strategy in STRATEGIES for each in strategy(view, scope, source, last)]
    return scope._replace(behind=tuple(dict.fromkeys(found)))


def together(view: DocView, _: Scope, source: Phrase, __: int) -> Iterator[Phrase]:
    """Read who says it with the source: "selon Séoul et Tokyo"."""
    if not source.pronoun:
        kinds = view.kinds(source)
        joined = coordinated(view, source, lambda other: bool(view.kinds(other) & kinds))
        yield from (each for each in joined if each.head != source.head)


def whom_it_cites(view: DocView, scope: Scope, source: Phrase, last: int) -> Iterator[Phrase]:
    """Read whose word it passes on: "Yonhap, citant l'armée, rapporte", "rapporte …, citant"."""
    begin = source.last if scope.cue > source.last else max(scope.cue, source.last)
    for i in range(begin + 1, min(last, begin + REACH) + 1):
        if view.words[i] in CITING and (cited := _cited(view, i, last)) is not None:
            yield cited
            return


def by_whom_it_is_cited(view: DocView, _: Scope, source: Phrase, last: int) -> Iterator[Phrase]:
    """Read who passes its word on: "un responsable japonais, cité par l'agence Kyodo"."""
    for i in range(source.last + 1, min(last - 1, source.last + REACH) + 1):
        if view.words[i] in CITED and view.words[i + 1] in BY:
            phrase = next(view.each_phrase(i + 1, last), None)
            if phrase is not None and phrase.prep in BY:
                yield phrase
            return
        if view.pos[i] in VERBAL:
            return


STRATEGIES: tuple[Callable[[DocView, Scope, Phrase, int], Iterator[Phrase]], ...] = (
    together, whom_it_cites, by_whom_it_is_cited,
)  # fmt: skip
"""Who stands in the chain of a source; all of them are asked."""


def _cited(view: DocView, i: int, last: int) -> Phrase | None:
    """Return who is cited: the object of "citant"."""
    phrase = next(view.each_phrase(i + 1, last), None)
    near = phrase is not None and phrase.start - i <= GAP and phrase.prep in {None, "de"}
    return phrase if near else None
