"""The lemmatizer's words tell common words from names."""

from __future__ import annotations

import pytest
import spacy

from dprk_events.language import Parser
from dprk_events.language.lexicon import FrenchWords


@pytest.mark.model
def test_words_of_the_pipeline(parser: Parser) -> None:
    words = parser.model.words
    assert "missiles" in words  # a form
    assert "tirer" in words  # a lemma
    assert "yongbyon" not in words


def test_forms_and_lemmas() -> None:
    words = FrenchWords({"mers": "mer"}, (["mer"], ["tirer"]))
    assert all(word in words for word in ("mers", "mer", "tirer"))
    assert "tir" not in words
    assert "mer" not in FrenchWords()


def test_a_pipeline_without_lists_has_no_words() -> None:
    nlp = spacy.blank("fr")
    assert FrenchWords.of(nlp) == FrenchWords()
    nlp.add_pipe("sentencizer", name="lemmatizer")
    assert FrenchWords.of(nlp) == FrenchWords()
