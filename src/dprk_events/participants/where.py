"""Where an event happens: the most exact known place of the roles that say so."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant, Place
from dprk_events.names import PLACE_PRECISIONS, PlacePrecision


class PlaceError(ValueError):
    """places.toml cannot be used; the message names the key and the remedy."""


@cache
def precisions() -> dict[str, PlacePrecision]:
    """Return how exact each kind of place of the gazetteer is (``places.toml``).

    Raises:
        PlaceError: A key is no precision, a kind stands twice, or a value is no list of kinds.

    """
    file = resources.files(__package__).joinpath("places.toml")
    raw = tomllib.loads(file.read_text("utf-8"))
    found: dict[str, PlacePrecision] = {}
    for name, kinds in raw.items():
        precision = next((each for each in PLACE_PRECISIONS if each == name), None)
        if precision is None:
            known = ", ".join(PLACE_PRECISIONS)
            raise PlaceError(f"{file}: {name} is no precision. Take one of {known}.")
        if not isinstance(kinds, list):
            raise PlaceError(f'{file}: {name}: write a list of kinds, as ["town"].')
        for kind in kinds:
            if kind in found:
                raise PlaceError(f"{file}: {kind} stands under {found[kind]} and {name}.")
            found[kind] = precision
    return found


def place_of(context: Context, event: Event, participants: Sequence[Participant]) -> Place | None:
    """Return the most exact place of the roles that say where; None without a known one.

    Of equally exact ones that of the role that the type has first.
    """
    roles = event.event_type.takes_place_at
    known = [
        place
        for role in roles
        for each in participants
        if each.role == role and (place := _place(context, each)) is not None
    ]
    return min(known, key=lambda place: PLACE_PRECISIONS.index(place.precision), default=None)


def _place(context: Context, who: Participant) -> Place | None:
    kind = None if who.entity is None else context.view.entities[who.entity].kind
    precision = None if kind is None else precisions().get(kind)
    if precision is None or who.kind != "place":
        return None
    country = who.countries[0] if who.countries else None
    return Place(who.name, who.kb, country, precision, who.role)
