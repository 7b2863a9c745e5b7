"""The sides of a known meeting, pact or drill that the text leaves out, by the register."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, Referent
from dprk_events.events import Event
from dprk_events.events.row import KnownAs, Participant
from dprk_events.known import Register
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_told

GUESSED = frozenset({"two sides", "opposite", "spoken of", "between", "as elsewhere"})
"""Strategies that take for the sides who was told of near: of a known meeting they need not be."""


def without_guesses(event: Event, found: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return the participants without the sides that were only spoken of near.

    « Poutine a reçu Kim Jong-un. Le sommet de Hanoï … » was another's.
    """
    if not event.event_type.symmetric:
        return tuple(found)
    return tuple(p for p in found if p.role != "actor" or p.strategy not in GUESSED)


def by_register(
    context: Context,
    event: Event,
    found: Sequence[Participant],
    known: KnownAs | None,
    register: Register,
) -> list[Participant]:
    """Return who took part in a known happening, where the text names one side at most.

    « Le sommet de Hanoï n'a rien donné. »
    """
    happening = None if known is None else register.get(known.id)
    told = countries_of(found)
    if happening is None or not event.event_type.symmetric or len(told) > 1:
        return []
    mention = event.mentions[0]
    naming = context.naming(mention.start, mention.end, None)
    sides = [_who(context, each.name) for each in happening.participants if each.role == "actor"]
    if not told <= {code for side in sides for code in side.countries}:
        return []
    return [
        as_told(side, naming, "register")
        for side in sides
        if side.countries and not set(side.countries) & told
    ]


def _who(context: Context, name: str) -> Referent:
    """Return the person of a name, or the state of a code."""
    entry = context.gazetteer.people.get(name)
    if entry is None or entry.country is None:
        return context.state(name)
    return context.known_person(name, entry.country)
