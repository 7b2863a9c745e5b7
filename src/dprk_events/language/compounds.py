"""Hyphens: those left out ("un missile nord coréen"), and words that are one with theirs."""

from __future__ import annotations

import re

from dprk_events.french import key
from dprk_events.french.word_lists import word_lists

_LISTS = word_lists(__package__, "compounds.toml")
_ONE_WORD = _LISTS["one_word"]
_FIRST, _SECOND, _NOUNS = ("|".join(sorted(_LISTS[n])) for n in ("first", "second", "not_behind"))
_APART = re.compile(rf"(?:\b({_NOUNS}) )?\b({_FIRST}) (?=({_SECOND})\b)", re.IGNORECASE)


def with_hyphens(text: str) -> str:
    """Return the text with a hyphen for the space in such an adjective. Keeps the length."""
    return _APART.sub(lambda m: m[0] if m[1] else f"{m[0][:-1]}-", text)


def is_one_word(word: str) -> bool:
    """Return whether a word with hyphens, which spaCy takes apart, is one: "par-dessus"."""
    return key(word) in _ONE_WORD
