"""Whose a force or body is that no word gives a country, where one state alone is spoken of.

« Kim Jong-un a accueilli le 528e régiment, de retour de Koursk. » « Le plénum du parti unique s'est
ouvert à Pyongyang. »
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dprk_events.coreference import STATES, Context, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.names import DPRK
from dprk_events.participants.nearby import around, named_around, naming_of

BODIES = word_lists(__package__)["bodies_of_a_state"]
FORCES = frozenset({"force"})
WHERE = frozenset({"location", "origin", "destination", "recipient"})
NEAR = 1
"""Sentences around one within which nobody else is named."""


def only_sender(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take North Korea for whose force it is, where it alone is named besides the place."""
    if not event.event_type.moves_forces:
        return None
    moved = [each for each in others if each.role == "instrument"]
    if not moved or any(each.countries or each.kind not in FORCES for each in moved):
        return None
    return naming_of(context, event, DPRK, "own force") if _alone(context, event, others) else None


def of_own_body(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give a party or parliament that sits the country, where only North Korea is spoken of."""
    acting = [each for each in found if each.role == "actor"]
    own = event.event_type.symmetric and acting and not any(each.countries for each in acting)
    if not own or not all(_is_body(context, each) for each in acting):
        return list(found)
    if not _alone(context, event, found):
        return list(found)
    return [
        replace(each, countries=(DPRK,), strategy="own people", granted=True)
        if each in acting
        else each
        for each in found
    ]


def _is_body(context: Context, each: Participant) -> bool:
    return context.head(context.naming(each.start, each.end, each.entity)) in BODIES


def _alone(context: Context, event: Event, others: Sequence[Participant]) -> bool:
    """Say whether the words around name North Korea, and no other state but where it plays."""
    named = {*_named(context, event)}
    places = {c for each in others if each.role in WHERE for c in each.countries}
    return named - ((places | {*_scenes(context, event)}) - {DPRK}) == {DPRK}


def _scenes(context: Context, event: Event) -> Iterator[str]:
    """Yield the countries of which only a region or town is named: "la région russe de Koursk"."""
    for first, last in around(context, event, NEAR):
        for number in {n for n in context.view.entity_at[first : last + 1] if n is not None}:
            entity = context.view.entities[number]
            if entity.label == "LOC" and entity.country and entity.kind not in STATES:
                yield entity.country


def _named(context: Context, event: Event) -> Iterator[str]:
    """Yield the countries of the states, people and sources told of around an event."""
    yield from named_around(context, event, NEAR)
    for mention in event.mentions:
        if (said := mention.attribution) is not None:
            for who in resolve(
                context, context.naming(said.start, said.end, said.entity)
            ).referents:
                yield from who.countries
