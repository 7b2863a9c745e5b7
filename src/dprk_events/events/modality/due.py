"""Read what an event still has to do itself: "une réunion doit fixer le cap", "va s'ouvrir"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import is_conditional, predicates
from dprk_events.french import auxiliary_forms, conjugate, forms_of, key, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
WHAT_IT_DOES = forms_of(*WORDS["verbs_of_what_takes_place"])
WHAT_IT_WILL_DO = frozenset(
    key(form)
    for lemma in WORDS["verbs_of_what_takes_place"] | WORDS["verbs_of_what_will_take_place"]
    for form, tense in conjugate(lemma).items()
    if tense == "future"
)
BEING = frozenset(auxiliary_forms("être")) | WORDS["auxiliaries"]
REACH = 12
"""Greatest distance in words from the modal to its infinitive, asides included."""


def due(asked: Asked) -> Iterator[Cue]:
    """Read "Une réunion doit, d'ici lundi, fixer le cap", "La visite devrait durer trois jours".

    Of a deed that is known ("La visite doit durer") only what says that it is to come; "devait"
    looks back.
    """
    view, cues = asked.view, load_cues()
    for verb in predicates(asked):
        word = view.words[verb]
        if _will_do(view, verb):
            yield Cue("planned", word)
            return
        modal = word in cues.verbs["planned.modals"] and _is_ahead(view, verb)
        if (
            not (modal or word in cues.words["planned.going"])
            or negation_of(view, verb) is not None
        ):
            continue
        what = _infinitive(view, verb)
        if what is None or view.words[what] in BEING:
            continue  # "ce tir doit être condamné"
        if not is_definite(view, asked.token) or view.words[what] in WHAT_IT_DOES:
            yield Cue("planned", word)


def _will_do(view: DocView, verb: int) -> bool:
    """Match "Ces manœuvres mobiliseront dix navires"; what is under way may still last."""
    does = view.words[verb] in WHAT_IT_WILL_DO and view.pos[verb - 1] != "AUX"
    return does and negation_of(view, verb) is None


def _is_ahead(view: DocView, verb: int) -> bool:
    return view.tokens[verb].morph.get("Tense", []) == ["Pres"] or is_conditional(view, verb)


def _infinitive(view: DocView, modal: int) -> int | None:
    """Return the infinitive that a modal governs, by the tree."""
    _, end = view.sentence(modal)
    for i in range(modal + 1, min(end, modal + REACH) + 1):
        own = view.tokens[i]
        if own.is_infinitive and own.head.i in {modal, modal - 1}:
            return i
        if view.is_finite(own) and view.entity_at[i] is None:
            return None
    return None
