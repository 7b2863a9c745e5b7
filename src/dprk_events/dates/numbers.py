"""Numbers written as words ("vingt et un", "quatre-vingt-dix") and Roman numerals of centuries."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

_ROMAN = re.compile(r"(x{0,2})(ix|iv|v?i{0,3})")
_DIGIT = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@lru_cache(maxsize=4096)
def number_words(phrase: str) -> int | None:
    """Value of a French number phrase, None when it is none. Library: text2num."""
    from text_to_num import text2num  # noqa: PLC0415  (only where a number word is met)

    try:
        return int(text2num(phrase, "fr"))
    except ValueError:
        return None


def number_word(word: str) -> int | None:
    """Value of one hyphened number word ("dix-sept", "quatre-vingt-dix"), None for other words."""
    if "-" not in word or word[0] not in "cdhmnqstuv":
        return None
    return number_words(word.replace("-et-", " et "))


def roman(word: str, endings: Collection[str]) -> int | None:
    """21 for "xxie": an ordinal in Roman digits up to 29, made by one of the endings."""
    found = _ROMAN.match(word)
    if found and word[found.end() :] not in endings:
        return None
    if not found:
        return None
    return len(found[1]) * 10 + _DIGIT[found[2]] or None
