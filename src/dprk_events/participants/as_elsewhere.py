"""Who does such deeds in all that an article tells of them, where one of them has nobody.

« Pyongyang a envoyé 330 ballons dimanche. Plus de 2 000 ont été lâchés depuis mai. »
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dprk_events.coreference import WORDS as WHO
from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import DPRK
from dprk_events.participants.actors import countries_of, known_actors
from dprk_events.participants.definite import word_before

TWO = 2
STRATEGY = "as elsewhere"
NOT_YET = frozenset({"planned", "possible"})
HOSTS = ("recipient", "destination", "location")
"""Roles of a journey that say to whom it leads, the surest first."""


def as_elsewhere(context: Context, event: Event, alike: Iterable[Event]) -> list[Participant]:
    """Return who does it in the other events of its type, where they are the same in all.

    Nothing is said so of victims, whom anybody may have hurt, nor of people who leave their
    country; and whoever wards off is another than who comes over.
    """
    kind = event.event_type
    if kind.consequence or kind.people_granted_to:
        return []
    if event.modality == "negated" and not kind.symmetric:
        return []  # "les sanctions ne seront pas levées": whoever could
    wards_off = event.is_by(kind.wards_off)
    others = [each for each in alike if each is not event and _is_done(each) == _is_done(event)]
    if kind.symmetric and _is_another(context, event, others):
        return []
    told = (known_actors(each) for each in others if each.is_by(kind.wards_off) == wards_off)
    countries, actors = _the_one(told)
    if not countries and not wards_off:  # who was warned off had come over
        countries, actors = _the_one(_hit(o) for o in others if o.is_by(kind.wards_off))
    if kind.symmetric != (len(countries) >= TWO):
        return []
    if not kind.symmetric and countries & countries_of(event.participants, "recipient"):
        return []
    return _granted(actors)


def _is_done(event: Event) -> bool:
    """Return whether a deed was done, or said not to be: what is planned may be another's."""
    return event.modality not in NOT_YET


def _is_another(context: Context, event: Event, others: Iterable[Event]) -> bool:
    """Match "une autre rencontre" behind others: it may be of anybody."""
    first = min((each.mentions[0].token for each in others), default=None)
    token = event.mentions[0].token
    return _is_new(context, event) and first is not None and first < token


def _is_new(context: Context, event: Event) -> bool:
    return any(word_before(context, each.token) in WHO["indefinite"] for each in event.mentions)


def sides_elsewhere(
    context: Context, event: Event, talks: Iterable[Event], journeys: Iterable[Event]
) -> list[Participant]:
    """Return the two sides of all talks and pacts told, for one of them that has nobody.

    « Trump et Kim se sont quittés jeudi à Hanoï. Aucun document n'a été signé. » Where no talks are
    told with their sides, they are who came and the host of the only journey. "Une réunion" may be
    of anybody.
    """
    if _is_new(context, event):
        return []
    countries, sides = _the_one(known_actors(other) for other in talks if other is not event)
    if not countries:
        countries, sides = _the_one(_met(context, journey) for journey in journeys)
    return _granted(sides) if len(countries) == TWO and DPRK in countries else []


def _the_one(told: Iterable[Sequence[Participant]]) -> tuple[frozenset[str], list[Participant]]:
    """Return those who take part, and their countries, if they are the same each time."""
    found = {
        frozenset(c for each in parties for c in each.countries): list(parties)
        for parties in told
        if parties
    }
    return next(iter(found.items())) if len(found) == 1 else (frozenset(), [])


def _hit(event: Event) -> list[Participant]:
    hit = [each for each in event.participants if each.role == "recipient" and each.countries]
    return [replace(each, role="actor") for each in hit]


def _met(context: Context, journey: Event) -> list[Participant]:
    """Return who comes and the state to which the journey leads."""
    guests = known_actors(journey)
    for role in HOSTS if guests else ():
        at = [each for each in journey.participants if each.role == role and each.countries]
        if at:
            host = context.state(at[0].countries[0])
            whole = replace(
                at[0], role="actor", name=host.name, kind="state", countries=host.countries
            )
            return [*guests, replace(whole, kb=host.kb)]
    return []


def _granted(found: Sequence[Participant]) -> list[Participant]:
    return [replace(each, strategy=STRATEGY, granted=True) for each in found]
