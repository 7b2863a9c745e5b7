"""Which country the words near an event speak of, and by which naming."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from dprk_events.coreference import Context, within
from dprk_events.entities import Entity
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import PlainRole
from dprk_events.participants.party import as_granted, as_told

NEAR = 2
"""Sentences around a mention within which a country counts as spoken of."""


def naming_of(
    context: Context, event: Event, country: str, strategy: str, role: PlainRole = "actor"
) -> list[Participant] | None:
    """Return a state as participant by the entity nearest before the event that names it.

    Else by the first after, else by a word of its nationality, else by the first of its people,
    places or weapons; None where nothing names any.
    """
    numbers = context.state_entities_of.get(country, [])
    start = event.mentions[0].start
    if numbers:
        before = bisect_left(numbers, start, key=lambda n: context.view.entities[n].start)
        number = numbers[max(0, before - 1)]
        return [as_granted(context.state(country), context, number, strategy, role)]
    words = [at for at, named in context.states_named if named == country]
    if not words:
        return _by_any_name(context, country, strategy, role)
    at = max((i for i in words if context.view.tokens.idx[i] < start), default=words[0])
    naming = context.naming(*context.view.span(at, at), None)
    return [as_told(context.state(country), naming, strategy, role)]


def names_state(context: Context, country: str) -> bool:
    """Say whether the article names a state itself, not only somebody of it."""
    if context.state_entities_of.get(country):
        return True
    return any(named == country for _, named in context.states_named)


def _by_any_name(
    context: Context, country: str, strategy: str, role: PlainRole
) -> list[Participant] | None:
    """Return the state by the first name of somebody or something of it: "Kim Il-sung"."""
    entities = enumerate(context.view.entities)
    number = next((n for n, each in entities if country in _countries(context, n, each)), None)
    if number is None:
        return None
    return [as_granted(context.state(country), context, number, strategy, role)]


def _countries(context: Context, number: int, entity: Entity) -> tuple[str | None, ...]:
    return context.person(number).countries if entity.label == "PER" else (entity.country,)


def speaks_of(context: Context, event: Event, country: str) -> bool:
    """Say whether a state, or somebody of it, is named in the sentences around a mention."""
    return country in named_around(context, event, NEAR)


def named_around(context: Context, event: Event, sentences: int) -> Iterator[str]:
    """Yield the countries of the states and people named in so many sentences around a mention."""
    for first, last in around(context, event, sentences):
        yield from (country for _, country in within(context.states_named, first, last))
        for _, number in within(context.people_named, first, last):
            yield from context.person(number).countries


def around(context: Context, event: Event, sentences: int) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of so many sentences around each mention."""
    view = context.view
    for mention in event.mentions:
        here = view.sentence_at[mention.token]
        last = min(len(view.sentences) - 1, here + sentences)
        yield view.sentences[max(0, here - sentences)][0], view.sentences[last][1]
