"""Whose a body is by where it sits: "une société d'Atlanta", "la plateforme X, basée à Dubaï"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, word_lists
from dprk_events.places import find_town

_LISTS = word_lists(__package__)
OF = closed_class("of")
BODIES = frozenset({"org", "thing", "force"})
SEATED, PARENTHESES = _LISTS["seated"], ("(", ")")
REACH = 6
"""Words between a body and the participle that says where it sits."""


def of_the_seat(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give a body that is robbed or struck the country of the place where it sits.

    « Des pirates ont dérobé 900 000 dollars à une société d'Atlanta. »
    """
    if "victims" not in event.event_type.told_apart_by:
        return list(found)
    return [_seated(context, each) if _is_open(each) else each for each in found]


def _is_open(each: Participant) -> bool:
    return each.role == "recipient" and not each.countries and each.kind in BODIES


def _seated(context: Context, each: Participant) -> Participant:
    for start, end in each.spans:
        naming = context.naming(start, end, None)
        for at in _places_behind(context, naming.last):
            country = _country_at(context, at)
            if country is not None:
                return replace(each, countries=(country,), strategy="seat of", granted=True)
    return each


def _places_behind(context: Context, last: int) -> list[int]:
    """Return where the place is named: behind "de", in parentheses, or behind "basée à"."""
    view = context.view
    _, end = view.sentence(last)
    words = view.words
    if last + 2 > end:
        return []
    found = [last + 2] if words[last + 1] in OF else []
    if words[last + 1] == PARENTHESES[0] and words[min(end, last + 3)] == PARENTHESES[1]:
        found.append(last + 2)
    for i in range(last + 1, min(end - 1, last + REACH)):
        if words[i] in SEATED:
            behind = (k for k in range(i + 1, min(end, i + REACH) + 1))
            found += [k for k in behind if view.entity_at[k] is not None][:1]
    return found


def _country_at(context: Context, at: int) -> str | None:
    """Return the country of the place named at a token, a town that no gazetteer has included."""
    view = context.view
    number = view.entity_at[at]
    if number is None or view.entities[number].label != "LOC":
        return None
    entity = view.entities[number]
    if entity.country:
        return entity.country
    found = find_town(entity.text, (), ())
    return None if found is None else found.town.country
