"""The two sides of a meeting, pact or drill where no mention of it says them.

Strategies as in :mod:`~dprk_events.participants.granted`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from dprk_events.coreference import (
    WORDS,
    Context,
    Referent,
    pair_before,
    resolve,
    several_before,
    within,
)
from dprk_events.entities import Entity
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.definite import is_definite, word_before
from dprk_events.participants.party import as_granted, as_told
from dprk_events.syntax import subject

_LISTS = word_lists(__package__)
TWO = 2
BACK = 3
"""Sentences before a definite "le sommet" within which its two sides are looked for."""


def two_sides(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the two people of different states spoken of before for the sides of a known meeting.

    « Donald Trump et Kim Jong-un se connaissent. Le sommet n'a rien donné. »
    """
    mention = event.mentions[0]
    if not mention.event_type.symmetric or not is_definite(context, mention.token):
        return None
    if not mention.event_type.told_apart_by or mention.event_type.told_apart_by == ("amount",):
        return None
    pair = pair_before(context, mention.token)
    found = [_naming_before(context, each, mention.token) for each in pair]
    found = found or list(islice(_people(context, mention.token), TWO))
    if len(found) < TWO and word_before(context, mention.token) in WORDS["possessives"]:
        found = _people_after(context, mention.token)  # "Après leur rencontre, Trump et Kim …"
    if len(found) != TWO:
        return None
    return [as_granted(context.person(number), context, number, "two sides") for number in found]


def they(context: Context, event: Event, others: Sequence[Participant]) -> list[Participant] | None:
    """Take those whom "ils" stands for. « Moscou et Pyongyang se parlent. Ils ont signé … »."""
    view = context.view
    for mention in event.mentions:
        found = subject(view, mention.token, mention.token)
        if found is not None and found.pronoun and view.words[found.head] in _LISTS["they"]:
            members = several_before(context, context.of_phrase(found))
            granted = [as_told(each, context.of_phrase(found), "they") for each in members]
            return granted or None
    return None


def speaker(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who says "nous": « Nous avons tiré deux missiles », a déclaré Kim Jong-un."""
    for mention in event.mentions:
        said = mention.attribution
        found = subject(context.view, mention.token, mention.token)
        if said is None or found is None or not context.view.is_verbal(mention.token):
            continue
        if context.view.words[found.head] not in _LISTS["we"]:
            continue
        naming = context.naming(said.start, said.end, said.entity)
        members = [each for each in resolve(context, naming).referents if each.countries]
        return [as_told(each, naming, "speaker") for each in members] or None
    return None


def _naming_before(context: Context, person: Referent, token: int) -> int:
    """Return the last naming of a person before a token."""
    numbers = context.namings_of(person)
    before = bisect_left(numbers, token, key=lambda n: context.view.entities[n].first)
    return numbers[max(0, before - 1)]


def between(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take for the sides of a pact or meeting the two states that its sentence speaks of.

    « Les relations entre Moscou et Pyongyang, marquées par un pacte scellé l'an dernier … »
    """
    mention = event.mentions[0]
    if not mention.event_type.symmetric:
        return None
    begin, _ = context.view.sentence(mention.token)
    states = context.state_entities
    start = bisect_left(states, begin, key=lambda n: context.view.entities[n].first)
    until = bisect_left(states, mention.token, key=lambda n: context.view.entities[n].last)
    named = states[start:until]
    for one, other in reversed(list(pairwise(named))):
        first, second = context.view.entities[one], context.view.entities[other]
        if first.country != second.country and _linked(context, first, second):
            sides = ((first.country or "", one), (second.country or "", other))
            return [
                as_granted(context.state(country), context, number, "between")
                for country, number in sides
            ]
    return None


def _linked(context: Context, first: Entity, second: Entity) -> bool:
    """Say whether the words are "entre A et B", or "A et B" opens the sentence."""
    words = context.view.words
    before = words[max(0, first.first - 2) : first.first]
    within = words[first.last + 1 : second.first]
    joined = "et" in within and all(word in WORDS["in_a_list"] for word in within)
    subjects = context.view.sentence(first.first)[0] >= first.first - 1
    return joined and (subjects or bool(_LISTS["between"] & set(before)))


def _people_after(context: Context, token: int) -> list[int]:
    """Return the people of different countries that the rest of the sentence names."""
    _, end = context.view.sentence(token)
    found: dict[tuple[str, ...], int] = {}
    for _, number in within(context.people_named, token + 1, end):
        if countries := context.person(number).countries:
            found.setdefault(countries, number)
    return list(found.values())


def _people(context: Context, token: int) -> Iterator[int]:
    seen: set[tuple[str, ...]] = set()
    for number in context.entities_before(token, BACK):
        countries = context.person(number).countries
        if countries and countries not in seen:
            seen.add(countries)
            yield number
