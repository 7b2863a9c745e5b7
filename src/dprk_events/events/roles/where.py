"""The place that a clause with "où" tells of: "à Vladivostok, où il s'est rendu en train"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WHERE = word_lists(__package__)["opens_on_a_place"]
OF = closed_class("of")
STOPS = closed_class("hard_stops")
REACH = 12
"""The most words from "où" to the verb of its clause."""
COMMA = ","


def before_day(view: DocView, token: int) -> int:
    """Return the last token before a day that stands before one: "Poutine | demain à Pyongyang"."""
    begin, _ = view.sentence(token)
    at = token - 1
    while at > begin and view.date_at[at] is not None and view.entity_at[at] is None:
        at -= 1
    return at


def place_where(view: DocView, group_first: int) -> Phrase | None:
    """Return the phrase before the "où" that opens the clause of a verb group.

    Not of "d'où", nor where another verb stands between. Whether the phrase is a place ("le jour
    où") is for the caller to ask.
    """
    begin, _ = view.sentence(group_first)
    for i in range(group_first - 1, max(begin, group_first - REACH), -1):
        if view.words[i] in WHERE:
            before = i - 1 if view.words[i - 1] != COMMA else i - 2
            return view.phrase(before) if before >= begin and view.words[i - 1] not in OF else None
        inside = view.entity_at[i] is not None
        if view.words[i] in STOPS or (view.pos[i] in VERBAL and not inside):
            return None
    return None
