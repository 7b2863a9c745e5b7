"""What a summary's first sentence is about, and what an aside beside it says of it."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from dprk_events.events.timing.chain import Timed
from dprk_events.french import closed_class, forms_of, looks_plural, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.syntax import POSSESSIVES, DocView, Phrase

WORDS = word_lists(__package__)
POINTING, HAPPENINGS = WORDS["pointing"], WORDS["happenings"]
THIS_IS = WORDS["this_is"]
DETERMINED = POINTING | closed_class("demonstratives") | POSSESSIVES
WHO = closed_class("relative_pronouns")
ETRE = forms_of("être")
CLEFT_REACH, OPENING_REACH = 8, 16
MEANT = frozenset({"weapon", "aircraft", "force", "people", "soldier", "person"})
"""What "le …" in a summary may mean of the headline."""
APART = frozenset({"aircraft", "fleet", "state", "org"})
"""What some of many are, but not those that the headline's deed was done with."""


class Opening(NamedTuple):
    """The subject of a sentence, and the token from which on its verb stands."""

    subject: Phrase
    after: int
    cleft: bool = False
    """Whether it is what "C'est … qui" points at."""


def opening_of(view: DocView, sentence: int, ways: Set[str]) -> Opening | None:
    """Return what a sentence begins with: "Le missile", "Parti lundi, l'engin", "C'est un … qui".

    ``ways`` are participles that may open an aside before it.
    """
    begin, end = view.sentences[sentence]
    if view.words[begin] in THIS_IS and begin < end and view.words[begin + 1] in ETRE:
        return _cleft(view, begin + 2, end)
    if view.words[begin] in ways:
        begin = next((i + 1 for i in range(begin, end) if view.words[i] == ","), end)
    subject = next(view.each_phrase(begin, end), None)
    if subject is None or subject.start != begin or subject.prep is not None:
        subject = _behind_opening(view, begin, end)
    return None if subject is None else Opening(subject, subject.last + 1)


def _behind_opening(view: DocView, begin: int, end: int) -> Phrase | None:
    """Return the subject of the main verb in "Après deux échecs, en mai, la fusée s'est …"."""
    for phrase in view.each_phrase(begin, min(end, begin + OPENING_REACH)):
        own = view.tokens[phrase.head]
        if phrase.prep is None and own.dep_.startswith("nsubj") and own.head.i == own.head.head.i:
            return phrase if view.words[phrase.start - 1] == "," else None
    return None


def _cleft(view: DocView, begin: int, end: int) -> Opening | None:
    """Match "C'est un engin à deux étages qui", "Ce sont « plusieurs » engins qui"."""
    subject = next(view.each_phrase(begin, end), None)
    if subject is None or subject.prep is not None:
        return None
    reach = range(subject.last + 1, min(subject.last + CLEFT_REACH, end))
    who = next((i for i in reach if view.words[i] in WHO), None)
    return None if who is None else Opening(subject, who + 1, cleft=True)


def aside_of(view: DocView, sentence: int, subject: Phrase, ways: Set[str]) -> range | None:
    """Return the tokens of "parti mercredi de la côte", before the subject or behind its comma."""
    begin, end = view.sentences[sentence]
    if view.words[begin] in ways:
        return range(begin, subject.start - 1)
    at = subject.last + 2
    if at > end or view.words[at - 1] != "," or view.words[at] not in ways:
        return None
    close = next((i for i in range(at, end) if view.words[i] == ","), None)
    return None if close is None else range(at, close)


def is_told_of(view: DocView, one: Timed, opening: Opening) -> bool:
    """Return whether a summary goes on about what a headline's deed is done with, or by.

    « le missile », « les appareils »; « 200 ballons » if the headline has balloons; « plusieurs
    obus », « c'est un engin … qui » if such things are what the deed is done with.
    """
    subject = opening.subject
    if subject.prep is not None or subject.pronoun or _is_of_another(view, one, subject):
        return False
    heads = {view.words[f.phrase.head] for f in one.raw.fills if f.phrase is not None}
    if view.words[subject.head] in heads:
        return True
    kinds = view.kinds(subject)
    if view.words[subject.start] not in POINTING:
        return (opening.cleft or _are_some(view, subject)) and _is_done_with(one, kinds)
    if any(view.entity_at[i] is None and _country(view, i) for i in _tokens(subject)):
        return False
    if subject.entity is not None and "weapon" not in kinds:
        return False
    return view.words[subject.head] in HAPPENINGS or bool(MEANT & kinds)


def _are_some(view: DocView, phrase: Phrase) -> bool:
    """Match "plusieurs obus", "plus de deux cents obus", "obus et roquettes"."""
    if view.words[phrase.start] in DETERMINED:
        return False
    return phrase.counted is not None or looks_plural(view.words[phrase.head])


def _is_done_with(one: Timed, kinds: Kinds) -> bool:
    """Return whether the headline's deed is done with things of such kinds."""
    if kinds & APART:
        return False
    slots = (s for s in one.raw.candidate.trigger.rule.slots if s.role == "instrument")
    return any(kinds & slot.kinds and not kinds & slot.not_kinds for slot in slots)


def _is_of_another(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Return whether a subject is of another country than the headline's actors."""
    theirs = countries_of(view, subject)
    named = [f.entity for f in one.raw.fills if f.role == "actor" and f.entity is not None]
    mine = {view.entities[n].country for n in named} - {None}
    for fill in one.raw.fills:
        if fill.role == "actor" and fill.phrase is not None:
            mine |= countries_of(view, fill.phrase)
    return bool(theirs and mine and theirs.isdisjoint(mine))


def countries_of(view: DocView, phrase: Phrase) -> set[str]:
    """Return the countries of a phrase's words of nationality: "le gouvernement japonais"."""
    return {country for i in _tokens(phrase) if (country := _country(view, i))}


def _tokens(phrase: Phrase) -> range:
    return range(phrase.first, phrase.last + 1)


def _country(view: DocView, token: int) -> str | None:
    return view.demonym(view.texts[token])
