"""Read what is not prevented: "ne doit pas empêcher le sommet", "n'a pas pu éviter un tir"."""

from __future__ import annotations

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of


def denied_above(asked: Asked, governor: Governor) -> bool:
    """Match "empêcher" in "ne devaient pas empêcher", "n'a pas pu empêcher"."""
    view, over = asked.view, _above(asked, governor)
    if over is None or view.words[governor.token] not in load_cues().verbs["doubled.asserted"]:
        return False
    return view.tokens[governor.token].is_infinitive and negation_of(view, over.token) is not None


def of_what_may_go_on(asked: Asked, governor: Governor) -> Cue | None:
    """Return the cue of what is not to be prevented, which is to come; what could not be, was."""
    over = _above(asked, governor)
    word = "" if over is None else asked.view.words[over.token]
    return Cue("planned", word) if word in load_cues().verbs["planned.modals"] else None


def _above(asked: Asked, governor: Governor) -> Governor | None:
    """Return the governor next above another: "devaient" above "empêcher"."""
    return next(iter(asked.above[asked.above.index(governor) + 1 :]), None)
