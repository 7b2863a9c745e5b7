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
        from spacy.strings import get_string_id  # noqa: PLC0415

        self._key = get_string_id
        self._words = FrenchWords.of(nlp)
        self._verbs = _verbs(nlp)
        frequent = islice(nlp.vocab.vectors.key2row, _FREQUENT)
        self._ranks = {key: rank for rank, key in enumerate(frequent)}
        found: dict[str, list[tuple[int, str]]] = {}
        for word in _strings(nlp):
            if not word.isascii() and word.islower():
                rank = self.rank(word)
                if rank < _SURE or (_is_word(word) and self.known(word)):
                    found.setdefault(strip_accents(word), []).append((rank, word))
        self._accented = {
            letters: [word for _, word in sorted(found[letters])] for letters in found
        }

    def rank(self, form: str) -> int:
        """Return the frequency rank of a form, `RARE` if it is not among the frequent ones."""
        rank = self._ranks.get(self._key(form), RARE)
        return rank if rank < RARE and _is_word(form) else RARE

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
    return word if word.isascii() else word.translate(_BARE)


class _Bare(dict[int, str]):
    """The letter without its accents, by code point; each is looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = unicodedata.normalize("NFD", chr(code))[:1]
        return self[code]


_BARE = _Bare()


def _strings(nlp: Language) -> Iterable[str]:
    """Return the words saved with the pipeline."""
    path = nlp.path / "vocab" / "strings.json" if nlp.path else None
    if path is None or not path.is_file():
        return nlp.vocab.strings
    words: list[str] = json.loads(path.read_text("utf-8"))
    return words


def _is_word(form: str) -> bool:
    return len(form) <= _LONGEST and form.isalpha()


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
