"""Find scopes of who is sure of it: "est convaincu que", "Kiev est formel : Moscou a tiré"."""

from __future__ import annotations

from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import ETRE, SPEAKING, speaker
from dprk_events.french import auxiliary_tense, closed_class, forms_of, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView

CERTAIN = word_lists(__package__)["certain"]
SAYING_SO, THAT = forms_of("dire"), closed_class("que")
COLON = ":"
BACK = 4
"""Greatest distance in words from "convaincu" to its verb."""


def sure_that(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of "se dit convaincu que", "est persuadée que", "n'est pas sûr que"."""
    found = []
    for i in range(first + 2, last):
        if view.words[i] not in CERTAIN or view.words[i + 1] not in THAT:
            continue
        verb = next((j for j in range(i - 1, max(first, i - BACK), -1) if _is_being(view, j)), None)
        source = None if verb is None else speaker(view, verb, first)
        if verb is None or source is None or not view.kinds(source) & SPEAKING:
            continue
        doubts = negation_of(view, verb) is not None
        past = view.words[verb] in SAYING_SO or auxiliary_tense(view.words[verb]) == "imperfect"
        modality: Modality | None = "possible" if doubts else None
        found.append(Scope(i + 1, last, i, source, past=past, modality=modality))
    return found


def _is_being(view: DocView, i: int) -> bool:
    return view.words[i] in ETRE or view.words[i] in SAYING_SO


def sure_of(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of who is said to be sure of it, without a negation before the colon."""
    if COLON not in view.words[first : last + 1]:
        return []
    colon = first + view.words[first:last].index(COLON) if COLON in view.words[first:last] else last
    apart = view.apart(first, last)
    end = colon - 1
    while end > first and end in apart:
        end -= 1
    if end <= first + 1 or view.words[end] not in CERTAIN or view.words[end - 1] not in ETRE:
        return []
    source = speaker(view, end - 1, first) or view.phrase(end - 2)
    if source is None or not view.kinds(source) & SPEAKING:
        return []
    here = view.sentence_at[first]
    if colon == last:  # the parser may end a sentence there
        return (
            [Scope(*view.sentences[here + 1], end, source)]
            if here + 1 < len(view.sentences)
            else []
        )
    return [Scope(colon + 1, last, end, source)]
