"""Tell a negation that only measures: "n'avait jamais tiré autant de missiles"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, VerbGroup

WORDS = word_lists(__package__)
AS_MUCH, AS, SINCE = WORDS["as_much"], WORDS["as"], WORDS["since"]
HARD_STOPS = closed_class("hard_stops")
QUALITY = frozenset({"ADJ", "ADV"})
COMMA = ","
AS_REACH, SINCE_REACH = 5, 12
"""Words behind a verb within which "autant" stands, and "depuis" and who did it before."""


def measures_only(view: DocView, group: VerbGroup) -> bool:
    """Return whether a negated deed was done: to another degree, or by another.

    "N'avait jamais tiré aussi loin": it has now. "Nul président n'y était allé depuis Hu Jintao":
    he had.
    """
    return _as_much(view, group.verb) or _since_somebody(view, group)


def _as_much(view: DocView, verb: int) -> bool:
    """Match "autant de missiles", "aussi loin" just behind the verb; "aussi" alone is "also"."""
    _, end = view.sentence(verb)
    for i in range(verb + 1, min(end - 1, verb + AS_REACH) + 1):
        word = view.words[i]
        if word in AS_MUCH or (word in AS and view.pos[i + 1] in QUALITY):
            return True
        if word == COMMA or word in HARD_STOPS or view.pos[i] in VERBAL:
            return False
    return False


def _since_somebody(view: DocView, group: VerbGroup) -> bool:
    """Match "depuis Hu Jintao" in the clause of a compound past: whoever is named did it last."""
    if not group.compound:
        return False
    _, end = view.sentence(group.verb)
    for i in range(group.verb + 1, min(end - 1, group.verb + SINCE_REACH) + 1):
        if view.words[i] in SINCE:
            who = view.entity_at[i + 1]
            return who is not None and view.entities[who].label == "PER"
        if view.words[i] == COMMA or view.words[i] in HARD_STOPS or view.pos[i] in VERBAL:
            return False
    return False
