"""Whether a noun is brought in as known to the reader: « le sommet », « leur rencontre »."""

from __future__ import annotations

from dprk_events.coreference import WORDS, Context
from dprk_events.french import word_lists

_LISTS = word_lists(__package__)


def is_definite(context: Context, token: int) -> bool:
    """Say whether it is one that the reader knows; "des" brings new ones in, unless it is "of"."""
    before = word_before(context, token)
    phrase = context.view.phrase(token)
    if before in _LISTS["of_the_or_some"] and (phrase is None or phrase.prep != "de"):
        return False
    return before in WORDS["definite"] | WORDS["demonstratives"] | WORDS["possessives"]


def word_before(context: Context, token: int) -> str:
    """Return the word before the phrase that contains a token."""
    phrase = context.view.phrase(token)
    first = token if phrase is None else phrase.first
    before = context.word_before(first)
    return context.word_before(first - 1) if before in _LISTS["opening_quotes"] else before
