"""What an article takes for granted: who acts where no mention of the event says it.

Each strategy takes an event without any actor and the participants of its other roles, and returns
the actors, or None. They are marked as granted, and their span is the naming that they were taken
from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.participants.context import STATES, WORDS, Context
from dprk_events.participants.participant import Referent

Strategy = Callable[[Context, Event, Sequence[Participant]], list[Participant] | None]
TWO = 2
BACK = 3
"""Sentences before a definite "le sommet" within which its two sides are looked for."""


def own_deed(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take North Korea for who tests missiles in an article about it, where nobody else is named.

    « Le tir de mardi est le sixième depuis janvier. »
    """
    country = event.mentions[0].event_type.granted_to
    if country is None or not event.dprk or _foreign(context, event, others, country):
        return None
    named = _naming_of(context, event, country)
    if named is None:
        return None
    return [_participant(context.state(country), context, named, "own deed")]


def _foreign(context: Context, event: Event, others: Sequence[Participant], country: str) -> bool:
    """Say whether the trigger's phrase, weapon or maker speaks of another state's deed."""
    view = context.view
    for mention in event.mentions:
        phrase = view.phrase(mention.token)
        if phrase is not None:
            found = context.nationality(phrase.first, phrase.last)
            if found and country not in found:
                return True
    return any(
        p.role in {"instrument", "maker"} and p.countries and country not in p.countries
        for p in others
    )


def _naming_of(context: Context, event: Event, country: str) -> int | None:
    """Return the entity nearest before the event that names a state, else the first after."""
    numbers = [
        number
        for number, entity in enumerate(context.view.entities)
        if entity.country == country and entity.kind in STATES
    ]
    before = [n for n in numbers if context.view.entities[n].start < event.mentions[0].start]
    return before[-1] if before else (numbers[0] if numbers else None)


def two_sides(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the two people of different states spoken of before for the sides of a known meeting.

    « Donald Trump et Kim Jong-un se connaissent. Le sommet n'a rien donné. »
    """
    mention = event.mentions[0]
    if not mention.event_type.symmetric or not _definite(context, mention.token):
        return None
    found = list(islice(_people(context, mention.token), TWO))
    if len(found) < TWO:
        return None
    return [_participant(context.person(number), context, number, "two sides") for number in found]


def _definite(context: Context, token: int) -> bool:
    phrase = context.view.phrase(token)
    before = context.word_before(token if phrase is None else phrase.first)
    return before in WORDS["definite"] | WORDS["demonstratives"] | WORDS["possessives"]


def _people(context: Context, token: int) -> Iterator[int]:
    seen: set[tuple[str, ...]] = set()
    for number in context.entities_before(token, BACK):
        countries = context.person(number).countries
        if countries and countries not in seen:
            seen.add(countries)
            yield number


def _participant(referent: Referent, context: Context, number: int, strategy: str) -> Participant:
    entity = context.view.entities[number]
    return Participant(
        role="actor",
        name=referent.name,
        kind=referent.kind,
        countries=referent.countries,
        kb=referent.kb,
        text=entity.text,
        start=entity.start,
        end=entity.end,
        entity=number,
        spans=((entity.start, entity.end),),
        strategy=strategy,
        evidence=entity.text,
        granted=True,
    )


STRATEGIES: tuple[Strategy, ...] = (own_deed, two_sides)


def granted(context: Context, event: Event, others: Sequence[Participant]) -> list[Participant]:
    """Return the actors that an event without one is granted, none where nothing grants any."""
    for strategy in STRATEGIES:
        found = strategy(context, event, others)
        if found is not None:
            return found
    return []
