"""Whether somebody only prepares what others do: "est venu à Séoul pour préparer le sommet"."""

from __future__ import annotations

from functools import cache

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, VerbGroup

_LISTS = word_lists(__package__)
STOPS = closed_class("hard_stops")
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
            return view.words[i] in _going()
    return False
