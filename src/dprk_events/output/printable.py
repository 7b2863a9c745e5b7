"""Make text from the input safe to display: no control codes, no change of text direction."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SOFT_HYPHEN = "\u00ad"
_JOINERS = frozenset("\u200c\u200d")  # needed to write some scripts, and harmless


def printable(text: str) -> str:
    r"""Escape each control, format and surrogate character (``\x1b``, ``\u202e``).

    Soft hyphens are dropped; every other character is kept. A path that contains a line end thus
    becomes one line, and still differs from a path without one.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(c) for c in text)


def one_line(text: str) -> str:
    """Collapse white space to single spaces, then apply :func:`printable`: for article text."""
    return printable(" ".join(text.split()))


def _shown(char: str) -> str:
    if char == _SOFT_HYPHEN:
        return ""
    if unicodedata.category(char) not in _UNSEEN or char in _JOINERS:
        return char
    return char.encode("unicode_escape").decode("ascii")
