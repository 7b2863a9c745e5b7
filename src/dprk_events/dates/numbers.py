"""Numbers written as words ("vingt et un", "quatre-vingt-dix") and Roman numerals of centuries."""

from __future__ import annotations

import re
from collections.abc import Collection

from dprk_events.french.numbers import number_word, number_words

__all__ = ["number_word", "number_words", "roman"]

_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})")
_DIGIT = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


def roman(word: str, endings: Collection[str]) -> int | None:
    """21 for "xxie": an ordinal in Roman digits up to 29, made by one of the endings."""
    found = _ROMAN.match(word)
    if found and word[found.end() :] not in endings:
        return None
    if not found:
        return None
    return len(found[1]) * 10 + _DIGIT[found[2]] or None
