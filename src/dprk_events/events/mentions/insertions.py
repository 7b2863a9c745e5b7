"""What may part the words of an expression: "a ouvert, dimanche matin, le feu"."""

from __future__ import annotations

from dprk_events.french import closed_class
from dprk_events.syntax import VERBAL, DocView

OF = closed_class("of")
COMMA = ","
MOST, ASIDE = 3, 8
"""The most insertions behind a verb, and words in one between commas."""


def behind_insertions(view: DocView, verb: int) -> tuple[int, ...]:
    """Return the tokens behind which the rest of an expression may begin: the verb, an insertion.

    An insertion is an aside between commas, a date, or where or to whom: "a serré à Hanoï la main".
    """
    _, end = view.sentence(verb)
    found = [verb]
    for _ in range(MOST):
        last = _insertion(view, found[-1] + 1, end)
        if last is None or last >= end:
            break
        found.append(last)
    return tuple(found)


def _insertion(view: DocView, first: int, end: int) -> int | None:
    """Return the last token of what is put in at a token, None if nothing is."""
    if first >= end:
        return None
    if view.words[first] == COMMA:
        return _aside(view, first, end)
    if view.date_at[first] is not None:
        last = first
        while last < end and view.date_at[last + 1] is not None:
            last += 1
        return last
    phrase = next(view.each_phrase(first, end), None)
    if phrase is None or phrase.start != first or phrase.prep is None or phrase.prep in OF:
        return None
    return phrase.last


def _aside(view: DocView, comma: int, end: int) -> int | None:
    """Return the comma that closes an aside without a verb of its own."""
    for i in range(comma + 1, min(end, comma + ASIDE + 1) + 1):
        if view.words[i] == COMMA:
            return i
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return None
    return None
