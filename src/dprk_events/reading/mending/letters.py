"""Find stretches in capitals and stretches without their accents.

Both are recognised from the text alone; the language stage restores their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dprk_events.french.word_lists import word_lists
from dprk_events.reading.characters import LINE_ENDS

Stretch = tuple[int, int]

_CAPITALS = re.compile(rf"[A-ZÀ-ÖØ-ÞŒ][^a-zß-öø-ÿœ{LINE_ENDS}]{{10,}}")
_ELIDED = re.compile(r"(?<![^\W\d_])[A-Z]{1,2}['’]\s*$")
_LEAST_LETTERS = 12
_LEAST_WORDS = 3
_LONG_WORDS = 2  # this many words of five letters make up for a missing function word
_LONG = 5
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_ACCENTED = re.compile("[àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ]")
_LETTERS_AN_ACCENT = 150  # French has one in thirty
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN_WORD = re.compile(r"[a-z]{3,}")


def capitals(text: str) -> Iterator[Stretch]:
    """Yield the stretches of ``text`` in capitals: three words or more."""
    for match in _CAPITALS.finditer(text):
        start, end = match.span()
        if text[end : end + 1].islower():  # the capital at the head of the next word
            while end > start and text[end - 1].isalpha():
                end -= 1
        if start and text[start - 1].islower():
            continue
        elided = _ELIDED.search(text, start, end)  # before a word in small letters
        end = elided.start() if elided else end
        words = _WORD.findall(text, start, end)
        if _is_sentence(words):
            yield start, start + len(text[start:end].rstrip())


def _is_sentence(words: list[str]) -> bool:
    if sum(map(len, words)) < _LEAST_LETTERS or len(words) < _LEAST_WORDS:
        return False
    small = word_lists(__package__, "letters.toml")["small_words"]
    long = sum(len(word) >= _LONG for word in words)
    return long >= _LONG_WORDS or (long > 0 and any(word.lower() in small for word in words))


def without_accents(text: str) -> Iterator[Stretch]:
    """Yield the lines of ``text`` that lack their accents, as shown by some word."""
    lost = word_lists(__package__, "letters.toml")["lost"]
    if lost.isdisjoint(_PLAIN_WORD.findall(text.lower())) and not _missing().search(text):
        return  # most texts
    lines = [match.span() for match in _LINE.finditer(text) if _is_bare(match[0])]
    told = [(start, end) for start, end in lines if _lacks(text[start:end], lost)]
    yield from lines if told and _is_bare(text) else told


def _is_bare(text: str) -> bool:
    """Return whether a text has hardly any accents."""
    return len(_ACCENTED.findall(text)) * _LETTERS_AN_ACCENT <= len(text)


def _lacks(line: str, lost: frozenset[str]) -> bool:
    """Return whether the words of a line show that accents are missing."""
    told = sum(_tells(word, lost) for word in _WORD.findall(line)) + len(_missing().findall(line))
    return told > 2 * len(_ACCENTED.findall(line))


def _tells(word: str, lost: frozenset[str]) -> bool:
    """Return whether a word lacks an accent. Capitals may do without: "Etat", "Evénement"."""
    if word[:1].isupper() and word[:1] == "E":
        return False
    return not word.isupper() and word.lower() in lost


def _missing() -> re.Pattern[str]:
    """Return the pattern of a participle in -e after its auxiliary, and of "a" before a name."""
    global _AUXILIARY  # noqa: PLW0603 - compiled once, when a text asks
    if _AUXILIARY is None:
        lists = word_lists(__package__, "letters.toml")
        before = "|".join(sorted(lists["auxiliaries"]))
        never = "|".join(sorted(lists["unaccented"]))
        _AUXILIARY = re.compile(
            rf"\b(?:{before}) (?!(?:{never})\b)[a-z]{{2,}}[bcdfghjklmnpqrstuvxz]es?\b"
            r"|(?<=[a-z]) a (?=[A-Z][a-z])"
        )
    return _AUXILIARY


_AUXILIARY: re.Pattern[str] | None = None
