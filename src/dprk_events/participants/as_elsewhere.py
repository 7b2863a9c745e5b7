"""Who does such deeds in all that an article tells of them, where one of them has nobody.

« Pyongyang a envoyé 330 ballons dimanche. Plus de 2 000 ont été lâchés depuis mai. »
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant

TWO = 2


def as_elsewhere(context: Context, event: Event, alike: Iterable[Event]) -> list[Participant]:
    """Return who does it in the other events of its type, where they are the same in all.

    Nothing is said so of victims, whom anybody may have hurt; and whoever wards off is another than
    who comes over.
    """
    kind = event.event_type
    if kind.consequence:
        return []
    wards_off = event.is_by(kind.wards_off)
    told: dict[frozenset[str], list[Participant]] = {}
    for other in alike:
        actors = [each for each in other.participants if each.role == "actor" and each.countries]
        if other is not event and actors and other.is_by(kind.wards_off) == wards_off:
            told.setdefault(frozenset(c for each in actors for c in each.countries), actors)
    if len(told) != 1:
        return []
    ((countries, actors),) = told.items()
    if kind.symmetric != (len(countries) >= TWO):
        return []
    if not kind.symmetric and countries & _others(context, event):
        return []
    return [replace(each, strategy="as elsewhere", granted=True) for each in actors]


def _others(context: Context, event: Event) -> set[str]:
    """Return the countries that the event befalls."""
    return {c for each in event.participants if each.role == "recipient" for c in each.countries}
