"""French words that are not names: the word lists of the pipeline's lemmatizer."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True, repr=False)  # the lists are long
class FrenchWords:
    """Common words in lower case; ``word in words`` tests for one.

    ``forms`` are inflected words and ``lemmas`` are base forms by word class. Without arguments the
    set is empty.
    """

    forms: Container[str] = frozenset()
    lemmas: Sequence[Collection[str]] = ()

    @classmethod
    def of(cls, nlp: Language) -> FrenchWords:
        """Take the lists of a pipeline's lemmatizer; the set is empty if it has none."""
        if "lemmatizer" not in nlp.pipe_names:
            return cls()
        lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
        if lookups is None:
            return cls()
        index = lookups.get_table("lemma_index", {})
        return cls(lookups.get_table("lemma_lookup", {}), tuple(index.values()))

    def __contains__(self, word: str) -> bool:
        return word in self.forms or any(word in lemmas for lemmas in self.lemmas)
