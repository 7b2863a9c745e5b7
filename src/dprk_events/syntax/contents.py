"""What a vehicle or container is full of: "des wagons d'obus" are shells that travel."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import word_lists
from dprk_events.lexicon import NOTHING, Kinds, Lexicon
from dprk_events.syntax.phrase import Phrase

BEFORE_LOAD = word_lists(__package__)["before_a_load"]
CONTENTS = frozenset({"weapon", "force"})
"""Kinds of what is carried that is as good as the carrier: arms and troops, not goods."""
NOT_CARRIED = frozenset({"vehicle", "conveyance", "fleet", "warship", "place"})
"""Kinds of the carrier that it does not have once its load is told."""


def of_its_load(
    words: Sequence[str], lexicon: Lexicon, phrase: Phrase, last: int, kinds: Kinds
) -> Kinds:
    """Return the kinds of a carrier, with those of its load in the place of its own.

    ``kinds`` are the carrier's own, ``last`` is the last token of its sentence. The load stands
    behind "de" without an article: "le train du général" carries no generals.
    """
    load = phrase.last + 2
    if words[phrase.head] not in lexicon.carrying or load > last:
        return kinds
    if words[load - 1] not in BEFORE_LOAD:
        return kinds
    loaded = lexicon.nouns.get(words[load], NOTHING) & CONTENTS
    return (kinds - NOT_CARRIED) | loaded if loaded else kinds
