"""Where the tense of a finite verb looks: back, ahead, or ahead from a time in the past."""

from __future__ import annotations

from dprk_events.events.event import Look
from dprk_events.events.timing.verbs import hoping, telling
from dprk_events.french import auxiliary_tense
from dprk_events.syntax import VERBAL, DocView

AHEAD = frozenset({"future", "conditional"})
AUXILIARIES = 3
"""How many words before a governing participle its auxiliary may be."""


def of_finite(view: DocView, verb: int) -> Look | None:
    """Read the tense of a verb, or of the one above its infinitive or adjective."""
    before = range(max(view.sentence(verb)[0], verb - AUXILIARIES), verb + 1)
    finite = [i for i in before if view.is_finite(view.tokens[i])]
    if not finite or view.pos[verb] not in VERBAL or view.tokens[verb].is_infinitive:
        above = _finite_above(view, verb)
        return None if above is None else of_tense(view, above)
    look = of_tense(view, finite[-1])
    return look if look == "then" or finite[-1] == verb else None


def _finite_above(view: DocView, i: int) -> int | None:
    """Find the nearest finite verb above an infinitive or an adjective, with no past between."""
    here = view.tokens[i]
    if here.is_participle:
        return None
    begin, end = view.sentence(i)
    copula = next((c.i for c in here.children if c.dep_ == "cop" and view.is_finite(c)), None)
    if copula is not None:
        return copula  # "nous sommes prêts à tirer"
    for _ in range(end - begin):
        if here.head.i == here.i:
            return None
        here = here.head
        if view.is_finite(here):
            return here.i
        if here.is_participle:
            return None
    return None


def of_tense(view: DocView, verb: int) -> Look | None:
    """Read a finite form: imperfect, or present, future and conditional."""
    sure = hoping().get(view.words[verb])  # the tagger takes "devraient" for an imperfect
    if sure in AHEAD or sure == "imperfect":
        return "ahead" if sure in AHEAD else "then"
    morph = view.tokens[verb].morph
    if telling().get(view.words[verb]) == "present":
        return "ahead"
    if morph.get("Tense", []) == ["Imp"]:
        return "then"
    ahead = morph.get("Tense", []) in (["Pres"], ["Fut"]) or morph.get("Mood", []) == ["Cnd"]
    return "ahead" if ahead else None


def had_said(view: DocView, cue: int) -> bool:
    """Return whether a verb of saying is in the pluperfect: "avait-elle prévenu"."""
    before = view.words[max(view.sentence(cue)[0], cue - AUXILIARIES) : cue]
    return view.pos[cue] in VERBAL and any(auxiliary_tense(w) == "imperfect" for w in before)


def tells_past(view: DocView, first: int, last: int) -> bool:
    """Return whether a verb between two tokens is in a past tense: "a livré", "livrait"."""
    return any(
        view.pos[i] in VERBAL
        and view.entity_at[i] is None
        and (
            view.tokens[i].morph.get("Tense", []) in (["Imp"], ["Past"])
            and (view.is_finite(view.tokens[i]) or view.pos[i - 1] == "AUX")
        )
        for i in range(max(1, first), last + 1)
    )
