"""Which of two neighbours acts at their border, where no words say who: the other one.

Whoever tells of an incursion, or whose ground or sky it is, did not come over the border himself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import WORDS, Context
from dprk_events.events import Event
from dprk_events.events.event import DONE
from dprk_events.events.row import Participant
from dprk_events.participants.nearby import naming_of
from dprk_events.participants.sources import find_sources

STRATEGY = "from across"
GROUND = frozenset({"recipient", "destination", "location"})
"""Roles of whom, or of whose ground, it befalls."""
NAMELESS = frozenset({"force", "org", "people", "person", "thing", "weapon"})
"""Kinds of who acts without a country: "des drones", "des soldats"."""


def from_across(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the neighbour who came over. « Des ballons de déchets sont tombés sur Séoul ».

    Or from where it came: « Dix ballons sont partis de Paju ».
    """
    left = {c for each in others if each.role == "origin" for c in each.countries}
    left = left or _come_from(context, event)
    if len(left) == 1 and left <= {*event.event_type.neighbours}:
        return naming_of(context, event, left.pop(), STRATEGY)
    country = _other(event, _ground(others))
    return None if country is None else naming_of(context, event, country, STRATEGY)


def _come_from(context: Context, event: Event) -> set[str]:
    """Return the country from where a deed comes: "le brouillage venu de Haeju"."""
    view = context.view
    for mention in event.mentions:
        phrase = view.phrase(mention.token)
        last = mention.token if phrase is None else phrase.last
        _, end = view.sentence(last)
        if last < end and view.words[last + 1] in WORDS["coming"]:
            return {*context.complement(context.naming(*view.span(last, last), None))}
    return set()


def of_the_neighbour(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give the country of the neighbour who came over to those that act without one.

    « Des soldats ont franchi la ligne, selon Séoul. »
    """
    acting = [each for each in found if each.role == "actor"]
    if not acting or any(each.countries or each.kind not in NAMELESS for each in acting):
        return list(found)
    tellers = {c for each in find_sources(context, event) for c in each.countries}
    country = _other(event, _ground(found)) or _other(event, tellers)
    if country is None:
        return list(found)
    return [
        replace(each, countries=(country,), strategy=STRATEGY, granted=True)
        if each.role == "actor"
        else each
        for each in found
    ]


def _ground(others: Sequence[Participant]) -> set[str]:
    """Return the countries of whom it befalls, or of where it happens."""
    return {c for each in others if each.role in GROUND for c in each.countries}


def _other(event: Event, countries: set[str]) -> str | None:
    """Return the neighbour across from the only one of the countries; None where that is open."""
    neighbours = frozenset(event.event_type.neighbours)
    if len(neighbours) != 2 or not event.dprk or event.is_by(event.event_type.wards_off):
        return None  # warning shots are fired at who came over
    if event.modality not in DONE:
        return None  # "la Corée du Nord s'apprête à une distribution de tracts": its own
    alone = len(countries) == 1 and countries <= neighbours
    return next(iter(neighbours - countries)) if alone else None
