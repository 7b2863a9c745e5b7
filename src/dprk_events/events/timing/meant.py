"""Whether a summary's first sentence goes on about what the headline tells of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.subjects import Opening
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.syntax import POSSESSIVES, DocView, Phrase

WORDS = word_lists(__package__)
POINTING, HAPPENINGS = WORDS["pointing"], WORDS["happenings"]
HE, ONE = WORDS["he"], WORDS["indefinite"]
DETERMINED = POINTING | closed_class("demonstratives") | POSSESSIVES
THINGS = frozenset({"weapon", "aircraft"})
"""What "le …" in a summary may mean of the headline; if it names such: people and vehicles."""
HUMAN = frozenset({"people", "force", "person"})
MOVING = frozenset({"fleet", "vehicle"})
PAPERS = frozenset({"treaty"})
"""What a deed of state is done to: "le texte"."""
APART = frozenset({"aircraft", "fleet", "state", "org"})
"""What some of many are, but not those that the headline's deed was done with."""

Meant = Literal["again", "anew"]
"""What the headline names, told of once more; such people or things, told of as if first."""


def what_is_meant(view: DocView, one: Timed, opening: Opening) -> Meant | None:
    """Return how a summary goes on about what a headline's deed is done with, or by; else None.

    « le missile », « les appareils », « il »; « 200 ballons » if the headline has balloons;
    « plusieurs obus », « c'est un engin … qui » if such things are what the deed is done with;
    « Un soldat » below « Un militaire nord-coréen passe au Sud ».
    """
    subject = opening.subject
    if subject.prep is not None or is_of_another(view, one, subject):
        return None
    if subject.pronoun:
        named = HUMAN | MOVING | THINGS
        some = subject.counted is not None  # "trois d'entre eux"
        him = some or view.words[subject.head] in HE
        return "again" if him and names(view, one, named) else None
    if view.words[subject.start] in POINTING:
        again = _points_back(view, one, subject) or _is_one_by_name(view, one, subject)
        return "again" if again else None
    if any(same(view, one, subject) for same in SAME):
        return "again"
    if view.words[subject.head] in {view.words[each.head] for each in fills_of(one)}:
        return "anew"
    kinds = view.kinds(subject)
    if not (opening.cleft or _are_some(view, subject)):
        return None
    if is_done_with(one, kinds) or (opening.cleft and _is_told_with(view, one, kinds)):
        return "anew"
    return "anew" if are_such_people(view, one, kinds) else None


def _points_back(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "le missile", "les soldats", "l'incident"; not "le ministre japonais"."""
    if view.words[subject.head] in {view.words[each.head] for each in fills_of(one)}:
        return True
    kinds = view.kinds(subject)
    countries = countries_of(view, subject)
    doer = kinds & (HUMAN | THINGS | MOVING) and countries & actors_of(view, one)
    if countries and not doer:
        return False
    if subject.entity is not None and "weapon" not in kinds:
        return False
    if view.words[subject.head] in HAPPENINGS or kinds & THINGS:
        return True
    if any(kinds & view.kinds(each) & PAPERS for each in fills_of(one)):
        return True
    if is_done_with(one, kinds) and not kinds & HUMAN:
        return True  # "la cargaison", "les conteneurs"
    many = None if subject.counted is not None else looks_plural(view.words[subject.head])
    people = kinds & HUMAN and names(view, one, HUMAN, many)
    return bool(people) or (bool(kinds & MOVING) and names(view, one, MOVING))


def names(view: DocView, one: Timed, kinds: Kinds, plural: bool | None = None) -> bool:
    """Return whether the headline names something of such kinds; "il" is somebody.

    One or several of them, where ``plural`` says so.
    """
    begin, end = view.sentence(one.token)
    return any(
        (view.kinds(each) & kinds and plural in {None, looks_plural(view.words[each.head])})
        or (each.pronoun and kinds & HUMAN and view.words[each.head] in HE)
        for each in view.each_phrase(begin, end)
    )


def fills_of(one: Timed) -> Iterator[Phrase]:
    """Yield the phrases in the roles of a mention."""
    return (fill.phrase for fill in one.raw.fills if fill.phrase is not None)


def _is_same_one(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "Un soldat" and "Un militaire nord-coréen", both told of for the first time."""
    if view.words[subject.start] not in ONE or subject.counted is not None:
        return False
    return any(
        view.words[each.start] in ONE and view.kinds(each) & view.kinds(subject) & HUMAN
        for each in fills_of(one)
    )


def _is_same_person(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "Sergueï Lavrov" below "Lavrov à Pyongyang"."""
    if subject.entity is None or "person" not in view.kinds(subject):
        return False
    meant = view.entities[subject.entity]
    named = (view.entities[each.entity] for each in fills_of(one) if each.entity is not None)
    return any(each.label == "PER" and each.canonical == meant.canonical for each in named)


def _is_one_by_name(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "Ri Il-gyu" below "Un diplomate nord-coréen fait défection"; no leader is so called."""
    if subject.entity is None or "person" not in view.kinds(subject):
        return False
    if "leader" in view.kinds(subject):
        return False
    country = view.entities[subject.entity].country
    return any(
        fill.role == "actor"
        and fill.phrase is not None
        and fill.entity is None
        and view.words[fill.phrase.start] in ONE
        and bool(view.kinds(fill.phrase) & HUMAN)
        and country in {None, *countries_of(view, fill.phrase)}
        for fill in one.raw.fills
    )


SAME = (_is_same_one, _is_same_person, _is_one_by_name)
"""How a subject without article may mean somebody of the headline."""


def _are_some(view: DocView, phrase: Phrase) -> bool:
    """Match "plusieurs obus", "plus de deux cents obus", "obus et roquettes"."""
    if view.words[phrase.start] in DETERMINED:
        return False
    return phrase.counted is not None or looks_plural(view.words[phrase.head])


def is_done_with(one: Timed, kinds: Kinds) -> bool:
    """Return whether the headline's deed is done with things of such kinds."""
    if kinds & APART:
        return False
    slots = (s for s in one.raw.candidate.trigger.rule.slots if s.role == "instrument")
    return any(kinds & slot.kinds and not kinds & slot.not_kinds for slot in slots)


def _is_told_with(view: DocView, one: Timed, kinds: Kinds) -> bool:
    """Match "C'est un KN-23 qui" below "Le missile qui a tué douze civils"."""
    return bool(kinds & THINGS) and names(view, one, kinds & THINGS)


def are_such_people(view: DocView, one: Timed, kinds: Kinds) -> bool:
    """Match "Une vingtaine d'hommes" below "Des soldats du Nord franchissent la frontière"."""
    return any(
        kinds & view.kinds(each) & HUMAN and looks_plural(view.words[each.head])
        for each in fills_of(one)
    )


def is_of_another(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Return whether a subject is of another country than the headline's actors."""
    theirs, mine = countries_of(view, subject), actors_of(view, one)
    return bool(theirs and mine and theirs.isdisjoint(mine))


def actors_of(view: DocView, one: Timed) -> set[str]:
    """Return the countries of the headline's actors."""
    named = [f.entity for f in one.raw.fills if f.role == "actor" and f.entity is not None]
    mine = {country for n in named if (country := view.entities[n].country) is not None}
    for fill in one.raw.fills:
        if fill.role == "actor" and fill.phrase is not None:
            mine |= countries_of(view, fill.phrase)
    return mine


def countries_of(view: DocView, phrase: Phrase) -> set[str]:
    """Return the countries of a phrase's words of nationality: "le gouvernement japonais"."""
    return {
        country
        for i in range(phrase.first, phrase.last + 1)
        if view.entity_at[i] is None and (country := view.demonym(view.texts[i]))
    }
