"""A pronoun between commas that only stresses the noun before it: "Tokyo, lui, a gelé"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.relatives import whole_noun
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
STRESSED, BESIDE, COMMA = _LISTS["stressed_pronouns"], _LISTS["beside_stressed"], ","
TOO = 2
"""Words behind the pronoun that may stand before the second comma: "lui aussi"."""


def whom_it_stresses(view: DocView, phrase: Phrase | None) -> Phrase | None:
    """Return the noun that a stressed pronoun repeats; any other phrase as it is."""
    if phrase is None or view.words[phrase.head] not in STRESSED or phrase.head != phrase.first:
        return phrase
    begin, end = view.sentence(phrase.head)
    comma, close = phrase.head - 1, phrase.head + 1
    while close < min(end, phrase.head + TOO) and view.words[close] in BESIDE:
        close += 1
    if comma <= begin or view.words[comma] != COMMA or view.words[min(end, close)] != COMMA:
        return phrase
    before = view.phrase(comma - 1)
    if before is None or before.last != comma - 1:
        return phrase
    noun = whole_noun(view, before)
    return phrase if noun.prep is not None or noun.pronoun else noun


def repeated_before(view: DocView, group_first: int) -> Phrase | None:
    """Return the noun that a stressed pronoun repeats before a verb group: "X, lui, a gelé"."""
    begin, _ = view.sentence(group_first)
    at = group_first - 1
    if at <= begin or view.words[at] != COMMA:
        return None
    at -= 1
    while at > begin and view.words[at] in BESIDE and group_first - at <= TOO + 1:
        at -= 1
    pronoun = Phrase(head=at, first=at, last=at, start=at, pronoun=True)
    noun = whom_it_stresses(view, pronoun)
    return None if noun == pronoun else noun
