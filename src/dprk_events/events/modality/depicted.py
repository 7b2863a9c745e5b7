"""Deeds of which somebody has pictures or remains: "un montage d'images du tir de mars".

Whoever judges the pictures takes for granted that there was such a deed.
"""

from __future__ import annotations

from dprk_events.french import looks_like_participle, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
DEPICTIONS, DEFINITE = WORDS["depictions"], WORDS["definite_determiners"]
CONTRACTED = WORDS["contracted_articles"]
OF = "de"
REACH = 24
"""Words before a deed within which the pictures are named."""
BEHIND = 6
"""Words behind a deed within which a participle says of it that it was done."""


def is_depicted(view: DocView, phrase: Phrase, first: int) -> bool:
    """Return whether a deed is a complement of pictures or remains named behind token ``first``.

    It must be one that is known, by its article or by a participle with its date: "du tir", "d'un
    tir effectué en mars", not "d'un tir".
    """
    if phrase.prep != OF:
        return False
    known = not DEFINITE.isdisjoint(view.words[phrase.start : phrase.first])
    known = known or view.words[phrase.start] in CONTRACTED
    return (known or _dated_behind(view, phrase)) and _of_pictures(view, phrase, first)


def _of_pictures(view: DocView, phrase: Phrase, first: int) -> bool:
    """Return whether pictures are named before a phrase with nothing but complements between."""
    start = max(first, phrase.start - REACH)
    for before in reversed(view.phrases_between(start, phrase.start - 1)):
        if view.words[before.head] in DEPICTIONS:
            between = range(before.last + 1, phrase.start)
            return not any(view.is_finite(view.tokens[i]) for i in between)
    return False


def _dated_behind(view: DocView, phrase: Phrase) -> bool:
    """Match "effectué en 2014" behind a deed."""
    _, end = view.sentence(phrase.last)
    last = min(end, phrase.last + BEHIND)
    for i in range(phrase.last + 1, last + 1):
        if view.words[i] == ",":
            return False
        if view.pos[i] in VERBAL and looks_like_participle(view.words[i]):
            return any(view.date_at[k] is not None for k in range(i, min(end, i + BEHIND) + 1))
    return False
