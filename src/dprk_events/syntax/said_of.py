"""Of whom an infinitive tells behind an adjective: "Séoul, coupable d'avoir tiré, puis d'avoir"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
SAID_OF = _LISTS["adjectives_of_doers"]
OF, STOPS = closed_class("of"), closed_class("hard_stops")
JOINERS, COMMA = _LISTS["verb_joiners"], ","
REACH = 24
"""Tokens before an infinitive within which the first of its row stands."""


def said_of(view: DocView, first: int) -> Phrase | None:
    """Return who is told to have done the infinitive at ``first``, behind "de" and an adjective.

    Of a second infinitive, behind "et" or "puis", it is whoever did the first.
    """
    begin, _ = view.sentence(first)
    mark = first - 1
    if mark <= begin or view.words[mark] not in OF:
        return None
    if view.words[mark - 1] in SAID_OF:
        return _noun_before(view, begin, mark - 1)
    if view.words[mark - 1] not in JOINERS:
        return None
    for i in range(mark - 2, max(begin, mark - REACH), -1):
        if view.words[i] in STOPS:
            return None
        if view.words[i] in OF and view.words[i - 1] in SAID_OF:
            infinitive = view.tokens[i + 1].is_infinitive
            return _noun_before(view, begin, i - 1) if infinitive else None
    return None


def _noun_before(view: DocView, begin: int, adjective: int) -> Phrase | None:
    """Return the noun that an adjective stands behind, with or without a comma."""
    at = adjective - 1
    at -= at > begin and view.words[at] == COMMA
    phrase = view.phrase(at) if at >= begin else None
    within = phrase is not None and phrase.first < adjective <= phrase.last
    if phrase is None or (phrase.last != at and not within):
        return None
    return phrase._replace(last=adjective - 1) if within else phrase
