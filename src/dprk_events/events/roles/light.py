"""Find light verbs: the verb that carries an event named by a noun, left or right of the noun."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    conjugate,
    forms_of,
    key,
    looks_like_participle,
    word_lists,
)
from dprk_events.syntax import NOUNS, VERBAL, DocView
from dprk_events.syntax.tags import ADJECTIVAL, SUBJECTS
from dprk_events.syntax.token import Token

STOPS = closed_class("hard_stops") | word_lists(__package__)["relative_openers"]
"""Words that end the search for the light verb of an event noun."""
NO_CARRIER = word_lists(__package__)["between_deeds"]
BESIDE = word_lists(__package__)["before_sides"]
TOLD_BY = word_lists(__package__)["objects_of_telling"]
"""Objects that make an idiom of telling: who "fait état d'une visite" does not visit."""
TO, COMMA = closed_class("to"), ","
STRESS = word_lists(__package__)["words_of_stress"]
AVOIR, REFLEXIVE = forms_of("avoir"), closed_class("reflexive")
ASIDE, ADVERBIAL = 12, frozenset({"ADP", "ADV"})
"""Words that an adverbial between commas may have, and what it begins with."""
AUXILIARY = 3
"""Words before a participle that hold its auxiliary."""
VERB_LIKE = VERBAL | ADJECTIVAL
"""What a light verb's participle may be tagged as."""


@cache
def light_forms() -> dict[str, dict[str, tuple[str, str]]]:
    """Return forms of light verbs by their list in ``light_verbs.toml``, with lemma and tense."""
    raw = tomllib.loads(
        resources.files("dprk_events.lexicon").joinpath("light_verbs.toml").read_text("utf-8")
    )
    return {
        name: {
            key(form): (lemma, tense)
            for lemma in table["verbs"]
            for form, tense in conjugate(lemma).items()
        }
        for name, table in raw.items()
    }


@cache
def passing_forms() -> frozenset[str]:
    """Return the participles to skip in the search for a noun's complements."""
    return frozenset(
        f for f, (_, tense) in light_forms()["pass"].items() if tense == "past-participle"
    )


@cache
def takes_place_forms() -> frozenset[str]:
    """Return the forms of verbs that say that an event takes place or is scheduled."""
    forms = light_forms()
    return frozenset(forms["happen"]) | frozenset(forms["pass"])


@cache
def _happening_or_carried() -> frozenset[str]:
    forms = light_forms()
    return frozenset(forms["happen"]) | frozenset(forms["carry"])


def verb_left(
    view: DocView, left: int, begin: int, forms: dict[str, tuple[str, str]]
) -> int | None:
    """Return the light verb just left of a noun phrase, skipping adverbs and coordinated events."""
    i = left - 1
    if i >= begin and view.words[i] in NO_CARRIER:
        return None
    steps = 0
    while i >= begin and steps < 7:
        word, token = view.words[i], view.tokens[i]
        if word in forms and (token.pos_ in VERB_LIKE or _has_subject(token) or view.is_verbal(i)):
            other = _is_open_to(view, i, begin) or _beside_its_object(view, i, left)
            return None if other else i
        if word in TOLD_BY:
            return None
        if word == COMMA and (before := _before_stress(view, i, begin)) is not None:
            i = before  # "acceptera-t-il, lui aussi, | une rencontre"
            continue
        if (
            word == COMMA
            and i == left - 1
            and (before := _before_aside(view, i, begin)) is not None
        ):
            i = before  # "a annoncé, de concert avec Séoul, | des sanctions"
            continue
        if (token.pos_ in VERBAL and word not in forms) or word == COMMA or word in STOPS:
            return None
        i -= 1
        steps += 1
    return None


def _beside_its_object(view: DocView, verb: int, left: int) -> bool:
    """Match "a fait le rapprochement avec | le séjour": what it carries is named before."""
    return view.words[left] in BESIDE and any(view.pos[i] in NOUNS for i in range(verb + 1, left))


def _before_stress(view: DocView, comma: int, begin: int) -> int | None:
    """Return the word before words of stress between commas: "X veut, lui aussi, | un sommet"."""
    at = comma - 1
    while at > begin and view.words[at] in STRESS:
        at -= 1
    return at - 1 if at < comma - 1 and at > begin and view.words[at] == COMMA else None


def _before_aside(view: DocView, comma: int, begin: int) -> int | None:
    """Return the word before an adverbial between commas: "a mené mardi, avec X, | un exercice".

    It begins with a preposition or adverb and has no verb.
    """
    for i in range(comma - 1, max(begin, comma - ASIDE), -1):
        if view.words[i] in STOPS or (view.pos[i] in VERBAL and view.entity_at[i] is None):
            return None
        if view.words[i] == COMMA:
            return i - 1 if view.pos[i + 1] in ADVERBIAL else None
    return None


def _has_subject(token: Token) -> bool:
    """Match a verb that is tagged as a noun: "le président rêve d'une rencontre"."""
    return token.dep_ == "ROOT" and any(each.dep_ in SUBJECTS for each in token.children)


def _is_open_to(view: DocView, verb: int, begin: int) -> bool:
    """Match "reste ouvert à une rencontre": a bare participle that says how somebody is."""
    _, end = view.sentence(verb)
    before = view.words[max(begin, verb - AUXILIARY) : verb]  # "avait déjà procédé à"
    bare = bool(before) and all(auxiliary_tense(word) is None for word in before)
    to = verb < end and view.words[verb + 1] in TO
    finite = view.is_finite(view.tokens[verb])  # "présidait au même moment un plénum"
    return to and bare and looks_like_participle(view.words[verb]) and not finite


def verb_right(
    view: DocView, token: int, last: int, known: frozenset[str] | None = None
) -> int | None:
    """Return the verb of which the noun is the subject, if it is a verb of taking place.

    ``known``: the forms of other verbs that are looked for.
    """
    own = view.phrase(token)
    if own is not None and own.prep is not None:
        return None
    head = view.tokens[token].head
    modals = light_forms()["modal"]
    known = _happening_or_carried() if known is None else known
    if (
        view.tokens[token].dep_.startswith("nsubj")
        and head.i > token
        and view.words[head.i] in known
        and view.words[head.i] not in AVOIR
    ):
        return head.i
    i = (own.last if own is not None else token) + 1
    while i <= min(last, token + 14):
        word, here = view.words[i], view.tokens[i]
        if word in modals:
            i += 1
            continue
        if word in AVOIR:
            if i + 1 <= last and view.words[i + 1] == "lieu":
                return i
        elif here.pos_ == "VERB" and view.entity_at[i] is None:
            return i if word in known and not _is_what_for(view, i) else None
        if word in STOPS:
            return None
        i += 1
    return None


def _is_what_for(view: DocView, verb: int) -> bool:
    """Match "une invitation à se rendre": the infinitive says to what, not what it does."""
    mark = verb - 1 - (view.words[verb - 1] in REFLEXIVE)
    return view.tokens[verb].is_infinitive and view.words[mark] in TO
