"""Find who does what an infinitive at the head of a sentence says: "Loin de céder, Kim a tiré"."""

from __future__ import annotations

from dprk_events.french import phrase_of, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

OPENING = tuple(
    sorted(
        each if each.endswith("'") else f"{each} "
        for each in word_lists(__package__)["opening_infinitives"]
    )
)
COMMA = ","
BEFORE_VERB = 3
"""Words behind that phrase within which its verb stands: "Kim | n'a pas"."""


def opened_by_infinitive(view: DocView, verb: int) -> Phrase | None:
    """Return the subject behind the comma: of the main verb, and so of the infinitive before.

    Args:
        view: The document.
        verb: The infinitive, or the participle of "avoir tiré".

    """
    begin, end = view.sentence(verb)
    if not f"{phrase_of(view.words[begin:verb])} ".startswith(OPENING):
        return None
    if any(_is_finite(view, i) or view.words[i] == COMMA for i in range(begin, verb)):
        return None
    commas = (i for i in range(verb + 1, end) if view.words[i] == COMMA)
    comma = next((i for i in commas if view.phrase(i) is None), None)
    if comma is None or any(_is_finite(view, i) for i in range(verb + 1, comma)):
        return None
    after = next(view.each_phrase(comma + 1, end), None)
    if after is None or after.prep is not None or after.start > comma + 2:
        return None
    behind = range(after.last + 1, min(end, after.last + BEFORE_VERB) + 1)
    return after if any(_is_finite(view, i) for i in behind) else None


def _is_finite(view: DocView, i: int) -> bool:
    return view.is_finite(view.tokens[i]) and view.entity_at[i] is None
