"""Who acts where the tree goes wrong: past a clause put in, seen doing it, stressed, in part."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.antecedents import antecedent
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
RELATIVE = closed_class("relative_pronouns") | _LISTS["more_relatives"]
WHICH = _LISTS["behind_prepositions"]
INCLUDING = _LISTS["including"]
SEEING, THEM = forms_of(*_LISTS["seeing_or_letting"]), _LISTS["object_clitics"]
MARKS, STRESSED = _LISTS["infinitive_marks"], _LISTS["stressed_pronouns"]
COMMA, OF, PRONOUN = ",", "de", "PRON"


def before_relative(view: DocView, found: Phrase | None, group_first: int) -> Phrase | None:
    """Return of whom a clause tells that ends just before the verb, in a comma.

    « L'émissaire, qui a rencontré son homologue, Noh Kyu-duk, doit se rendre »: not Noh Kyu-duk.
    « Séoul et Tokyo, dont les ministres se sont vus, ont décidé »: not the ministers. ``found`` is
    whom the tree has for the subject; it is right where it stands before that clause.
    """
    begin, _ = view.sentence(group_first)
    if view.words[group_first - 1] != COMMA:
        return None
    if (host := _before_insertion(view, begin, group_first)) is not None:
        return host
    for i in range(begin + 2, group_first - 2):
        if view.is_finite(view.tokens[i - 2]):
            return None
        if view.words[i] not in RELATIVE or view.words[i - 1] != COMMA:
            continue
        if found is not None and found.start < i:
            return None
        told = any(view.is_finite(view.tokens[k]) for k in range(i + 1, group_first - 1))
        told |= view.words[i] in INCLUDING  # "une délégation, dont X, s'est envolée"
        doer = antecedent(view, i, None) if told else None
        if doer is not None and view.words[i] in INCLUDING:
            doer = whole_noun(view, doer)  # "une délégation d'artistes, dont X, …"
        return doer if doer is not None and doer.prep is None else None
    return None


def _before_insertion(view: DocView, begin: int, group_first: int) -> Phrase | None:
    """Return the one in "où X, avec lequel il doit signer, | l'a reçu": no "il" of the clause."""
    for i in range(group_first - 2, begin + 2, -1):
        if view.words[i] in WHICH and view.pos[i - 1] == "ADP" and view.words[i - 2] == COMMA:
            found = view.phrase(i - 3)
            return found if found is not None and found.prep is None else None
        if view.words[i] == COMMA:
            return None
    return None


def seen_doing(view: DocView, group_first: int, verb: int) -> Phrase | None:
    """Return the pronoun of "les voir participer": whom somebody sees, or lets, do it."""
    begin, _ = view.sentence(verb)
    above = group_first - 1
    if above - 1 < begin or not view.tokens[verb].is_infinitive:
        return None
    at = above - 1
    if view.words[above] not in SEEING or view.words[at] not in THEM or view.pos[at] != PRONOUN:
        return None
    return Phrase(head=at, first=at, last=at, start=at, pronoun=True)


def stressed(view: DocView, group_first: int) -> Phrase | None:
    """Return of whom the pronoun tells in "X menace, lui, de sanctionner", whatever the tags."""
    begin, _ = view.sentence(group_first)
    mark = group_first - 1
    if mark - 4 < begin or view.words[mark] not in MARKS:
        return None
    if view.words[mark - 1] != COMMA or view.words[mark - 3] != COMMA:
        return None
    if view.words[mark - 2] not in STRESSED:
        return None
    verb = mark - 4
    if any(view.is_finite(view.tokens[i]) for i in range(begin, verb)):
        return None
    return next((p for p in view.each_phrase(begin, verb) if p.prep is None), None)


def whole_noun(view: DocView, phrase: Phrase) -> Phrase:
    """Return the noun that "de …" completes: "le chef | d'état-major a dit", never "de" alone."""
    before = view.phrase(phrase.start - 1) if phrase.prep == OF and phrase.start else None
    if before is None or before.prep is not None or before.last != phrase.start - 1:
        return phrase
    return phrase if before.pronoun or before.entity is not None else before


def before_date(view: DocView, comma: int, begin: int) -> int:
    """Return the word before a date between commas: "a menacé Séoul et, lundi, | dénoncé"."""
    at = comma - 1
    while at > begin and view.date_at[at] is not None:
        at -= 1
    if view.words[comma] != COMMA or at == comma - 1 or view.words[at] != COMMA:
        return comma
    return at - 1
