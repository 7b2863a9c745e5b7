"""Who acts where the tree goes wrong: past a clause put in, seen doing it, stressed, in part."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.antecedents import antecedent
from dprk_events.syntax.partitive import partitive
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
RELATIVE = closed_class("relative_pronouns") | closed_class("que") | _LISTS["more_relatives"]
INCLUDING = _LISTS["including"]
SEEING, THEM = forms_of(*_LISTS["seeing_or_letting"]), _LISTS["object_clitics"]
LAPSES = _LISTS["lapses"]
MARKS, STRESSED = _LISTS["infinitive_marks"], _LISTS["stressed_pronouns"]
OPENING = closed_class("clause_openers")
COMMA, PRONOUN, PREPOSITION = ",", "PRON", "ADP"
OF, BY = "de", _LISTS["by_whom"]


def before_relative(view: DocView, found: Phrase | None, group_first: int) -> Phrase | None:
    """Return of whom a clause tells that ends just before the verb, in a comma.

    « L'émissaire, qui a rencontré son homologue, Noh Kyu-duk, doit se rendre »: not Noh Kyu-duk.
    « Séoul et Tokyo, dont les ministres se sont vus, ont décidé »: not the ministers. ``found`` is
    whom the tree has for the subject; it is right where it stands before that clause.
    """
    begin, _ = view.sentence(group_first)
    while group_first > begin and view.pos[group_first - 1] == PRONOUN:
        group_first -= 1  # ", | l'a reçu"
    if group_first == begin or view.words[group_first - 1] != COMMA:
        return None
    done = False
    for i in range(begin + 2, group_first - 2):
        done = done or view.is_finite(view.tokens[i - 2])
        if done and view.words[i] in OPENING:
            begin, done = i + 1, False  # "est arrivé à Pyongyang, où | Kim, avec lequel il …, l'a"
            continue
        if done or view.words[i] not in RELATIVE or not _behind_comma(view, i):
            continue
        if found is not None and begin <= found.start < i:
            return None
        told = any(view.is_finite(view.tokens[k]) for k in range(i + 1, group_first - 1))
        told |= view.words[i] in INCLUDING  # "une délégation, dont X, s'est envolée"
        doer = antecedent(view, i, None) if told else None
        if doer is not None and view.words[i] in INCLUDING:
            doer = whole_noun(view, doer)  # "une délégation d'artistes, dont X, …"
        return doer if doer is not None and doer.prep is None else None
    return None


def _behind_comma(view: DocView, relative: int) -> bool:
    """Say whether a comma stands before a relative pronoun: "Kim, avec lequel"."""
    if view.pos[relative - 1] == PREPOSITION:
        return relative > 1 and view.words[relative - 2] == COMMA
    return view.words[relative - 1] == COMMA


def past_lapse(view: DocView, verb: Token) -> Token:
    """Return the verb that a time tells of, for that which tells of the time alone.

    « a riposté dans les minutes qui ont suivi en tirant deux missiles »: who fired struck back.
    """
    of_time = verb.dep_ == "acl:relcl" and view.words[verb.head.i] in LAPSES
    return verb.head.head if of_time and verb.head.head.pos_ in VERBAL else verb


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
    if view.has_finite(begin, verb):
        return None
    return next((p for p in view.each_phrase(begin, verb) if p.prep is None), None)


def whole_noun(view: DocView, phrase: Phrase) -> Phrase:
    """Return the noun that "de …" completes: "le chef | d'état-major a dit", never "de" alone."""
    if phrase.prep in BY and phrase.start > 1 and view.clauses.is_reduced(phrase.start - 1):
        return _described(view, phrase) or phrase
    before = view.phrase(phrase.start - 1) if phrase.prep == OF and phrase.start else None
    if before is None or before.prep is not None or before.last != phrase.start - 1:
        return phrase
    return phrase if before.pronoun or before.entity is not None else before


def _described(view: DocView, agent: Phrase) -> Phrase | None:
    """Return of whom a participle tells by whom: "300 des soldats envoyés par Kim | ont péri"."""
    noun = view.phrase(agent.start - 2)
    if noun is None or noun.prep is None:
        return noun
    return partitive(view, noun.start - 1) if noun.prep == OF and noun.start else None


def before_date(view: DocView, comma: int, begin: int) -> int:
    """Return the word before a date between commas: "a menacé Séoul et, lundi, | dénoncé"."""
    at = comma - 1
    while at > begin and view.date_at[at] is not None:
        at -= 1
    if view.words[comma] != COMMA or at == comma - 1 or view.words[at] != COMMA:
        return comma
    return at - 1
