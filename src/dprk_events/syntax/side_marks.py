"""Find the words that set two sides against each other: "entre d'un côté A et de l'autre B".

They stand between a preposition and its noun, or between the sides, and belong to neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.tags import NOUNS_AND_ADJECTIVES

_LISTS = word_lists(__package__)
MARKS = sorted(words.split() for words in _LISTS["side_marks"])
LAST_WORDS = frozenset(words[-1] for words in MARKS)
BEFORE = _LISTS["before_side_marks"]
OF = closed_class("of")


def find_side_marks(words: Sequence[str], pos: Sequence[str]) -> frozenset[int]:
    """Return the tokens of such marks, with the commas that set them off."""
    if LAST_WORDS.isdisjoint(words):
        return frozenset()
    found: set[int] = set()
    for i, word in enumerate(words):
        mark = next((m for m in MARKS if word == m[0] and [*words[i : i + len(m)]] == m), None)
        if mark is None:
            continue
        after = i + len(mark)
        described = after < len(words) and (words[after] in OF or pos[after] in DESCRIBED)
        if not described:
            found.update(range(i, after))
            found |= _commas(words, i, after)
    return frozenset(found)


DESCRIBED = NOUNS_AND_ADJECTIVES - {"PROPN"}
"""What stands behind words that are no mark: "de l'autre pays", "d'un côté du fleuve"."""


def _commas(words: Sequence[str], first: int, after: int) -> set[int]:
    """Return the commas around a mark: "entre, d'une part, A et, d'autre part, B"."""
    opened = first > 1 and words[first - 1] == "," and words[first - 2] in BEFORE
    if not opened:
        return set()
    closed = after < len(words) and words[after] == ","
    return {first - 1, after} if closed else {first - 1}
