"""What a noun of several words names: "feuille de route" is a treaty, and no sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import phrase_of
from dprk_events.lexicon import NOTHING, Kinds, Lexicon

LONGEST = 4
"""Words of the longest such noun, an elided "d'" counted as one."""


def kinds_of_noun(words: Sequence[str], lexicon: Lexicon, head: int) -> Kinds:
    """Return the kinds of a common noun, or of the noun of several words that it begins."""
    for noun in lexicon.compounds.get(words[head], ()):
        if any(phrase_of(words[head : head + n]) == noun for n in range(2, LONGEST + 1)):
            return lexicon.nouns[noun]
    return lexicon.nouns.get(words[head], NOTHING)
