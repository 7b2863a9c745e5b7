"""A deed counted, its noun left out: "le dernier, le 3 mars", "la précédente remontant à mai"."""

from __future__ import annotations

from dprk_events.french import forms_of, word_lists
from dprk_events.syntax import DocView
from dprk_events.syntax.tags import IN_INVERTED_GROUP

_LISTS = word_lists(__package__)
HAPPENING = forms_of(*_LISTS["verbs_of_happening"])
SINCE = _LISTS["since"]
BETWEEN = IN_INVERTED_GROUP | {"ADP", "DET", "PUNCT"}
"""What else may stand before the date; a noun would say what is counted."""
REACH = 6
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
        if view.pos[i] not in BETWEEN and view.words[i] not in HAPPENING:
            return False
    return False
