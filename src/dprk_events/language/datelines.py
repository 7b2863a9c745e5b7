"""Where the place and source at the head of a line end: "SÉOUL, 3 mars (AFP) – Le Nord a tiré"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french.folding import key
from dprk_events.french.word_lists import word_lists

_LISTS = word_lists(__package__, "datelines.toml")
_AGENCIES, _DASHES = _LISTS["agencies"], _LISTS["dashes"]
_OPENED, _CLOSED = "(", ")"
REACH = 18
"""Tokens of a line within which its dateline ends."""


def dateline_end(words: Sequence[str]) -> int | None:
    """Return the place of the dash that ends a dateline at the head of a line; None without one.

    Before it are a place, perhaps a date, and in the last brackets an agency: « PAJU (Corée du
    Sud), 9 janvier (Reuters) – ». Without an agency there must be a number, that of a day.

    Args:
        words: The tokens of the line, from its first on.

    """
    for i, word in enumerate(words[:REACH]):
        if word in _DASHES and i and words[i - 1] == _CLOSED:
            return i if _is_dateline(words[:i]) else None
    return None


def _is_dateline(words: Sequence[str]) -> bool:
    opened = max((i for i, word in enumerate(words) if word == _OPENED), default=0)
    if not opened or not words[0][:1].isupper():
        return False
    inside = key(" ".join(words[opened + 1 : -1]))
    sources = {*inside.replace("/", " ").split(), inside}
    if sources.isdisjoint(_AGENCIES) and not any(word.isdigit() for word in words[:opened]):
        return False
    return all(_may_stand(words, i) for i in range(opened))


def _may_stand(words: Sequence[str], i: int) -> bool:
    """Return whether a word is a name, a mark, a number or, behind one, a month."""
    word = words[i]
    if not word[:1].isalpha() or word[:1].isupper():
        return True
    number = i > 0 and words[i - 1][:1].isdigit()
    return number or _OPENED in words[:i]
