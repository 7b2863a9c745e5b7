"""Which events involve North Korea, once it is known who takes part in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import DprkScope, Event
from dprk_events.events.row import Participant
from dprk_events.names import DPRK
from dprk_events.participants.find import SIDES
from dprk_events.participants.onlooker import only_looks_on


def in_scope(context: Context, events: Sequence[Event]) -> list[Event]:
    """Return the events with ``dprk`` set also where North Korea is only described.

    "Son voisin" of the South acts or is acted upon: that event involves North Korea, and where it
    is told, North Korea is spoken of, so that what stands around it may do so, too. Who is granted
    by the article counts for his own event only.
    """
    events = [replace(event, dprk=event.dprk or takes_part(event.participants)) for event in events]
    return [
        replace(event, dprk=False) if only_looks_on(context, event) else event
        for event in _where_described(context, events)
    ]


def _where_described(context: Context, events: list[Event]) -> list[Event]:
    """Return the events with ``dprk`` set where those that describe North Korea are told."""
    if all(event.dprk for event in events):
        return events
    described = {
        context.view.sentence_at[mention.token]
        for event in events
        if takes_part([each for each in event.participants if not each.granted])
        for mention in event.mentions
    }
    scope = DprkScope(context, described)
    return [
        event if event.dprk else replace(event, dprk=scope.holds(event.mentions, event.roles))
        for event in events
    ]


def takes_part(participants: Sequence[Participant]) -> bool:
    """Say whether North Korea acts or is acted upon, by whatever words."""
    return any(DPRK in each.countries for each in participants if each.role in SIDES)
