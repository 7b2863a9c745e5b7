"""What is true of French for every stage: folding, inflection, closed classes, word lists."""

from dprk_events.french.folding import key
from dprk_events.french.inflection import Tense, conjugate, pluralise
from dprk_events.french.word_lists import WordListError, WordLists, closed_class, word_lists

__all__ = [
    "Tense",
    "WordListError",
    "WordLists",
    "closed_class",
    "conjugate",
    "key",
    "pluralise",
    "word_lists",
]
