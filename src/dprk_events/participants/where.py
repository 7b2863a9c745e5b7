"""Where an event happens: the most exact known place of the roles that say so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dprk_events.coreference import Context
from dprk_events.entities import Entity
from dprk_events.events import Event
from dprk_events.events.row import Participant, Place
from dprk_events.names import PLACE_PRECISIONS
from dprk_events.places import find_town, known_point, precision_of


class _Named(NamedTuple):
    """Countries named in an event's sentences, or of who takes part; and in the article."""

    sentence: frozenset[str]
    article: frozenset[str]


def place_of(context: Context, event: Event, participants: Sequence[Participant]) -> Place | None:
    """Return the most exact place of the roles that say where; None without a known one.

    Of equally exact ones that of the role that the type has first.
    """
    roles = event.event_type.takes_place_at
    known = [
        place
        for role in roles
        for each in participants
        if each.role == role and (place := _place(context, event, participants, each)) is not None
    ]
    return min(known, key=lambda place: PLACE_PRECISIONS.index(place.precision), default=None)


def _place(
    context: Context, event: Event, participants: Sequence[Participant], who: Participant
) -> Place | None:
    if who.entity is None or who.kind != "place":
        return None
    entity = context.view.entities[who.entity]
    if entity.kind is None:
        return _town(who, entity, _named(context, event, participants))
    return _known(who, entity, entity.kind)


def _known(who: Participant, entity: Entity, kind: str) -> Place | None:
    """Return a place of the gazetteer; None for one that cannot be put on a map."""
    precision = precision_of(entity.canonical, kind)
    if precision is None:
        return None
    country = who.countries[0] if who.countries else None
    point = None if entity.canonical is None else known_point(entity.canonical, kind)
    latitude, longitude = (None, None) if point is None else point[:2]
    return Place(who.name, who.kb, country, latitude, longitude, precision, who.role, "gazetteer")


def _town(who: Participant, entity: Entity, named: _Named) -> Place | None:
    """Return a town that the gazetteer lacks, if it is sure which one is meant."""
    found = find_town(entity.text, named.sentence, named.article)
    if found is None:
        return None
    town, strategy = found
    return Place(
        who.name, None, town.country, town.latitude, town.longitude, "town", who.role, strategy
    )


def _named(context: Context, event: Event, participants: Sequence[Participant]) -> _Named:
    entities = context.view.entities
    spans = [mention.sentence for mention in event.mentions]
    near = {
        each.country
        for each in entities
        if each.country and any(start <= each.start < end for start, end in spans)
    }
    taking_part = {country for each in participants for country in each.countries}
    article = {each.country for each in entities if each.country}
    return _Named(frozenset(near | taking_part), frozenset(article | taking_part))
