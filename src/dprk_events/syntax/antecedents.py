"""Find the nouns that a relative pronoun takes up."""

from __future__ import annotations

from dprk_events.syntax.apposed import apposed_to
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView


def antecedent(view: DocView, pronoun: int, head: Token | None) -> Phrase | None:
    """Return the antecedent of a relative pronoun: the tree's noun, else the phrase before it."""
    begin, _ = view.sentence(pronoun)
    before = view.phrases_between(begin, pronoun - 1)
    near = [p for p in before if pronoun - p.last <= 3]
    if near and (named := apposed_to(view, near[-1], pronoun)) is not None:
        return named
    if head is not None and (phrase := view.phrase(head.i)) is not None and head.i < pronoun:
        return phrase
    return near[-1] if near else None


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
