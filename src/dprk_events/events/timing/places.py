"""Where a date stands: the word before it, and whether another clause begins after it."""

from __future__ import annotations

from dprk_events.events.timing.verbs import is_plain_verb
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
BEFORE_DATE, FIRST = WORDS["before_date"], WORDS["the_first"]
WITHIN_GROUP = frozenset({"AUX", "ADV", "PRON"})
"""Tags of what stands before a verb in its group: "s'y étaient déjà rendus"."""
CLAUSE_OPENERS = closed_class("clause_openers")


def word_before(view: DocView, date: int) -> tuple[int, str]:
    """Return the word before a date, skipping an article, and the token that follows that word."""
    word = view.words[date - 1] if date else ""
    if word in BEFORE_DATE and date > 1:
        return date - 1, view.words[date - 2]
    return date, word


def opens_clause(view: DocView, first: int, last: int) -> bool:
    """Return whether a clause begins, or another verb stands, between two tokens."""
    return any(
        view.entity_at[i] is None
        and (
            view.words[i] in CLAUSE_OPENERS or (is_plain_verb(view, i) and not is_reduced(view, i))
        )
        for i in range(first + 1, last)
    )


def behind_aside(view: DocView, first: int, verb: int) -> bool:
    """Match the verb of "des soldats, qui débroussaillaient, avaient franchi": the main one."""
    before = verb - 1
    while before > first and view.pos[before] in WITHIN_GROUP:
        before -= 1
    if view.words[before] != ",":
        return False
    openers = [i for i in range(first + 1, before) if view.words[i] in CLAUSE_OPENERS]
    return bool(openers) and view.words[openers[0] - 1] == ","


def is_beside_first(view: DocView, date: int, mark: int) -> bool:
    """Match "est arrivé mardi, premier ministre russe à fouler": said of who arrived then."""
    last = date
    while last < mark and view.date_at[last + 1] == view.date_at[date]:
        last += 1
    near = view.words[last + 2 : last + 4]
    return view.words[last + 1] == "," and last + 2 < mark and not FIRST.isdisjoint(near)
