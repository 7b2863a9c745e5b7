"""Words: inflection of trigger lemmas, kinds of common nouns, prepositions."""

from dprk_events.events.lexicon.inflection import Tense, conjugate, pluralise
from dprk_events.events.lexicon.words import (
    NOTHING,
    Kinds,
    Lexicon,
    closed_class,
    key,
    load_lexicon,
)

__all__ = [
    "NOTHING",
    "Kinds",
    "Lexicon",
    "Tense",
    "closed_class",
    "conjugate",
    "key",
    "load_lexicon",
    "pluralise",
]
