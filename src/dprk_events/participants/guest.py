"""The side that a meeting wants, from the journey that it was held on: who came met the host.

« Wang Yi est arrivé mardi à Pyongyang. Des entretiens ont eu lieu avec la ministre nord-coréenne. »
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.event import DONE
from dprk_events.events.row import Participant
from dprk_events.participants.actors import known_actors

SINCE_JOURNEY = 2
"""Sentences before within which the journey was told."""
PLACES = frozenset({"destination", "recipient", "location"})
"""Roles of a journey that say to whom it leads."""


def guest(context: Context, event: Event, journeys: Iterator[Event]) -> list[Participant]:
    """Return who came, of the journeys told just before; none unless they agree on it.

    ``event`` has sides of one country; of a journey that leads elsewhere, or that was called off
    while the meeting was held, nothing is taken.
    """
    hosts = _countries(event, frozenset({"actor"}))
    unknown = any(p.role == "actor" and not p.countries for p in event.participants)
    if len(hosts) != 1 or unknown:
        return []
    found: dict[str, Participant] = {}
    for journey in journeys:
        comers = known_actors(journey)
        if not comers or hosts & _countries(journey, frozenset({"actor"})):
            return []
        towards = _countries(journey, PLACES)
        if (towards and not towards & hosts) or not _alike(event, journey):
            continue
        found |= {each.name: each for each in comers}
    if len({each.countries for each in found.values()}) != 1:
        return []
    latest = [*found.values()][-1]
    return [replace(latest, strategy="guest", granted=True)]


def _countries(event: Event, roles: frozenset[str]) -> set[str]:
    return {code for each in event.participants if each.role in roles for code in each.countries}


def _alike(event: Event, journey: Event) -> bool:
    """Say whether both were done, or neither; or the meeting is yet to come of a journey begun."""
    if journey.modality in DONE and event.modality == "planned":
        return True
    return (event.modality in DONE) == (journey.modality in DONE)
