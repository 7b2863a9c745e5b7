"""Detectors: lines that are told by the words they are made of, more than by a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable

from dprk_events.reading.boilerplate.lines import fold

Detector = Callable[[str, str], bool]
"""Says of a line, as written and folded, whether it is boilerplate."""

_JOINT = re.compile(r"(?<=[a-zà-öø-ÿœ0-9])(?=[A-ZÀ-ÖØ-ÞŒ])")
_WORDS = re.compile(r"[\w'’-]+")
_HASHTAG = re.compile(r"#[^\s#]+")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_MARKS = re.compile(r"[.!?:;«»\"“”…]")
_MAX_PIECE_WORDS = 4
_GLUED_WITHOUT_WORDS = 3


def glued_words(vocabulary: frozenset[str]) -> Detector:
    """Make a detector of menu entries run together: ``AccueilMondeAsie``.

    A joint is a small letter before a capital. At least half of the pieces must be known entries,
    or all be single words, three or more; a name such as TikTok in a headline is not enough.
    """

    def detect(line: str, _: str) -> bool:
        if _MARKS.search(line):
            return False
        pieces = [piece.strip() for piece in _JOINT.split(line)]
        if len(pieces) < 2 or any(len(_WORDS.findall(p)) > _MAX_PIECE_WORDS for p in pieces):
            return False
        known = sum(fold(piece) in vocabulary for piece in pieces)
        if " " not in line:
            return known > 0 or len(pieces) >= _GLUED_WITHOUT_WORDS
        return 2 * known >= len(pieces)

    return detect


def only_words(vocabulary: frozenset[str], least: int = 1) -> Detector:
    """Make a detector of lines made of known entries, ``least`` or more: ``Accueil Monde Asie``."""
    longest = max((len(entry.split()) for entry in vocabulary), default=0)

    def detect(_: str, folded: str) -> bool:
        words = _WORDS.findall(folded)
        at = entries = 0
        while at < len(words):
            for count in range(min(longest, len(words) - at), 0, -1):
                if " ".join(words[at : at + count]) in vocabulary:
                    at += count
                    entries += 1
                    break
            else:
                return False
        return entries >= least

    return detect


def several_words(vocabulary: frozenset[str]) -> Detector:
    """Make a detector of lines of two or more known entries: one alone may be a heading."""
    return only_words(vocabulary, 2)


def hashtags(_: frozenset[str]) -> Detector:
    """Make a detector of lines of hashtags; the last word may be the site's address."""

    def detect(line: str, _: str) -> bool:
        words = line.split()
        if words and _DOMAIN.fullmatch(words[-1]):
            words.pop()
        return bool(words) and all(_HASHTAG.fullmatch(word) for word in words)

    return detect


DETECTORS: dict[str, Callable[[frozenset[str]], Detector]] = {
    "glued-words": glued_words,
    "only-words": only_words,
    "several-words": several_words,
    "hashtags": hashtags,
}
"""Makers of detectors by the name that rules use: each takes the rule's word lists as one set."""
