"""What a pronoun or a general word stands for: "L'accord … Séoul l'a suspendu", "un engin"."""

from __future__ import annotations

from dprk_events.french import looks_plural, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.syntax import DocView, Phrase

_LISTS = word_lists(__package__)
SINGULAR = _LISTS["singular_pronouns"]
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
            if found & kinds and (near or phrase.prep is None):
                return phrase
            near = near and bool(found & PARTIES)
    return None


def named_again_as(view: DocView, phrase: Phrase, kinds: Kinds) -> bool:
    """Say whether a general word calls again a thing of these kinds that was told before.

    « Des drones sont venus du Nord. Séoul dément avoir fait voler un engin »: no missile.
    """
    if view.words[phrase.head] not in THINGS_NAMED_AGAIN or phrase.last != phrase.head:
        return False
    here = view.sentence_at[phrase.head]
    begin = view.sentences[max(0, here - BACK)][0]
    several = looks_plural(view.words[phrase.head])
    for told in reversed(view.phrases_between(begin, phrase.start - 1)):
        found = view.kinds(told)
        if several and not looks_plural(view.words[told.head]):
            continue  # "deux missiles, en réponse à un bombardier. Les engins ont été lancés"
        if found & ARMED and not told.pronoun and view.words[told.head] not in THINGS_NAMED_AGAIN:
            return bool(found & kinds)
    return False


def _agree(view: DocView, pronoun: Phrase, phrase: Phrase) -> bool:
    """Say whether both are singular or both plural."""
    word = view.words[pronoun.head]
    if word in ANY_NUMBER:
        return True
    single = word in SINGULAR
    return single != looks_plural(view.words[phrase.head])
