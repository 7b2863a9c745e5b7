"""Events → their participants: one entry for each participant of a role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dprk_events.events import Event
from dprk_events.events.event import Filler, Participant
from dprk_events.names import ROLES, PlainRole
from dprk_events.participants.context import Context
from dprk_events.participants.granted import granted
from dprk_events.participants.participant import Naming, Referent, Resolved
from dprk_events.participants.resolve import resolve

SIDES = ("actor", "recipient")
EXACT = frozenset({"person", "force", "org", "people"})
"""Who is named beside their state is the one who acts; the state stands behind them."""


def find_participants(context: Context, event: Event) -> list[Participant]:
    """Return the participants of an event, by role and in text order."""
    found: list[Participant] = []
    for role in ROLES:
        if role != "quantity":
            found += _of_role(context, role, _fillers(event, role))
    return list(_one_side(found))


def _fillers(event: Event, role: str) -> list[Filler]:
    """Return the fillers of a role in all mentions, every naming."""
    namings: dict[tuple[int, int], Filler] = {}
    for filler in (*event.roles, *(f for mention in event.mentions for f in mention.fillers)):
        if filler.role == role:
            namings.setdefault((filler.start, filler.end), filler)
    return [namings[place] for place in sorted(namings)]


def _of_role(context: Context, role: PlainRole, fillers: Sequence[Filler]) -> list[Participant]:
    merged: dict[str, tuple[Referent, list[Naming], Resolved]] = {}
    for filler in fillers:
        naming = context.naming(filler.start, filler.end, filler.entity)
        found = resolve(context, naming) if role in SIDES else _as_named(context, naming)
        for referent in found.referents:
            merged.setdefault(referent.key, (referent, [], found))[1].append(naming)
    entries = [_entry(role, *each) for each in merged.values()]
    return list(_most_exact(entries)) if role in SIDES else entries


def _as_named(context: Context, naming: Naming) -> Resolved:
    """Resolve what is no side of the event: a place stays a place."""
    found = resolve(context, naming)
    if naming.entity is None:
        return found
    entity = context.view.entities[naming.entity]
    if entity.label != "LOC":
        return found
    name = entity.canonical or " ".join(naming.text.split())
    countries = (entity.country,) if entity.country else ()
    place = Referent(f"place:{name}", name, "place", countries, entity.kb)
    return Resolved((place,), "name", name)


def _entry(
    role: PlainRole, referent: Referent, namings: Sequence[Naming], found: Resolved
) -> Participant:
    fullest = max(namings, key=lambda n: (n.entity is not None, n.end - n.start, -n.start))
    spans = tuple(sorted({(naming.start, naming.end) for naming in namings}))
    return Participant(
        role=role,
        name=referent.name,
        kind=referent.kind,
        countries=referent.countries,
        kb=referent.kb,
        text=fullest.text,
        start=fullest.start,
        end=fullest.end,
        entity=fullest.entity,
        spans=spans,
        evidence=f"{found.strategy}: {found.evidence}",
    )


def _most_exact(entries: Sequence[Participant]) -> Iterator[Participant]:
    """Leave out a state beside its own leader, force or body in the same role."""
    behind = {c for each in entries if each.kind in EXACT for c in each.countries}
    for entry in entries:
        if entry.kind != "state" or not set(entry.countries) <= behind:
            yield entry


def _one_side(found: Iterable[Participant]) -> Iterator[Participant]:
    """Leave out as acted upon who acts: nobody is on both sides unless the text says so."""
    acting: set[str] = set()
    for each in found:
        if each.role == "actor":
            acting.add(each.name)
        elif each.role == "recipient" and each.name in acting:
            continue
        yield each


def with_participants(context: Context, events: Sequence[Event]) -> list[Event]:
    """Return the events with their participants, those taken for granted among them."""
    done: list[Event] = []
    for event in events:
        found = replace(event, participants=tuple(find_participants(context, event)))
        if not any(each.role == "actor" for each in found.participants):
            acting = granted(context, found)
            found = replace(found, participants=(*acting, *found.participants))
        done.append(found)
    return done
