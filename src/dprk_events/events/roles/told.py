"""What a pronoun or a general word stands for: "L'accord … Séoul l'a suspendu", "un engin"."""

from __future__ import annotations

from dprk_events.events.rules import PRONOUN_KINDS, THINGS, CompiledSlot
from dprk_events.french import looks_plural, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.syntax import DocView, Phrase

_LISTS = word_lists(__package__)
SINGULAR = _LISTS["singular_pronouns"]
OBJECTS = _LISTS["object_clitics"] | _LISTS["of_it"]
ANY_NUMBER = _LISTS["of_it"] | _LISTS["of_a_thing"]
THINGS_NAMED_AGAIN = _LISTS["things_named_again"]
ARMED = frozenset({"weapon", "aircraft", "satellite", "fleet"})
BACK = 2
"""Sentences before within which the thing was told."""
PARTIES = frozenset({"state", "person", "org", "people", "force"})
"""Kinds of those that are passed over: who acts on the thing stands between."""


def told_thing(view: DocView, pronoun: Phrase, kinds: Kinds) -> Phrase | None:
    """Return the thing of one of the kinds that a pronoun stands for, None if it is not plain.

    It is the nearest thing of its number, or what the sentence before is about.
    """
    here = view.sentence_at[pronoun.head]
    for number in range(here, max(-1, here - 2), -1):
        begin, end = view.sentences[number]
        last = min(end, pronoun.start - 1)
        near = True
        for phrase in reversed(view.phrases_between(begin, last)):
            found = view.kinds(phrase)
            if phrase.pronoun or not _agree(view, pronoun, phrase):
                continue
            if number == here and phrase.prep == "de" and "state" in found:
                continue  # "La ligne est en forêt. Des soldats de Corée du Nord l'ont franchie"
            if found & kinds and (near or phrase.prep is None):
                return phrase
            near = near and bool(found & PARTIES)
    return None


def plain_thing(view: DocView, pronoun: Phrase, slot: CompiledSlot) -> Phrase | None:
    """Return what an object pronoun or a number stands for, where only a thing fits the slot.

    « Les ballons agacent Séoul. Le Nord en a lâché 350 »: balloons. A subject may be anybody.
    """
    if not pronoun.pronoun or pronoun.possessive or slot.kinds & PRONOUN_KINDS:
        return None
    if pronoun.counted is None and view.words[pronoun.head] not in OBJECTS:
        return None
    meant = told_thing(view, pronoun, slot.kinds)
    return None if meant is None or view.kinds(meant) & slot.not_kinds else meant


def counts_things(view: DocView, number: Phrase) -> bool:
    """Say whether a number that stands alone counts things told before, and nobody.

    « Pyongyang produit des obus. Moscou en a reçu cent mille »: no visitors.
    """
    if not number.pronoun or number.counted is None:
        return False
    begin = view.sentences[max(0, view.sentence_at[number.head] - BACK)][0]
    for told in reversed(view.phrases_between(begin, number.start - 1)):
        found = view.kinds(told)
        if found and not told.pronoun and _agree(view, number, told):
            return bool(found & THINGS) and not found & PARTIES
    return False


def named_again_as(view: DocView, phrase: Phrase, kinds: Kinds) -> bool:
    """Say whether a general word calls again a thing of these kinds that was told before.

    « Des drones sont venus du Nord. Séoul dément avoir fait voler un engin »: no missile.
    """
    if view.words[phrase.head] not in THINGS_NAMED_AGAIN or phrase.last != phrase.head:
        return False
    here = view.sentence_at[phrase.head]
    begin = view.sentences[max(0, here - BACK)][0]
    for told in reversed(view.phrases_between(begin, phrase.start - 1)):
        found = view.kinds(told)
        if _of_other_number(view, phrase, told):
            continue
        if found & ARMED and not told.pronoun and view.words[told.head] not in THINGS_NAMED_AGAIN:
            return bool(found & kinds)
    return False


def _of_other_number(view: DocView, phrase: Phrase, told: Phrase) -> bool:
    """Say whether "les engins" cannot be one bomber that was told; "un engin" may be of several."""
    several = looks_plural(view.words[phrase.head])
    return several and not looks_plural(view.words[told.head]) and told.counted is None


def _agree(view: DocView, pronoun: Phrase, phrase: Phrase) -> bool:
    """Say whether both are singular or both plural."""
    word = view.words[pronoun.head]
    if word in ANY_NUMBER:
        return True
    single = word in SINGULAR
    return single != looks_plural(view.words[phrase.head])
