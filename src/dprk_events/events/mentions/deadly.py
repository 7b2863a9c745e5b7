"""A firing that kills, by its verb or the dead behind it: "des tirs font quatre morts"."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView

_LISTS = word_lists(__package__)
KILLING = forms_of(*_LISTS["verbs_of_killing"])
BRINGING, DEAD = forms_of(*_LISTS["verbs_of_bringing_about"]), _LISTS["the_dead_and_wounded"]
STOPS = closed_class("hard_stops")
BEFORE_SUBJECT = frozenset({"ADJ", "DET", "NUM"})
VERB_REACH, DEAD_REACH = 9, 5
"""Words behind the firing within which its verb is; behind the verb, within which the dead are."""


def kills(view: DocView, noun: int) -> bool:
    """Say whether the noun, as a subject, has a verb of killing or of what brought about dead."""
    begin, end = view.sentence(noun)
    before = noun - 1
    while before >= begin and view.pos[before] in BEFORE_SUBJECT:
        before -= 1
    if before >= begin and view.pos[before] == "ADP":
        return False
    for i in range(noun + 1, min(end, noun + VERB_REACH) + 1):
        if view.words[i] in STOPS:
            return False
        if view.pos[i] not in VERBAL or not view.is_verbal(i):
            continue
        if view.pos[i] == "AUX" and view.words[i] not in BRINGING:
            continue
        dead = view.words[i + 1 : min(end, i + DEAD_REACH) + 1]
        brought = view.words[i] in BRINGING and view.pos[i + 1] not in VERBAL
        return view.words[i] in KILLING or (brought and not DEAD.isdisjoint(dead))
    return False
