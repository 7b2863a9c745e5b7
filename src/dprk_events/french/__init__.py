"""Facts about French for every stage: folding, inflection, numbers, closed classes."""

from dprk_events.french.folding import key, phrase_of
from dprk_events.french.inflection import (
    agreeing_in_plural,
    auxiliary_forms,
    auxiliary_tense,
    conjugate,
    forms_of,
    looks_like_participle,
    looks_plural,
    pluralise,
)
from dprk_events.french.paradigms import Tense
from dprk_events.french.word_lists import WordListError, WordLists, closed_class, word_lists

__all__ = [
    "Tense",
    "WordListError",
    "WordLists",
    "agreeing_in_plural",
    "auxiliary_forms",
    "auxiliary_tense",
    "closed_class",
    "conjugate",
    "forms_of",
    "key",
    "looks_like_participle",
    "looks_plural",
    "phrase_of",
    "pluralise",
    "word_lists",
]
