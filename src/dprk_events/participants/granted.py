"""What an article takes for granted: who acts where no mention of the event says it.

Each strategy takes an event without any actor and the participants of its other roles, and returns
the actors, or None. They are marked as granted, and their span is the naming that they were taken
from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dprk_events.coreference import Context, Referent
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.accused import accused
from dprk_events.participants.allies import allies, drill_told_before, listed, named_drill, theirs
from dprk_events.participants.apologetic import apologetic
from dprk_events.participants.at_war import enemy, other_half, own_weapon
from dprk_events.participants.behind_it import behind_it
from dprk_events.participants.captor import captor
from dprk_events.participants.format_names import by_number
from dprk_events.participants.nearby import names_state, naming_of, speaks_of
from dprk_events.participants.neighbour import from_across
from dprk_events.participants.own_plan import (
    announced,
    announced_by_noun,
    holders_word,
    own_plan,
)
from dprk_events.participants.party import as_told
from dprk_events.participants.reproached import reproached
from dprk_events.participants.same_pact import same_pact
from dprk_events.participants.scene import at_home_there
from dprk_events.participants.sent_home import only_sender
from dprk_events.participants.sides import between, speaker, the_same, they, two_sides
from dprk_events.participants.undone import undone
from dprk_events.participants.wielded import wielded
from dprk_events.syntax import subject

Strategy = Callable[[Context, Event, Sequence[Participant]], list[Participant] | None]
_LISTS = word_lists(__package__)
PEOPLE = frozenset({"person", "people", "force"})
VESSELS = frozenset({"ship", "warship", "submarine", "aircraft"})
"""Kinds of names of what a country moves: its ships and its warplanes."""
FORCES = frozenset({"force", "org"})
OWN, THE_COUNTRY = "own people", "le pays"
"""The strategy that takes "le pays" for the state spoken of last."""
BENEFIT = frozenset({"recipient", "destination"})
"""Roles of those for whom it is done."""


def own_deed(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take North Korea for who tests missiles in an article about it, where nobody else is named.

    « Le tir de mardi est le sixième depuis janvier. »
    """
    kind = event.event_type
    country = kind.granted_to
    if country is None or not event.dprk or _foreign(context, event, others, country):
        return None
    if kind.granted_for:
        benefit = {c for p in others if p.role in BENEFIT for c in p.countries}
        if not benefit & set(kind.granted_for) or not speaks_of(context, event, country):
            return None
        if event.modality == "negated" and not names_state(context, country):
            return None  # who only denies a charge against nobody in particular
    return naming_of(context, event, country, "own deed")


def _foreign(context: Context, event: Event, others: Sequence[Participant], country: str) -> bool:
    """Say whether the trigger's phrase, weapon, maker or victim speaks of another's deed."""
    view = context.view
    for mention in event.mentions:
        phrase = view.phrase(mention.token)
        if phrase is not None:
            found = context.nationality(phrase.first, phrase.last)
            if found and country not in found:
                return True
    if any(p.role == "recipient" and country in p.countries for p in others):
        return True  # it is done to the country itself
    return any(
        p.role in {"instrument", "maker"} and p.countries and country not in p.countries
        for p in others
    )


def owner(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take whose the thing is, of neighbours. « Ses haut-parleurs avaient diffusé … »."""
    for each in others:
        if each.role == "instrument" and len(each.countries) == 1:
            (country,) = each.countries
            if country in event.event_type.neighbours:
                naming = context.naming(each.start, each.end, each.entity)
                return [as_told(context.state(country), naming, "owner")]
    return None


def own_force(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take whose the forces are. « Les hommes de Kim Jong-un ont pris position à Koursk »."""
    if not event.event_type.moves_forces:
        return None
    moved = [each for each in others if each.role == "instrument"]
    forces = [each for each in moved if each.kind in PEOPLE or _is_vessel(context, each)]
    if forces and all(not each.countries for each in forces):
        forces = _left(others)
    countries = {country for each in forces for country in each.countries}
    if len(countries) != 1:
        return None
    first = next(each for each in forces if each.countries)
    naming = context.naming(first.start, first.end, first.entity)
    return [as_told(context.state(countries.pop()), naming, "own force")]


def _is_vessel(context: Context, each: Participant) -> bool:
    """Say whether it is a ship or warplane: "le Carl Vinson", "un navire de la marine russe"."""
    if each.entity is not None and context.view.entities[each.entity].kind in VESSELS:
        return True
    return "fleet" in context.view.lexicon.noun(
        context.head(context.naming(each.start, each.end, None))
    )


def _left(others: Sequence[Participant]) -> list[Participant]:
    """Return the state that forces leave for another: "ont quitté la Corée du Nord pour …"."""
    beyond = {c for each in others if each.role == "destination" for c in each.countries}
    origins = [each for each in others if each.role == "origin" and each.countries]
    return [each for each in origins if beyond and beyond.isdisjoint(each.countries)]


def fugitive(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take for one of the country whom a pronoun only names. « Il a fui la Corée du Nord »."""
    country = event.event_type.people_granted_to
    if country is None or not event.dprk:
        return None
    for mention in event.mentions:
        found = subject(context.view, mention.token, mention.token)
        if found is not None and context.view.words[found.head] in _LISTS["third_persons"]:
            naming = context.of_phrase(found)
            who = Referent(f"person:{found.head}", naming.text, "person", (country,))
            return [as_told(who, naming, "fugitive")]
    return None


STRATEGIES: tuple[Strategy, ...] = (
    speaker,
    same_pact,
    own_plan,
    accused,
    reproached,
    behind_it,
    captor,
    they,
    the_same,
    named_drill,
    drill_told_before,
    by_number,
    own_force,
    announced,
    announced_by_noun,
    wielded,
    apologetic,
    own_weapon,
    enemy,
    other_half,
    at_home_there,
    own_deed,
    only_sender,
    owner,
    undone,
    fugitive,
    two_sides,
    theirs,
    between,
    listed,
    allies,
    holders_word,
    from_across,
)


def granted(context: Context, event: Event, others: Sequence[Participant]) -> list[Participant]:
    """Return the actors that an event without one is granted, none where nothing grants any."""
    for strategy in STRATEGIES:
        found = strategy(context, event, others)
        if found is not None:
            return found
    return []


def of_granted_country(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give those who act without a country the one that the type's deeds are granted to.

    « Un diplomate a fait défection » in an article about North Korea: from there.
    """
    country = event.event_type.people_granted_to
    if country is None and not event.event_type.granted_for:
        return _of_granted_deed(context, event, _of_own_weapon(context, event, found))
    if country is None or not event.dprk:
        return list(found)
    if any(p.role == "destination" and country in p.countries for p in found):
        return list(found)  # "a fui en Corée du Nord"
    return [
        replace(each, countries=(country,), strategy="own people", granted=True)
        if each.role == "actor" and not each.countries and each.kind in PEOPLE
        else each
        for each in found
    ]


def _of_own_weapon(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give "le pays" that fires a weapon of its own the weapon's country, whoever spoke before.

    « Shinzo Abe y voit un défi. Il y a deux ans, le pays testait son missile Hwasong-15. »
    """
    country = event.event_type.granted_to
    weapons = {each.countries for each in found if each.role == "instrument" and each.countries}
    if country is None or weapons != {(country,)}:
        return list(found)
    own = context.state(country)
    return [
        replace(each, name=own.name, kb=own.kb, countries=own.countries, strategy=OWN, granted=True)
        if each.role == "actor" and each.strategy == THE_COUNTRY
        else each
        for each in found
    ]


def _is_state(context: Context, each: Participant) -> bool:
    """Say whether a noun means a state that nothing names: "le premier essai du pays"."""
    head = context.head(context.naming(each.start, each.end, each.entity))
    return each.entity is None and "state" in context.view.lexicon.noun(head)


def _of_granted_deed(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give a force that acts without a country the one that such deeds are granted to.

    « L'armée a tiré un missile », in an article about North Korea that names no other state's.
    """
    country = event.event_type.granted_to
    acting = [each for each in found if each.role == "actor"]
    if country is None or not event.dprk or any(each.countries for each in acting):
        return list(found)
    if _foreign(context, event, found, country):
        return list(found)
    return [
        replace(each, countries=(country,), strategy="own people", granted=True)
        if each in acting and (each.kind in FORCES or _is_state(context, each))
        else each
        for each in found
    ]
