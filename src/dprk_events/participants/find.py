"""Events → their participants: one entry for each participant of a role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dprk_events.coreference import Context, Naming, Referent, Resolved, resolve
from dprk_events.events import Event
from dprk_events.events.event import DONE, Filler
from dprk_events.events.row import Participant
from dprk_events.names import ROLES, PlainRole
from dprk_events.participants.aimed import aimed, of_its_guards, of_the_place
from dprk_events.participants.allies import not_of_the_named
from dprk_events.participants.alongside import alongside
from dprk_events.participants.at_war import of_struck_place
from dprk_events.participants.belonging import (
    of_the_counterpart,
    of_the_host,
    of_the_sender,
    of_the_speaker,
)
from dprk_events.participants.council import without_who_asked
from dprk_events.participants.granted import granted, of_granted_country
from dprk_events.participants.joint_deed import of_named_states
from dprk_events.participants.neighbour import of_the_neighbour
from dprk_events.participants.other_side import other_side
from dprk_events.participants.own_victims import (
    of_who_admits,
    of_who_executes,
    of_who_tells,
    of_whose_soldiers,
)
from dprk_events.participants.party import described_as, gather
from dprk_events.participants.seated import of_the_seat
from dprk_events.participants.sent_home import of_own_body
from dprk_events.participants.their_side import of_the_side

THINGS = frozenset({"place", "thing"})
SIDES = ("actor", "recipient")
OPEN = frozenset({"planned", "possible"})
OF_SEVERAL = frozenset({"of a group"})
"""Strategies that find people of several states by what they are called together."""
NOWHERE = frozenset({"group", "of a group"})
"""Strategies that find whose something is, and no place: "entre les dirigeants des deux pays"."""
EXACT = frozenset({"person", "force", "org", "people"})
"""Who is named beside their state is the one who acts; the state stands behind them."""


def find_participants(context: Context, event: Event) -> list[Participant]:
    """Return the participants of an event, by role and in text order.

    Where no mention says who acts, those whom the article takes for granted come first.
    """
    found: list[Participant] = []
    for role in ROLES:
        if role != "quantity":
            found += _of_role(context, event, role, fillers_of(event, role))
    found += _aimed_at(context, event, {each.role for each in found})
    found = of_who_tells(context, event, of_the_speaker(context, event, found))
    parted = of_named_states(context, event, list(_one_side(found)))
    parted = of_the_side(context, event, parted)
    parted = of_granted_country(context, event, of_the_place(context, event, parted))
    parted = of_the_sender(context, event, of_the_host(context, event, parted))
    parted = of_the_counterpart(context, event, parted)
    parted = of_struck_place(context, event, parted)
    parted = of_the_neighbour(context, event, not_of_the_named(parted))
    parted = of_the_seat(context, event, of_its_guards(context, event, parted))
    parted = of_who_admits(context, event, of_who_executes(context, event, parted))
    parted = of_whose_soldiers(context, event, parted)
    parted = of_own_body(context, event, without_who_asked(context, event, parted))
    if not _acts(event, parted):
        parted = [*granted(context, event, parted), *parted]
    parted += [*other_side(context, event, parted), *alongside(context, event, parted)]
    if not any(each.role == "recipient" for each in parted):
        parted += aimed(context, event, parted)
    return sorted(parted, key=lambda each: ROLES.index(each.role))


def _acts(event: Event, found: Sequence[Participant]) -> bool:
    """Say whether somebody acts; of deeds that states share, somebody of a known country."""
    actors = [each for each in found if each.role == "actor"]
    if event.event_type.shared_by:
        return any(each.countries for each in actors)
    return bool(actors)


def _aimed_at(context: Context, event: Event, filled: set[PlainRole]) -> Iterator[Participant]:
    """Yield the states against which something is sent: where it is sent to."""
    if not event.event_type.aimed_at_destination or "recipient" in filled:
        return
    if "instrument" in filled:
        aimed = _of_role(context, event, "recipient", fillers_of(event, "destination"))
        yield from (each for each in aimed if each.kind == "state")


def fillers_of(event: Event, role: str) -> list[Filler]:
    """Return the fillers of a role in all mentions, every naming, in text order."""
    namings: dict[tuple[int, int], Filler] = {}
    idle = _who_only_meant_to(event) if role == "actor" else frozenset()
    for filler in (*event.roles, *(f for mention in event.mentions for f in mention.fillers)):
        if filler.role == role and (filler.start, filler.end) not in idle:
            namings.setdefault((filler.start, filler.end), filler)
    return [namings[place] for place in sorted(namings)]


def _who_only_meant_to(event: Event) -> frozenset[tuple[int, int]]:
    """Return the namings of who threatened or meant to do what others are told to have done."""
    if event.modality not in DONE or event.event_type.symmetric:
        return frozenset()
    done, open_ = set(), set()
    for mention in event.mentions:
        acting = [f for f in mention.fillers if f.role == "actor"]
        doers = {(f.start, f.end) for f in acting}
        if mention.modality in DONE:
            done |= {(f.start, f.end) for f in acting if f.entity is not None}
        elif mention.modality in OPEN:
            open_ |= doers
    return frozenset(open_ - done) if done else frozenset()


def _of_role(
    context: Context, event: Event, role: PlainRole, fillers: Sequence[Filler]
) -> Iterator[Participant]:
    who = resolve if role in SIDES else _as_named
    days = days_of(context, event)
    namings = (context.naming(f.start, f.end, f.entity)._replace(days=days) for f in fillers)
    entries = [
        Participant(role=role, **described_as(each))
        for each in gather((naming, who(context, naming)) for naming in namings)
    ]
    if role in SIDES:
        return _most_exact(entries)
    return (each for each in entries if each.strategy not in NOWHERE)


def days_of(context: Context, event: Event) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a deed that is done, where its date states them.

    « En 2018, le président américain a rencontré … »: who held the office then, not today.
    """
    if event.date is None or event.modality not in DONE:
        return None
    date = context.view.dates[event.date]
    if date.earliest is None or date.latest is None:
        return None
    first, last = dt.date.fromisoformat(date.earliest), dt.date.fromisoformat(date.latest)
    day = context.published
    return (first, last if day is None or not first <= day <= last else day)


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


def _most_exact(entries: Sequence[Participant]) -> Iterator[Participant]:
    """Leave out a state beside its own leader, force or body in the same role.

    Nor are "les dirigeants des deux pays" others than the leaders of either who are named.
    """
    behind = {c for each in entries if each.kind in EXACT for c in each.countries}
    people = {c for each in entries if _is_one_person(each) for c in each.countries}
    for entry in entries:
        if entry.kind == "state":
            again = set(entry.countries) <= behind
        else:
            again = entry.strategy in OF_SEVERAL and set(entry.countries) <= people
        if not again:
            yield entry


def _is_one_person(entry: Participant) -> bool:
    return entry.kind == "person" and len(entry.countries) == 1


def _one_side(found: Iterable[Participant]) -> Iterator[Participant]:
    """Leave out as acted upon who acts: nobody is on both sides unless the text says so.

    A thing or place of their own is nobody else's: "Pyongyang fait sauter ses routes".
    """
    acting: set[str] = set()
    countries: set[str] = set()
    for each in found:
        if each.role == "actor":
            acting.add(each.name)
            countries.update(each.countries)
        elif each.role == "recipient" and each.name in acting:
            continue
        own = each.role == "recipient" and each.kind in THINGS and countries & {*each.countries}
        yield replace(each, countries=()) if own else each
