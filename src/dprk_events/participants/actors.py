"""Which of the participants of a row act, and which countries are on a side."""

from __future__ import annotations

from collections.abc import Iterable

from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import PlainRole


def known_actors(event: Event) -> list[Participant]:
    """Return those who act, as far as a country of theirs is known."""
    return [each for each in event.participants if each.role == "actor" and each.countries]


def countries_of(found: Iterable[Participant], role: PlainRole = "actor") -> set[str]:
    """Return the countries of the participants of a role."""
    return {country for each in found if each.role == role for country in each.countries}
