"""What a noun of several words names: "feuille de route" is a treaty, and no sheet of paper."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import phrase_of
from dprk_events.lexicon import NOTHING, Kinds, Lexicon

HYPHEN = ["-"]
LONGEST = 4
"""Words of the longest such noun, an elided "d'" counted as one."""


def kinds_of_noun(words: Sequence[str], lexicon: Lexicon, head: int) -> Kinds:
    """Return the kinds of a common noun, or of the noun of several words that it begins."""
    for noun in lexicon.compounds.get(words[head], ()):
        lengths = range(2, LONGEST + 1)
        found = next((n for n in lengths if phrase_of(words[head : head + n]) == noun), None)
        if found is not None and words[head + found : head + found + 1] != HYPHEN:
            return lexicon.nouns[noun]  # no "chef d'état" in "chef d'état-major"
    return lexicon.nouns.get(words[head], NOTHING)
