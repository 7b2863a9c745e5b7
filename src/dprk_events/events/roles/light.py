"""Light verbs: the verb that carries a deed which a noun names, left or right of the noun."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from dprk_events.events.syntax import VERBAL, DocView
from dprk_events.events.syntax.tags import ADJECTIVAL
from dprk_events.french import closed_class, conjugate, forms_of, key, word_lists

STOPS = closed_class("hard_stops") | word_lists(__package__)["relative_openers"]
"""End the search for the light verb of a deed-noun."""
AVOIR = forms_of("avoir")
VERB_LIKE = VERBAL | ADJECTIVAL
"""What a light verb's participle may be tagged as."""


@cache
def light_forms() -> dict[str, dict[str, tuple[str, str]]]:
    """Forms of light verbs by the list of ``light_verbs.toml`` they are in: lemma and tense."""
    raw = tomllib.loads(
        resources.files("dprk_events.events.lexicon")
        .joinpath("light_verbs.toml")
        .read_text("utf-8")
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
    """Participles that a search for a noun's complements passes over."""
    return frozenset(
        f for f, (_, tense) in light_forms()["pass"].items() if tense == "past-participle"
    )


@cache
def takes_place_forms() -> frozenset[str]:
    """Forms of verbs that say that a deed takes place or was set for a time."""
    forms = light_forms()
    return frozenset(forms["happen"]) | frozenset(forms["pass"])


@cache
def _happening_or_carried() -> frozenset[str]:
    forms = light_forms()
    return frozenset(forms["happen"]) | frozenset(forms["carry"])


def verb_left(
    view: DocView, left: int, begin: int, forms: dict[str, tuple[str, str]]
) -> int | None:
    """The light verb just left of a noun phrase, adverbs and coordinated deeds passed over."""
    i = left - 1
    steps = 0
    while i >= begin and steps < 7:
        word, token = view.words[i], view.tokens[i]
        if word in forms and token.pos_ in VERB_LIKE:
            return i
        if (token.pos_ in VERBAL and word not in forms) or word == "," or word in STOPS:
            return None
        i -= 1
        steps += 1
    return None


def verb_right(
    view: DocView, token: int, last: int, forms: dict[str, dict[str, tuple[str, str]]]
) -> int | None:
    """The verb of which the noun is the subject, where it is one of taking place."""
    own = view.phrase(token)
    if own is not None and own.prep is not None:
        return None
    head = view.tokens[token].head
    known, modals = _happening_or_carried(), forms["modal"]
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
            return i if word in known else None
        if word in STOPS:
            return None
        i += 1
    return None
