"""Complements that stand before their verb: "avec lequel il a parlé", "c'est à Moscou qu'il va"."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.antecedents import antecedents
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
WHOM, TO, QUE = closed_class("relative_pronouns"), closed_class("to"), closed_class("que")
BEFORE_WHOM = closed_class("simple_prepositions") | TO
TO_WHOM, THAT_IS, ETRE = closed_class("to_whom"), _LISTS["that_is"], forms_of("être")
MODALS = forms_of(*_LISTS["before_an_infinitive"])
ASIDE = closed_class("joining") | _LISTS["denying"]
REACH = 8
"""Words before a verb within which the pronoun stands, its subject between."""


def put_before(view: DocView, first: int) -> tuple[str, Phrase] | None:
    """Return the preposition and the noun of a complement before a verb group and its subject.

    A verb may stand between that only says how it is done: "avec qui il venait de signer".
    """
    begin, _ = view.sentence(first)
    for i in range(first - 1, max(begin, first - REACH), -1):
        if view.words[i] in TO_WHOM:
            return _taken_up(view, i, "à")
        if view.words[i] in WHOM:
            before = view.words[i - 1]
            return _taken_up(view, i - 1, _plain(before)) if before in BEFORE_WHOM else None
        if view.words[i] in QUE:
            return _stressed(view, begin, i)
        if view.pos[i] in VERBAL and view.entity_at[i] is None and view.words[i] not in MODALS:
            return None
    return None


def _plain(preposition: str) -> str:
    return "à" if preposition in TO else preposition


def _taken_up(view: DocView, pronoun: int, preposition: str) -> tuple[str, Phrase] | None:
    """Return what a pronoun takes up, with the preposition before the pronoun."""
    noun = next(iter(antecedents(view, pronoun)), None)
    return None if noun is None else (preposition, noun)


def _stressed(view: DocView, begin: int, que: int) -> tuple[str, Phrase] | None:
    """Return the complement of "c'est avec Moscou | que le Nord a signé"."""
    last = que - 1
    if view.words[last] == ",":  # "c'est avec Moscou, et non avec Séoul, | que"
        comma = next((i for i in range(last - 1, begin, -1) if view.words[i] == ","), last)
        last = comma - 1 if view.words[comma + 1] in ASIDE else last
    told = view.phrase(last)
    if told is None or told.prep is None or told.last != last or told.start - 2 < begin:
        return None
    copula = told.start - 1
    stressed = view.words[copula] in ETRE and view.words[copula - 1] in THAT_IS
    return (told.prep, told) if stressed else None
