"""Words of the input made safe to show: no control codes, no tricks with the direction of text."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SOFT_HYPHEN = "\u00ad"
_JOINERS = frozenset("\u200c\u200d")  # needed to write some scripts, and harmless


def plain(text: str) -> str:
    r"""Write each control, format and surrogate character as an escape (``\x1b``, ``\u202e``).

    Soft hyphens are dropped. Every other character stays, so a path with a line end in it is one
    line and can be told from one without.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def one_line(text: str) -> str:
    """As :func:`plain`, with every run of white space as one space: for words from an article."""
    return plain(" ".join(text.split()))


def _shown(char: str) -> str:
    if char == _SOFT_HYPHEN:
        return ""
    if unicodedata.category(char) not in _UNSEEN or char in _JOINERS:
        return char
    return char.encode("unicode_escape").decode("ascii")
