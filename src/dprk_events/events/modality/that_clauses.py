"""Tell a "que" that opens what is said from others: "n'a répondu que par", "un rapport qu'a lu"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import NOUNS, VERBAL, DocView

WORDS = word_lists(__package__)
NE, INVERTING = WORDS["ne"], WORDS["before_inverted_name"]
NOT, ONE = closed_class("negations"), WORDS["one_article"]
PREPOSITIONS = closed_class("simple_prepositions")
AUXILIARIES = 3
"""Most words between "ne" and the verb of saying behind it."""


def only_restricts(view: DocView, at: int, i: int) -> bool:
    """Match "n'a répondu que par un tir": what follows "que" is no clause."""
    before = view.words[max(0, at - AUXILIARIES) : at]
    if NE.isdisjoint(before) or i - at != 1:
        return False
    alone = NOT.isdisjoint(before) and view.words[i + 1] in ONE  # "n'a réclamé qu'un geste"
    return alone or view.words[i + 1] in PREPOSITIONS


def is_relative(view: DocView, at: int, i: int) -> bool:
    """Match "…, a fait savoir Séoul, que cite Yonhap": no clause begins with its verb.

    Also ", affirme un rapport que Reuters a lu", behind what is said.
    """
    if view.pos[i] != "PRON":
        return False
    if view.words[i - 1] == ",":
        return view.pos[i + 1] in VERBAL and view.entity_at[i + 1] is None
    named = view.pos[i - 1] in NOUNS or view.entity_at[i - 1] is not None
    return named and view.words[at - 1] in INVERTING
