"""Nouns with a nationality, offices and governments: who or what they stand for."""

from __future__ import annotations

import datetime as dt

from dprk_events.french import key
from dprk_events.participants.context import WORDS, Context
from dprk_events.participants.describe import plain
from dprk_events.participants.offices import holder
from dprk_events.participants.participant import Naming, Referent, Resolved

OFFICES = ("head", "premier", "foreign", "defence")
BACK = 6
"""Sentences before within which "le président" was named."""


def office_holder(context: Context, naming: Naming) -> Resolved | None:
    """Take the holder of an office on the day. « le président russe », « son homologue chinois ».

    Where the reference date is not known, nobody is.
    """
    office = _office(naming)
    countries = _own_countries(context, naming)
    if office is None or len(countries) != 1 or context.published is None:
        return None
    name = holder(office, countries[0], context.published)
    if name is None:
        return None
    named = {context.person(number).name: number for _, number in context.people_named}
    who = (
        context.person(named[name])
        if name in named
        else Referent(f"person:{key(name)}", name, "person", countries)
    )
    return Resolved((who,), "office", f"{office} {countries[0]}")


def named_holder(context: Context, naming: Naming) -> Resolved | None:
    """Take for a bare office the one named last who holds it. « Kim Jong-un … le dirigeant »."""
    office = _office(naming)
    if office is None or context.published is None or _own_countries(context, naming):
        return None
    if context.word_before(naming.first) not in WORDS["the"] | WORDS["demonstratives"]:
        return None
    for person in context.people_before(naming.first, BACK):
        held = {holder(office, country, context.published) for country in person.countries}
        if person.name in held:
            return Resolved((person,), "named holder", f"{office}: {person.name}")
    return None


def counterpart(context: Context, naming: Naming) -> Resolved | None:
    """Take the other holder of the same office. « Kim Jong-un et Poutine … son homologue »."""
    if context.head(naming) not in WORDS["counterpart"] or context.published is None:
        return None
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    people = context.people_before(naming.first, BACK)
    one = next(people, None)
    if one is None:
        return None
    offices = _held_by(one, context.published)
    for other in people:
        alike = offices & _held_by(other, context.published)
        if alike and other.countries != one.countries:
            return Resolved((other,), "counterpart", f"of {one.name}")
    return None


def _held_by(person: Referent, day: dt.date) -> set[str]:
    return {
        office
        for office in OFFICES
        for country in person.countries
        if holder(office, country, day) == person.name
    }


def _office(naming: Naming) -> str | None:
    words = key(naming.text)
    for office in OFFICES:
        for noun in WORDS[f"{office}_nouns"]:
            if words == noun or words.startswith(f"{noun} "):
                return office
    return None


def _own_countries(context: Context, naming: Naming) -> tuple[str, ...]:
    return context.nationality(naming.first, naming.last) or context.complement(naming)


def state_noun(context: Context, naming: Naming) -> Resolved | None:
    """Take a government by its nationality, or the state spoken of. « le régime nord-coréen »."""
    head = context.head(naming)
    if head not in WORDS["state_nouns"]:
        return None
    countries = _own_countries(context, naming)
    if countries:
        return Resolved(tuple(map(context.state, countries)), "state noun", naming.text)
    if head in WORDS["regime_nouns"]:
        return Resolved((context.state("KP"),), "régime", head)
    if head in WORDS["bare_state_nouns"]:
        country = next(context.states_before(naming.first, 1), None)
        if country is not None:
            return Resolved((context.state(country),), "le pays", country)
    return None


def nationality_word(context: Context, naming: Naming) -> Resolved | None:
    """Take an adjective alone for its states. « des tirs nord-coréens », « intercoréen »."""
    countries = context.nationality(naming.first, naming.last)
    if not countries or naming.first != naming.last:
        return None
    view = context.view
    if view.pos[naming.first] in {"NOUN", "PROPN"} and view.texts[naming.first][:1].isupper():
        return None  # "les Nord-Coréens" are people
    return Resolved(tuple(map(context.state, countries)), "nationality", naming.text)


def described(context: Context, naming: Naming) -> Resolved | None:
    """Take people, forces and bodies by their nationality. « soldats nord-coréens »."""
    countries = _own_countries(context, naming)
    if not countries:
        return None
    return plain(context, naming, countries, "nationality", naming.text)
