"""French words that are no names: the word lists of the pipeline's lemmatizer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

_TABLE = "dprk_lexicon"


def keep_lexicon(nlp: Language) -> None:
    """Let the vocabulary know the lemmatizer's tables, so that a Doc gives access to them."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or nlp.vocab.lookups.has_table(_TABLE):
        return
    forms = lookups.get_table("lemma_lookup", {})
    lemmas = list(lookups.get_table("lemma_index", {}).values())
    nlp.vocab.lookups.add_table(_TABLE, {"forms": forms, "lemmas": lemmas})


def is_french_word(vocab: Vocab, word: str) -> bool:
    """Tell whether a lower-case word is a French common word (False without a lexicon)."""
    if not vocab.lookups.has_table(_TABLE):
        return False
    table = vocab.lookups.get_table(_TABLE)
    return word in table["forms"] or any(word in lemmas for lemmas in table["lemmas"])
