"""Whether somebody only prepares what others do: "est venu à Séoul pour préparer le sommet"."""

from __future__ import annotations

from functools import cache

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, VerbGroup

_LISTS = word_lists(__package__)
STOPS, OF = closed_class("hard_stops"), closed_class("of")
WILL, COMING = forms_of(*_LISTS["soon_to_do"]), forms_of(*_LISTS["having_just_done"])
REACH = 12
"""Words before "préparer" within which the journey stands that it is the aim of."""


@cache
def _arranging() -> frozenset[str]:
    return frozenset(_LISTS["arranging"])


@cache
def _going() -> frozenset[str]:
    return forms_of(*_LISTS["going_to_arrange"])


def only_arranges(view: DocView, light: VerbGroup | None) -> bool:
    """Match the infinitive that a journey is for: "se rend à Pyongyang préparer un sommet"."""
    if light is None or light.form != "infinitive" or view.words[light.verb] not in _arranging():
        return False
    begin, _ = view.sentence(light.verb)
    for i in range(light.verb - 1, max(begin, light.verb - REACH) - 1, -1):
        if view.words[i] in STOPS:
            return False
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return view.words[i] in _going() and not _only_says_when(view, i, light.verb)
    return False


def _only_says_when(view: DocView, going: int, infinitive: int) -> bool:
    """Match "va organiser", "vient d'organiser": soon, or just now, and no journey."""
    between = range(going + 1, infinitive)
    if any(view.pos[i] != "ADV" and view.words[i] not in OF for i in between):
        return False
    just_now = any(view.words[i] in OF for i in between)
    finite = view.is_finite(view.tokens[going])  # not "est venu", "est allé"
    return finite and view.words[going] in (COMING if just_now else WILL)
