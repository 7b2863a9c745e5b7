"""Find the speaker behind a verb of saying: "…, a annoncé Séoul", "…, a-t-il dit"."""

from __future__ import annotations

from dprk_events.events.modality.asides import is_behind_aside, parts_clause
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.speaker import (
    AMONG,
    AVOIR,
    COMMA,
    DOCUMENTS,
    ONE,
    REFLEXIVE,
    SPEAKING,
    WHO,
    is_sure_participle,
)
from dprk_events.french import closed_class, forms_of, looks_plural, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, subject
from dprk_events.syntax.tags import IN_INVERTED_GROUP

WORDS = word_lists(__package__)
BEFORE_INVERTED, WITHIN_INVERTED = WORDS["before_inverted"], WORDS["within_inverted"]
SOME = WORDS["some"]
INVERTED_PRONOUNS = WORDS["inverted_pronouns"]
ONE_LINK = WORDS["before_one"]
PRONOUNS = WORDS["plain_pronouns"]
QUOTE_ENDS = frozenset('»”"')
THAT = closed_class("que")
BACKING = forms_of(*WORDS["backing"])
OF_WHICH = WORDS["of_which_or_where"]
CLAUSE_MARKS = WORDS["clause_marks"]
INVERTED_REACH = 6
"""Greatest distance from an inverted verb of saying to the speaker's name."""


def inverted_speaker(
    view: DocView,
    verb: int,
    first: int,
    last: int,
    longer: int = 0,
    *,
    emotive: bool = False,
    above: int | None = None,
) -> Phrase | None:
    """Find the speaker after the verb in "…, a annoncé Séoul" or "…, a-t-il dit".

    ``longer`` is how many words more a multi-word verb has ("laisse entendre"). Of an ``emotive``
    verb ("…, s'inquiète Séoul", "…, menace Séoul") the speaker has to follow at once. ``above`` is
    the verb above an infinitive: "dû" in "…, a dû admettre Séoul".
    """
    start = _group_start(view, verb if above is None else above, first)
    if not _may_be_inverted(view, start, verb, first):
        return None
    if emotive:
        return _right_behind(view, start, verb, first, last)
    if not REFLEXIVE.isdisjoint(view.words[start:verb]):
        return None  # "Mike Pompeo, de retour de Pyongyang, se dit optimiste"
    for i in range(start, verb):
        if view.words[i] in INVERTED_PRONOUNS:
            opens = i == start or view.words[i - 1] in THAT | OF_WHICH  # ", ce qu'elle niait"
            plain = opens and view.words[i] in PRONOUNS  # "…, il reprenait la route"
            return None if plain else view.phrase(i)
    told = view.has_finite(first, start)
    parted = told or parts_clause(view, first, start, verb)
    if not parted and (
        _opens_with_subject(view, first, start) or _stands_before(view, verb, start)
    ):
        return None  # "Lavrov, arrivé lundi, a mis en garde Washington"
    end = verb + longer
    if (among := _among_whom(view, end, last)) is not None:
        return among
    if (named := taken_for_noun(view, end)) is not None:
        return named
    return _behind_verb(view, end, last, told=told and not _has_subject(view, verb, start))


def _may_be_inverted(view: DocView, start: int, verb: int, first: int) -> bool:
    """Return whether a verb group from ``start`` on may stand before its speaker, by its place."""
    if start <= first or view.words[start - 1] not in BEFORE_INVERTED:
        return False
    if not WHO.isdisjoint(view.words[start:verb]):
        return False  # "et Pyongyang, qui promettait un essai, n'en démord pas"
    if view.words[verb] in BACKING and not THAT.isdisjoint(view.words[start:verb]):
        return False  # "un projet, que soutenaient les autres membres"
    if start == verb and is_sure_participle(view.words[verb]):
        return False  # "huit banquiers, soupçonnés de recycler l'argent", "dites mesures de mai"
    return not is_behind_aside(view, start, verb, first)


def _has_subject(view: DocView, verb: int, start: int) -> bool:
    """Match "Pyongyang, qui a mené six essais, poursuit ses programmes": its subject is before."""
    children = view.tokens[verb].children
    return any(each.dep_.startswith("nsubj") and each.i < start for each in children)


def _stands_before(view: DocView, verb: int, start: int) -> bool:
    """Match "Reçu lundi, Lavrov, arrivé la veille, a mis en garde Washington"."""
    if view.words[start] not in AVOIR:
        return False  # of a headline without a verb: "Kim à Moscou lundi, annonce le Kremlin"
    found = subject(view, verb, start)
    named = found is not None and not found.pronoun and found.last < start
    return named and found is not None and bool(view.kinds(found) & SPEAKING)


def _opens_with_subject(view: DocView, first: int, start: int) -> bool:
    """Match who can speak before an aside between commas that ends right before a verb."""
    opening = next(view.each_phrase(first, start - 1), None)
    comma = next((i for i in range(first, start - 1) if view.words[i] == COMMA), None)
    if opening is None or comma is None or opening.prep is not None or comma < opening.last:
        return False
    alone = opening.start <= first + 1 and VERBAL.isdisjoint(view.pos[first:comma])
    return alone and bool(view.kinds(opening) & SPEAKING)


def _behind_verb(view: DocView, end: int, last: int, *, told: bool) -> Phrase | None:
    """Return the first noun phrase behind the verb, which may speak: "…, a annoncé mardi Séoul".

    ``told`` is whether a clause before it holds what is said; else what cannot speak is its object.
    """
    for phrase in view.each_phrase(end + 1, last):
        if phrase.prep is None or _is_some(view, phrase):
            gap = view.pos[end + 1 : phrase.first]
            mute = phrase.entity is None and not view.kinds(phrase) & (SPEAKING | DOCUMENTS)
            if mute and not told:
                return None  # "Séoul, de son côté, revendique la destruction d'un drone"
            return phrase if VERBAL.isdisjoint(gap) else None
        if phrase.last < last and (named := _named_behind(view, phrase)) is not None:
            return named
        if phrase.start - end > INVERTED_REACH:
            break
    return None


def _named_behind(view: DocView, phrase: Phrase) -> Phrase | None:
    """Find the name in "a écrit sur Telegram Paul Martin, chef de".

    It is no part of the complement before it, unless a title stands there: "devant le roi Charles".
    """
    number = view.entity_at[phrase.last]
    if number is None or phrase.prep is None or view.words[phrase.last + 1] != COMMA:
        return None
    name, title = view.entities[number], view.words[view.entities[number].first - 1]
    titled = "person" in view.lexicon.noun(title) and not looks_plural(title)
    if name.label != "PER" or name.first <= phrase.start + 1 or titled:
        return None
    named = phrase._replace(prep=None, entity=number, counted=None, head=name.first)
    return named._replace(start=name.first, first=name.first, last=name.last)


def _is_some(view: DocView, phrase: Phrase) -> bool:
    """Match "des" that no noun before it has: "…, ont indiqué mercredi des députés"."""
    if view.words[phrase.start] not in SOME or not view.kinds(phrase) & SPEAKING:
        return False
    before = view.phrase(phrase.start - 1)
    return before is None or before.prep is not None


def taken_for_noun(view: DocView, verb: int) -> Phrase | None:
    """Find the name in "…, avance Kiev", where the verb was read as a noun with a name."""
    phrase = view.phrase(verb)
    if phrase is None or view.entity_at[verb] is not None or phrase.entity is None:
        return None
    if view.entities[phrase.entity].first != verb + 1:
        return None
    return phrase._replace(first=verb + 1, start=verb + 1)


def _among_whom(view: DocView, verb: int, last: int) -> Phrase | None:
    """Find who "on" is: "Séoul" in "dit-on à Séoul", "assure-t-on dans l'entourage de Kim"."""
    at = verb + 1
    while at < last and view.words[at] in ONE_LINK:
        at += 1
    if at >= last or view.words[at] not in ONE:
        return None
    phrase = next(view.each_phrase(at + 1, last), None)
    near = phrase is not None and phrase.start == at + 1 and phrase.prep in AMONG
    return phrase if near else None


def _right_behind(view: DocView, start: int, verb: int, first: int, last: int) -> Phrase | None:
    """Find the speaker right behind a verb whose subject is not before it.

    What it says has a verb of its own, or is a quotation: not in "Kim, en colère, menace Séoul".
    """
    phrase = taken_for_noun(view, verb) or next(view.each_phrase(verb + 1, last), None)
    if phrase is None or phrase.prep is not None or phrase.start > verb + 2:
        return None
    if VERBAL & set(view.pos[verb + 1 : phrase.first]) or not view.kinds(phrase) & SPEAKING:
        return None
    if view.words[start - 1] in QUOTE_ENDS or view.words[start - 2] in QUOTE_ENDS:
        return phrase
    if view.words[verb] in load_cues().verbs["presupposing"]:
        return None  # "Moscou protège son fournisseur, déplore Séoul": it takes that for granted
    comma = next((i for i in range(first, start) if view.words[i] == ","), start - 1)
    opened = comma if comma < start - 1 and view.words[comma + 1] in CLAUSE_MARKS else start - 1
    told = view.has_finite(first, opened)
    return phrase if told else None


def _group_start(view: DocView, verb: int, first: int) -> int:
    """Find where the auxiliaries and pronouns before an inverted verb begin."""
    start = verb
    while start > first and (
        view.pos[start - 1] in IN_INVERTED_GROUP or view.words[start - 1] in WITHIN_INVERTED
    ):
        start -= 1
    return start
