"""Detectors, which recognise lines by the words in them rather than by a pattern."""

from __future__ import annotations

import re
from collections.abc import Callable

from dprk_events.reading.boilerplate.lines import fold

Detector = Callable[[str, str], bool]
"""Takes a line as written and as folded, and returns whether it is boilerplate."""

_JOINT = re.compile(r"(?<=[a-zà-öø-ÿœ0-9])(?=[A-ZÀ-ÖØ-ÞŒ])")
_WORDS = re.compile(r"[\w'’-]+")
_HASHTAG = re.compile(r"#[^\s#]+")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_MARKS = re.compile(r"[.!?:;«»\"“”…]")
_MAX_WORDS = 4
_GLUED_WITHOUT_WORDS = 3


def glued_words(vocabulary: frozenset[str]) -> Detector:
    """Build a detector of menu entries run together: ``AccueilMondeAsie``.

    A joint is a lower-case letter before a capital. At least half of the segments must be known
    entries, or all must be single words, three or more; a name such as TikTok in a headline is
    not enough.
    """

    def detect(line: str, _: str) -> bool:
        if _MARKS.search(line):
            return False
        segments = [segment.strip() for segment in _JOINT.split(line)]
        if len(segments) < 2 or any(len(_WORDS.findall(p)) > _MAX_WORDS for p in segments):
            return False
        known = sum(fold(segment) in vocabulary for segment in segments)
        if " " not in line:
            return known > 0 or len(segments) >= _GLUED_WITHOUT_WORDS
        return 2 * known >= len(segments)

    return detect


def only_words(vocabulary: frozenset[str], least: int = 1) -> Detector:
    """Build a detector of lines of at least ``least`` known entries: ``Accueil Monde Asie``."""
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
    """Build a detector of lines of two or more known entries: a single one may be a heading."""
    return only_words(vocabulary, 2)


def hashtags(_: frozenset[str]) -> Detector:
    """Build a detector of lines of hashtags; the last word may be the domain of the site."""

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
"""Builders of detectors by their name in rules; each takes the rule's word lists as one set."""
