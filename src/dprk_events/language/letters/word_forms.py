"""Look up French word forms and their frequency in the data of the pipeline.

A pipeline's vectors are sorted by the frequency of their words on French pages; its lemmatizer
knows inflected forms. Both are read from its folder when the first damaged text is processed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from dprk_events.language.lexicon import FrenchWords

if TYPE_CHECKING:
    from spacy.language import Language

RARE = 500_000
"""The rank of every word that is not among the frequent ones."""

_FREQUENT = 120_000  # number of words ranked; rarer ones are mostly misspelt
_SURE = 50_000  # an accented form ranked above this is a word, even if no lexicon knows it
_LONGEST = 25


class WordForms:
    """Frequencies of word forms, accented forms by their unaccented letters, and known words."""

    def __init__(self, nlp: Language) -> None:
        self._words = FrenchWords.of(nlp)
        self._verbs = _verbs(nlp)
        frequent = islice(nlp.vocab.vectors.key2row, _FREQUENT)
        ranks = {key: rank for rank, key in enumerate(frequent)}
        self._ranks: dict[str, int] = {}
        self._accented: dict[str, list[str]] = {}
        for word, key in _strings(nlp):
            rank = ranks.get(key, RARE)
            accented = word.islower() and not word.isascii()
            if rank < RARE or (accented and self.known(word)):
                self._ranks[word] = rank
                if accented and (rank < _SURE or self.known(word)):
                    self._accented.setdefault(strip_accents(word), []).append(word)
        for forms in self._accented.values():
            forms.sort(key=lambda form: (self._ranks[form], form))

    def rank(self, form: str) -> int:
        """Return the frequency rank of a form, `RARE` if it is not among the frequent ones."""
        return self._ranks.get(form, RARE)

    def accented(self, letters: str) -> list[str]:
        """Return the accented forms of these letters, the most frequent first."""
        return self._accented.get(letters, [])

    def known(self, form: str) -> bool:
        """Return whether a lower-case form is a French word."""
        return form in self._words

    def participles(self, letters: str) -> list[str]:
        """Return the participles in -é and -és among the accented forms of these letters."""
        return [
            form
            for form in self.accented(letters)
            if form.endswith(("é", "és")) and form.removesuffix("s")[:-1] + "er" in self._verbs
        ]

    def is_infinitive(self, form: str) -> bool:
        """Return whether a form is the infinitive of a verb."""
        return form in self._verbs


def strip_accents(word: str) -> str:
    """Return a word without its accents. Keeps length and case."""
    if word.isascii():
        return word
    return "".join(unicodedata.normalize("NFD", letter)[:1] for letter in word)


def _strings(nlp: Language) -> Iterable[tuple[str, int]]:
    """Yield the words saved with the pipeline, each with its key."""
    from spacy.strings import get_string_id  # noqa: PLC0415

    path = nlp.path / "vocab" / "strings.json" if nlp.path else None
    words: Iterable[str] = nlp.vocab.strings
    if path is not None and path.is_file():
        words = json.loads(path.read_text("utf-8"))
    for word in words:
        if len(word) <= _LONGEST and word.isalpha():
            yield word, get_string_id(word)


def _table(nlp: Language, name: str) -> Mapping[Any, Any]:
    if "lemmatizer" not in nlp.pipe_names:
        return {}
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    found: Mapping[Any, Any] = lookups.get_table(name, {}) if lookups is not None else {}
    return found


def _verbs(nlp: Language) -> frozenset[str]:
    irregular = _table(nlp, "lemma_exc").get("verb", {})
    lemmas = (lemma for found in irregular.values() for lemma in found)
    return frozenset((*_table(nlp, "lemma_index").get("verb", ()), *lemmas))
