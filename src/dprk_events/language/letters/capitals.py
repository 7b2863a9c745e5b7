"""Restore the case of text in capitals: names get an initial capital, other words none."""

from __future__ import annotations

import re

from dprk_events.language.letters.word_forms import RARE, WordForms, strip_accents

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?…]\s)[\s\"«“(]*$")
_UNSPEAKABLE = re.compile("[BCDFGHJKLMNPQRSTVWXZ]{3}")
_TIMES = 4  # this many times more frequent capitalised, or in capitals, is a name or initials
_INITIALS = 5  # maximum number of letters in initials


class Capitals:
    """Restores the case of words by means of the words that a pipeline knows."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def lower(self, text: str, names: list[tuple[int, int, str]]) -> str:
        """Return a text in capitals with its normal case; every letter keeps its position.

        Args:
            text: The stretch of text.
            names: Sorted names in it: start, end and spelling, of the same length.

        """
        letters = list(text)
        for match in _WORD.finditer(text):
            start, end = match.span()
            word = self._written(match[0])
            if _SENTENCE_HEAD.search(text[max(0, start - 6) : start]):
                word = word[:1].upper() + word[1:]
            if len(word) == end - start:
                letters[start:end] = word
        for start, end, written in names:
            if len(written) == end - start:
                head = _SENTENCE_HEAD.search(text[max(0, start - 6) : start])
                letters[start:end] = written[:1].upper() + written[1:] if head else written
        return "".join(letters)

    def _written(self, word: str) -> str:
        lower, title = word.lower(), word[:1] + word[1:].lower()
        rank = min(map(self._forms.rank, (lower, *self._accented(lower))))
        if len(word) <= _INITIALS and self._forms.rank(word) * _TIMES < rank:
            return word
        if self._forms.rank(title) * _TIMES < rank:
            return title
        if rank < RARE or self._forms.known(lower):
            return lower
        return word if len(word) <= _INITIALS and _UNSPEAKABLE.search(word) else title

    def _accented(self, lower: str) -> list[str]:
        return self._forms.accented(lower) if lower == strip_accents(lower) else []
