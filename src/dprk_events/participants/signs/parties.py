"""Signs of who acts and on whom: how many, of which countries, found how and at which place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import DPRK, PlainRole
from dprk_events.participants.actors import countries_of

TWO = 2
SIDES: tuple[PlainRole, ...] = ("actor", "recipient")


def signs_of_parties(event: Event, grades: Mapping[str, str]) -> Iterator[str]:
    """Yield what speaks for or against each side; ``grades``: strategy → how sure it is."""
    for role in SIDES:
        side = [each for each in event.participants if each.role == role]
        yield how_found(event, role, grades)
        if len(side) > 1:
            yield f"{'two' if len(side) == TWO else 'several'} {role}s"
        yield from _whose(side, role)
        yield from sorted({f"{role} by {each.strategy}" for each in side})
        yield from sorted({f"{role} is a {each.kind}" for each in side})
        yield from _elsewhere(event, side, role)
    yield from (f"at {how}" for how in sorted(_positions(event)))
    yield from _both(event)


def how_found(event: Event, role: str, grades: Mapping[str, str]) -> str:
    """Return the sign that says how surely a side was found: "actor named", "no actor"."""
    side = [each for each in event.participants if each.role == role]
    return f"{role} {_weakest(side, grades)}" if side else f"no {role}"


def _whose(side: Sequence[Participant], role: str) -> Iterator[str]:
    """Yield how many countries a side has: North Korea alone is the surest."""
    countries = {country for each in side for country in each.countries}
    if countries == {DPRK}:
        yield f"{role} North Korea"
    elif side:
        yield f"{role} of no country" if not countries else f"{role} of {min(len(countries), TWO)}"
    if any(not each.countries for each in side) and countries:
        yield f"{role} one of no country"


def _elsewhere(event: Event, side: Sequence[Participant], role: str) -> Iterator[str]:
    """Yield whether nobody of a side is named in a sentence that tells of the event."""
    spans = [mention.sentence for mention in event.mentions]
    named = (any(a <= each.start < b for a, b in spans) for each in side)
    if side and not any(named):
        yield f"{role} named elsewhere"


def _both(event: Event) -> Iterator[str]:
    """Yield how the sides stand to each other."""
    who, whom = (countries_of(event.participants, role) for role in SIDES)
    if who & whom:
        yield "same country on both sides"
    if DPRK not in who | whom:
        yield "North Korea on no side"
    elif DPRK in whom:
        yield "recipient with North Korea"


def _positions(event: Event) -> set[str]:
    """Return where the first mention has its roles: the subject is surer than "d'un tir de …"."""
    fillers = event.mentions[0].fillers
    return {f"{each.how.partition(' (')[0]}, {each.role}" for each in fillers if each.how}


def _weakest(side: Sequence[Participant], grades: Mapping[str, str]) -> str:
    """Return the grade of the one found least surely; the grades stand in that order."""
    order = list(dict.fromkeys(grades.values()))
    return max((grades[each.strategy] for each in side), key=order.index)
