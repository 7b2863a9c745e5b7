"""A deed counted, its noun left out: "le dernier, le 3 mars", "la précédente remontant à mai"."""

from __future__ import annotations

from dprk_events.french import forms_of, word_lists
from dprk_events.syntax import DocView
from dprk_events.syntax.tags import IN_INVERTED_GROUP

_LISTS = word_lists(__package__)
HAPPENING = forms_of(*_LISTS["verbs_of_happening"])
SINCE, TAKING_PLACE = _LISTS["since"], _LISTS["what_takes_place"]
BETWEEN = IN_INVERTED_GROUP | {"ADP", "DET", "PUNCT"}
"""What else may stand before the date, besides a place; a noun would say what is counted."""
REACH = 8
"""Words behind the counted deed within which its date begins."""


def date_follows(view: DocView, last: int) -> bool:
    """Say whether nothing but a verb of happening stands between a token and a date behind it.

    Not within a date ("ces derniers jours"), nor before one since when there was no such deed.
    """
    if view.date_at[last] is not None:
        return False
    _, end = view.sentence(last)
    for i in range(last + 1, min(end, last + REACH) + 1):
        if view.words[i] in SINCE:
            return False
        if view.date_at[i] is not None:
            return True
        number = view.entity_at[i]
        where = number is not None and view.entities[number].label == "LOC"
        happening = view.words[i] in HAPPENING or view.words[i] in TAKING_PLACE
        if view.pos[i] not in BETWEEN and not happening and not where:
            return False
    return False
