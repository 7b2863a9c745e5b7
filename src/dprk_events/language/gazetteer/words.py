"""Split text into words with folded keys, and check what separates the words of a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from dprk_events.french.folding import unaccented

# Letters (with combining marks, for text in NFD) and digits form separate words, so that
# "Hwasong-17", "Hwasong 17" and "Hwasong17" are the same two words.
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+|&")

_JOINTS = frozenset((" ", "\u00a0", "\u202f", "\u2009", "-", "\u2010", "\u2011", "'", "\u2019", ""))
_INITIAL_JOINTS = frozenset((". ", ".\u00a0", ".", ".-"))


class Word(NamedTuple):
    """One word: its code points in the text and its folded key."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return the key of a word: no case, no accents ("Séoul" and "SEOUL" give "seoul")."""
    return unaccented(word)


def words_of(text: str) -> list[Word]:
    """Return the words of a text in order."""
    return [Word(*m.span(), fold(m[0])) for m in _WORD.finditer(text)]


def keys_of(name: str) -> tuple[str, ...]:
    """Return the folded keys of a name."""
    if name.isalpha():
        return (fold(name),)  # the usual case: a single word
    return tuple(fold(m.group()) for m in _WORD.finditer(name))


def joined(text: str, left: Word, right: Word) -> bool:
    """Return whether two neighbouring words can belong to one name.

    They may be separated by a space, a hyphen, an apostrophe or nothing, by a full stop only after
    an initial ("Donald J. Trump"), and never by a line end.
    """
    gap = text[left.end : right.start]
    if gap in _JOINTS:
        return True
    return gap in _INITIAL_JOINTS and left.end - left.start == 1 and text[left.start].isupper()


def first_capital(name: str) -> int | None:
    """Return the index of the first capitalised word of a name, None if it has none."""
    for index, match in enumerate(_WORD.finditer(name)):
        if match.group()[0].isupper():
            return index
    return None


def slug(name: str) -> str:
    """Return a name in the form used in ids: "Kim Jong-un" gives "kim-jong-un"."""
    return "-".join(keys_of(name))


def respelt(name: str, written: str) -> str:
    """Return ``name`` with its words spelled as in ``written``, which has the same words.

    A word of a different length is left unchanged.
    """
    out = list(name)
    for here, there in zip(words_of(name), words_of(written), strict=True):
        if here.end - here.start == there.end - there.start:
            out[here.start : here.end] = written[there.start : there.end]
    return "".join(out)
