"""Read what a deed would lead to: "un nouvel essai aurait des suites", "un tir serait puni"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.predicate import is_conditional, predicates
from dprk_events.french import auxiliary_forms, forms_of, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
AVOIR, ETRE = auxiliary_forms("avoir"), auxiliary_forms("être")
BRINGING = forms_of(*WORDS["verbs_of_consequence"])
OUTCOMES, MET_WITH = WORDS["consequences"], forms_of(*WORDS["met_with"])
BEEN, ONE = WORDS["passive_participle"], WORDS["one_article"]
REACH = 4
"""Words behind "aurait", "serait" within which it stands what comes of the deed."""


def entailed(asked: Asked) -> Iterator[Cue]:
    """Read a deed, not a definite one, of which it is said what it would bring, or will bring.

    A compound ("aurait entraîné") is hearsay about what was done.
    """
    view = asked.view
    if asked.mention.group is not None or is_definite(view, asked.token):
        return
    for verb in predicates(asked):
        finite = _finite(view, verb)
        ahead = finite is not None and (
            is_conditional(view, finite) or view.tokens[finite].morph.get("Tense", []) == ["Fut"]
        )
        if finite is not None and ahead and _leads_on(view, finite, verb):
            yield Cue("possible", view.words[finite])
            return


def _finite(view: DocView, said: int) -> int | None:
    """Return the finite verb of a predicate: its own, or the "être" or "avoir" before it."""
    if view.is_finite(view.tokens[said]) or is_conditional(view, said):
        return said
    begin, _ = view.sentence(said)
    before = range(said - 1, max(begin, said - REACH) - 1, -1)
    return next((i for i in before if view.words[i] in ETRE or view.words[i] in AVOIR), None)


def _leads_on(view: DocView, finite: int, said: int) -> bool:
    _, end = view.sentence(finite)
    word, behind = view.words[finite], view.words[finite + 1 : min(end, finite + REACH) + 1]
    if word in AVOIR:
        return not OUTCOMES.isdisjoint(behind)
    if word in ETRE:
        judged = view.pos[said] == "NOUN" and view.words[said - 1] in ONE
        return BEEN.isdisjoint(behind) and (judged or not MET_WITH.isdisjoint(behind))
    return word in BRINGING or word in load_cues().verbs["bringing_about"]
