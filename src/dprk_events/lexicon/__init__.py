"""Look up what single words mean to the rules: kinds of nouns, prepositions, other domains."""

from dprk_events.lexicon.words import NOTHING, Kinds, Lexicon, load_lexicon

__all__ = ["NOTHING", "Kinds", "Lexicon", "load_lexicon"]
