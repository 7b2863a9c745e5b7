"""Find the nouns that a relative pronoun takes up."""

from __future__ import annotations

from dprk_events.french import looks_plural, word_lists
from dprk_events.syntax.apposed import apposed_to
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
WHOSE, WHOSE_REACH = _LISTS["of_which"], 4
"""Before a thing that is theirs, and the words within which it stands: "dont la seule | visite"."""
NEAR = 3
"""Words between a relative pronoun and the noun that it takes up."""
IT_IS = _LISTS["it_is"]
"""Between "dont" and what is theirs: "dont c'était la première visite"."""


def antecedent(view: DocView, pronoun: int, head: Token | None) -> Phrase | None:
    """Return the antecedent of a relative pronoun: the tree's noun, else the phrase before it."""
    begin, _ = view.sentence(pronoun)
    before = view.phrases_between(begin, pronoun - 1)
    near = [p for p in before if pronoun - p.last <= NEAR]
    if near and (named := apposed_to(view, near[-1], pronoun)) is not None:
        return named
    if near and _is_put_in(view, near[-1], pronoun):
        return near[-1]
    if near and len(before) > 1 and _is_of_many(view, before[-2], near[-1], pronoun):
        return before[-2]
    if head is not None and (phrase := view.phrase(head.i)) is not None and head.i < pronoun:
        return phrase
    return near[-1] if near else None


def _is_of_many(view: DocView, many: Phrase, one: Phrase, pronoun: int) -> bool:
    """Match "les troupes de Kim, qui ont subi": the verb is of several, and the name of one."""
    named = one.entity is not None and one.prep == "de" and one.start == many.last + 1
    if not named or not looks_plural(view.words[many.head]):
        return False
    _, end = view.sentence(pronoun)
    verbs = (i for i in range(pronoun + 1, min(end, pronoun + 4)) if view.is_finite(view.tokens[i]))
    verb = next(verbs, None)
    return verb is not None and view.tokens[verb].morph.get("Number", []) == ["Plur"]


def _is_put_in(view: DocView, near: Phrase, pronoun: int) -> bool:
    """Match the name in "l'émissaire pour la Corée du Nord, Sung Kim, qui …"."""
    number = view.entity_at[near.last]
    if number is None or view.entities[number].label != "PER" or near.prep is not None:
        return False
    return near.last == pronoun - 2 and "," == view.words[pronoun - 1] == view.words[near.first - 1]


def antecedents(view: DocView, pronoun: int) -> list[Phrase]:
    """Return all possible antecedents of a relative pronoun in the noun group, nearest first."""
    begin, _ = view.sentence(pronoun)
    found: list[Phrase] = []
    at = pronoun
    for phrase in reversed(view.phrases_between(begin, pronoun - 1)):
        if at - phrase.last > 4 or any(
            view.pos[j] in VERBAL for j in range(phrase.last + 1, at) if view.entity_at[j] is None
        ):
            break
        if not found and (named := apposed_to(view, phrase, pronoun)) is not None:
            return [named]
        found.append(phrase)
        if phrase.prep is None:
            break
        at = phrase.start
    return found


def whose(view: DocView, phrase: Phrase) -> Phrase | None:
    """Return whose it is: "Choe Son-hui, dont l'avion s'est posé", "X, dont c'était la visite"."""
    owners = owners_before(view, phrase)
    return owners[-1] if owners else None


def owners_before(view: DocView, phrase: Phrase) -> list[Phrase]:
    """Return everyone whose it may be, nearest first: "la ligne du Sud, dont l'armée a tiré"."""
    begin, _ = view.sentence(phrase.first)
    left = WHOSE_REACH
    for at in range(phrase.first - 1, begin, -1):
        if view.words[at] in WHOSE:
            return antecedents(view, at)
        left -= view.words[at] not in IT_IS
        if left <= 1:
            break
    return []
