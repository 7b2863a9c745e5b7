"""Events → rows: participants, quantities, sources, time, place, and how sure the row is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dprk_events.coreference import WORDS, Context
from dprk_events.events import Event, Findings
from dprk_events.known import Register
from dprk_events.names import ROLES
from dprk_events.participants.by_register import by_register, without_guesses
from dprk_events.participants.confidence import with_confidence
from dprk_events.participants.confirmed import confirmed_date
from dprk_events.participants.find import find_participants
from dprk_events.participants.known import known_of
from dprk_events.participants.linked import link
from dprk_events.participants.quantities import find_quantities
from dprk_events.participants.scope import in_scope, takes_part
from dprk_events.participants.sources import find_sources
from dprk_events.participants.when import last_day_told, time_by_register, time_of, whole_date
from dprk_events.participants.where import place_of


def complete_findings(findings: Findings, register: Register) -> Findings:
    """Return what the events stage found, with all that makes each event a row of its own.

    ``register`` holds the known happenings that an event may be.
    """
    context = findings.context
    events = [
        replace(event, participants=tuple(find_participants(context, event)))
        for event in findings.events
    ]
    events = list(link(context, events))
    until = last_day_told(events, context.view.dates, context.published)
    events = [_complete(context, event, register, until) for event in events]
    events = with_confidence(findings, in_scope(context, events))
    named = findings.names_dprk or any(_is_told(event) for event in events)
    return replace(findings, events=events, names_dprk=named)


def _is_told(event: Event) -> bool:
    """Say whether somebody whom the text describes as North Korean takes part.

    A bare "le régime" is North Korea's only where the article speaks of North Korea.
    """
    told = [
        each
        for each in event.participants
        if not each.granted and each.evidence not in WORDS["regime_nouns"]
    ]
    return event.dprk and takes_part(told)


def _complete(context: Context, event: Event, register: Register, until: date | None) -> Event:
    participants = event.participants
    event = replace(event, whole_date=whole_date(event, context.view, context.published))
    time = time_of(event, context.view.dates, context.published, until)
    known = known_of(context, event, participants, time, register)
    firm = without_guesses(event, participants)
    if known is None and len(firm) < len(participants):
        known = known_of(context, event, firm, time, register)
        participants = participants if known is None else firm
    if known is not None and time.value is None:
        event = confirmed_date(context, event, known, register)
        time = time_of(event, context.view.dates, context.published, until)
    more = by_register(context, event, participants, known, register)
    if more:
        by_role = sorted((*participants, *more), key=lambda each: ROLES.index(each.role))
        participants = tuple(by_role)
    return replace(
        event,
        participants=participants,
        quantities=tuple(find_quantities(event, participants)),
        sources=tuple(find_sources(context, event)),
        time=time if known is None else time_by_register(time, register, known),
        place=place_of(context, event, participants),
        known=known,
    )
