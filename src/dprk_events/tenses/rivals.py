"""Verbs that stand nearer to a date than the one above it in the tree: a sign of a bad tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_events.tenses.rulings import Place, Ruling, ruling
from dprk_events.tenses.verbs import FAR, is_reduced, is_verbal, main_verb, read_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words of a sentence that are looked at for verbs, to either side.
WIDE = 40
COMMAS = frozenset({",", ";", ":", "(", ")", "«", "»", '"', "\n"})
#: Infinitives of the verb above them are one with it.
_CHAINED = frozenset({"xcomp", "ccomp"})


def against_rivals(verb: Token, place: Place) -> Ruling:
    """Rule by the verb above the date, if those that stand nearer do not gainsay it."""
    verdict = ruling(read_verb(main_verb(verb)), place)
    rivals = (_between(verb, place.token), _in_its_piece(verb, place.token))
    others = {ruling(read_verb(rival), place) for rival in rivals if rival is not None}
    others -= {verdict, "open", "then", "later", "present"}
    if not others:
        return verdict
    decides = verdict in ("past", "future")
    return others.pop() if len(others) == 1 and not decides else "open"


def _between(verb: Token, date: Token) -> Token | None:
    """Give a verb between the two that does not hang on the first: a sign of a bad tree."""
    low, high = sorted((verb.i, date.i))
    for token in verb.doc[low + 1 : min(high, low + WIDE)]:
        if token.pos_ == "VERB" and is_verbal(token) and not verb.is_ancestor(token):
            return token
    return None


def _in_its_piece(verb: Token, date: Token) -> Token | None:
    """Give a verb that stands between the same commas as the date, where ``verb`` does not.

    "La réforme, promise devant le Congrès le 3 juillet, fera …": a tree that hangs the date on the
    verb behind the comma is not to be trusted.
    """
    begin = max(date.sent.start, date.i - FAR)
    for token in reversed(date.doc[begin : date.i]):
        if token.text in COMMAS or token.i == verb.i:
            return None
        if is_verbal(token) or is_reduced(token):
            inner = main_verb(token)
            own = inner.i == verb.i or (verb.is_ancestor(inner) and inner.dep_ in _CHAINED)
            return None if own else inner
    return None
