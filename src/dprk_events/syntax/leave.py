"""To whom something gives the means or the pretext: "a servi de prétexte au Nord pour tirer"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.put_before import put_before
from dprk_events.syntax.view import DocView

NOUNS = word_lists(__package__)["nouns_of_leave"]
DOERS = frozenset({"state", "person", "org", "force", "people"})
"""Kinds of those who may be given leave."""


def given_leave(view: DocView, first: int, verb: int, infinitive: int) -> Phrase | None:
    """Return who stands behind "à" between a verb with such a noun and the infinitive behind it.

    Or before the verb: "Moon, à qui elle a transmis une invitation à venir".

    Args:
        view: The document.
        first: The first token of the verb's group.
        verb: The token of the verb above.
        infinitive: The token of the infinitive that says for what leave is given.

    """
    if NOUNS.isdisjoint(view.words[verb + 1 : infinitive]):
        return None
    told = (p for p in view.phrases_between(verb + 1, infinitive - 1) if p.prep == "à")
    to_whom = next((p for p in told if view.kinds(p) & DOERS), None)
    before = put_before(view, first) if to_whom is None else None
    return before[1] if before is not None and before[0] == "à" else to_whom
