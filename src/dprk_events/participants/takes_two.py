"""The side that is wanting of what nobody does alone: a summit of which only Trump is named.

« Donald Trump a raccourci son séjour à Hanoï. Le sommet n'a rien donné, regrette Pyongyang. »
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import DPRK
from dprk_events.participants.actors import known_actors
from dprk_events.participants.definite import is_definite
from dprk_events.participants.nearby import named_around, naming_of, speaks_of

STRATEGY = "takes two"
TWO, BESIDE = 2, 1
"""Sides; sentences around a meeting in which no third country may be named."""
BODIES = frozenset({"org"})
"""A council that meets is one side and whole."""


def takes_two(
    context: Context, event: Event, found: Sequence[Participant], talks: Iterable[Event]
) -> list[Participant]:
    """Return the other side of a deed that takes two, where one party is all that is told.

    Args:
        context: The document.
        event: The event; only rules that its type calls ``takes_two`` are looked at.
        found: Who takes part in it so far.
        talks: The events of its type in the article.

    Returns:
        The side that is opposite the one party in all other talks told; else North Korea, where it
        is spoken of near; where the deed is told as new, if no third country is.

    """
    acting = [each for each in found if each.role == "actor"]
    if not event.is_by(event.event_type.takes_two) or len(acting) != 1:
        return []
    if len(acting[0].countries) != 1 or acting[0].kind in BODIES:
        return []
    (mine,) = acting[0].countries
    others = [known_actors(each) for each in talks if each is not event]
    if sides := _opposite(mine, others):
        return sides
    if mine == DPRK or not speaks_of(context, event, DPRK):
        return []
    if not _is_known(context, event) and {*named_around(context, event, BESIDE)} - {mine, DPRK}:
        return []
    return naming_of(context, event, DPRK, STRATEGY) or []


def _is_known(context: Context, event: Event) -> bool:
    """Return whether it is told by a verb, or as known: "le sommet", "la rencontre de mai"."""
    verbal, tokens = context.view.is_verbal, [each.token for each in event.mentions]
    return any(verbal(token) or is_definite(context, token) for token in tokens)


def _opposite(mine: str, talks: Iterable[Sequence[Participant]]) -> list[Participant]:
    """Return who sits opposite a country in all talks of two in which it takes part."""
    found: dict[str, list[Participant]] = {}
    for parties in talks:
        countries = {country for each in parties for country in each.countries}
        if mine in countries and len(countries) == TWO:
            (other,) = countries - {mine}
            found[other] = [each for each in parties if other in each.countries]
    if len(found) != 1:
        return []
    (sides,) = found.values()
    return [replace(each, strategy=STRATEGY, granted=True) for each in sides]
