"""Namings of the same participant → one entry: its fullest naming, and all its spans."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from dprk_events.coreference import Context, Naming, Referent, Resolved, resolve
from dprk_events.events.row import Participant
from dprk_events.names import PlainRole
from dprk_events.syntax import Phrase


class Gathered(NamedTuple):
    """Someone or something spoken of, with its namings and how the first was resolved."""

    referent: Referent
    namings: list[Naming]
    found: Resolved


def gather(resolved: Iterable[tuple[Naming, Resolved]]) -> list[Gathered]:
    """Put together the namings that speak of the same, in the order of the first of each."""
    merged: dict[str, Gathered] = {}
    for naming, found in resolved:
        for referent in found.referents:
            merged.setdefault(referent.key, Gathered(referent, [], found)).namings.append(naming)
    return list(merged.values())


def described_as(each: Gathered) -> dict[str, Any]:
    """Return the fields of a :class:`~dprk_events.events.row.Party`."""
    fullest = max(each.namings, key=lambda n: (n.entity is not None, n.end - n.start, -n.start))
    return {
        "name": each.referent.name,
        "kind": each.referent.kind,
        "countries": each.referent.countries,
        "kb": each.referent.kb,
        "text": fullest.text,
        "start": fullest.start,
        "end": fullest.end,
        "entity": fullest.entity,
        "spans": tuple(sorted({(naming.start, naming.end) for naming in each.namings})),
        "strategy": each.found.strategy,
        "evidence": each.found.evidence,
    }


def as_granted(
    referent: Referent, context: Context, number: int, strategy: str, role: PlainRole = "actor"
) -> Participant:
    """Return a participant that is taken for granted, by the entity that names it."""
    entity = context.view.entities[number]
    naming = Naming(entity.first, entity.last, entity.start, entity.end, entity.text, number)
    return as_told(referent, naming, strategy, role)


def told_behind(
    context: Context, phrases: Iterable[Phrase], kinds: frozenset[str], strategy: str
) -> list[Participant] | None:
    """Return whom the first of some phrases stands for that names those who may act, by country.

    Args:
        context: The document.
        phrases: Of whom the words may say that it is their deed, the likeliest first.
        kinds: Who may act.
        strategy: By what the phrases were found.

    """
    for phrase in phrases:
        naming = context.of_phrase(phrase)._replace(entity=phrase.entity)
        found = [r for r in resolve(context, naming).referents if r.countries]
        if found and all(each.kind in kinds for each in found):
            return [as_told(each, naming, strategy) for each in found]
    return None


def as_told(
    referent: Referent, naming: Naming, strategy: str, role: PlainRole = "actor"
) -> Participant:
    """Return a participant whom a naming stands for, by the naming's own words."""
    return Participant(
        role=role,
        name=referent.name,
        kind=referent.kind,
        countries=referent.countries,
        kb=referent.kb,
        text=naming.text,
        start=naming.start,
        end=naming.end,
        entity=naming.entity,
        spans=((naming.start, naming.end),),
        strategy=strategy,
        evidence=naming.text,
        granted=True,
    )
