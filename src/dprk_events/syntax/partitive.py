"""Find what a word takes part of or counts: "un de ses soldats", "un groupe de pirates"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
DE = closed_class("of")
PARTITIVE_HEADS, AMONG = _LISTS["partitive_heads"], _LISTS["among"]
REACH = 4
"""How far the noun may be from the word that takes part of it: "deux d'entre ses soldats"."""


def collected(view: DocView, i: int) -> Phrase | None:
    """Return the phrase that a collecting noun opens: "un groupe de pirates lié à Pyongyang"."""
    _, end = view.sentence(i)
    phrase = next(view.each_phrase(i + 1, min(end, i + REACH)), None)
    return phrase if phrase is not None and phrase.start <= i else None


def partitive(view: DocView, i: int) -> Phrase | None:
    """Return the phrase of which a word takes part: "un de ses soldats" → soldats."""
    _, end = view.sentence(i)
    word, numbers = view.words[i], view.lexicon.number_words
    takes_part = (
        word in PARTITIVE_HEADS or word.isdigit() or view.pos[i] == "NUM" or word in numbers
    )
    if not takes_part or i + 2 > end or view.words[i + 1] not in DE:
        return None
    if view.words[i + 2] in AMONG and i + 3 <= end:  # "600 d'entre eux"
        return Phrase(head=i + 3, first=i + 3, last=i + 3, start=i, pronoun=True)
    phrase = next(view.each_phrase(i + 1, min(end, i + REACH)), None)
    return phrase._replace(prep=None) if phrase is not None else None
