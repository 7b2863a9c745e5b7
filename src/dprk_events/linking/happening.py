"""The entries of one happening → its record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from dprk_events.linking.disagreements import disagreements
from dprk_events.linking.entry import Entry
from dprk_events.linking.sources import Sources
from dprk_events.linking.tally import Tally
from dprk_events.linking.when import when_of
from dprk_events.names import MODALITIES, PLACE_PRECISIONS, ROLES
from dprk_events.records import HappeningRecord
from dprk_events.records.base import SCHEMA_VERSION

Json = dict[str, Any]
_NEVER = "9999-12-31"
_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_DIGITS = 8
_UNKNOWN = "XX"
"""Stands in an id for the countries where none is known: ISO 3166 leaves it to the user."""


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries by publication date, document and number; those without a date last."""
    return sorted(entries, key=lambda e: (e["published"] or _NEVER, e["doc"], int(e["event"][1:])))


def build(
    entries: Sequence[Entry], why: Mapping[tuple[str, str], str], taken: set[str]
) -> HappeningRecord:
    """Build the record of a happening.

    Args:
        entries: Its events, as :func:`in_order` gives them.
        why: For each document and event, the reason why it belongs to the others.
        taken: The ids of other happenings; its own is added.

    """
    sources = Sources(entries)
    kind = entries[0]["type"]
    time, roles = _time(entries, sources), list(_roles(entries, sources))
    published = [each["published"] for each in entries if each["published"]]
    return HappeningRecord.model_validate(
        {
            "record": "happening",
            "schema": SCHEMA_VERSION,
            "id": _identity(kind, time, roles, entries[0], taken),
            "type": kind,
            "dprk": any(each["key"]["dprk"] for each in entries),
            "modality": min((each["modality"] for each in entries), key=MODALITIES.index),
            "time": time,
            "place": _place(entries, sources),
            "roles": roles,
            "known": next(iter(Tally(entries, _known, sources)), None),
            "documents": len({each["doc"] for each in entries}),
            "sources": sources.count(each["doc"] for each in entries),
            "first_published": min(published, default=None),
            "disagreements": list(disagreements(kind, entries, sources)),
            "events": [_event(each, why, sources) for each in entries],
        }
    )


def _event(entry: Entry, why: Mapping[tuple[str, str], str], sources: Sources) -> Json:
    kept = {key: value for key, value in entry.items() if key != "type"}
    tied = why.get((entry["doc"], entry["event"]))
    return {**kept, "copy_of": sources.copies.get(entry["doc"]), "why": tied}


def _known(entry: Entry) -> Iterator[str]:
    if entry["key"]["known"] is not None:
        yield entry["key"]["known"]


def _time(entries: Sequence[Entry], sources: Sources) -> Json:
    """Return the most exact time that most sources tell, of deeds before plans."""
    told = [each for each in entries if each["key"]["time"]["value"] is not None]
    if not told:
        return _bounds(entries)
    by_value = Tally(told, lambda entry: [entry["key"]["time"]["value"]], sources)

    def rank(entry: Entry) -> tuple[Any, ...]:
        time, when = entry["key"]["time"], when_of(entry["key"], entry["modality"])
        return (
            time["ground"] == "known-happening",
            MODALITIES.index(entry["modality"]) > 1,
            when.width is None,
            when.width,
            -by_value.count(time["value"]),
            time["value"],
            time["ground"] != "stated",
        )

    best: Json = min(told, key=rank)["key"]["time"]
    return best


def _bounds(entries: Sequence[Entry]) -> Json:
    """Return what publication says of a happening of which no time is told."""
    done = [e for e in entries if e["modality"] in MODALITIES[:2]]
    times = [each["key"]["time"] for each in done or entries]
    first = max((t["earliest"] for t in times if t["earliest"]), default=None)
    last = min((t["latest"] for t in times if t["latest"]), default=None)
    if first and last and last < first:
        first = None
    ground = "published" if first or last else "none"
    return {"value": None, "earliest": first, "latest": last, "ground": ground}


def _place(entries: Sequence[Entry], sources: Sources) -> Json | None:
    """Return the most exact place that most sources name."""
    named = [each for each in entries if each["key"]["place"] is not None]
    tally = Tally(named, lambda entry: [entry["key"]["place"]["name"]], sources)

    def rank(entry: Entry) -> tuple[Any, ...]:
        place = entry["key"]["place"]
        exact = PLACE_PRECISIONS.index(place["precision"])
        return exact, -tally.count(place["name"]), place["name"], place["role"]

    return min(named, key=rank)["key"]["place"] if named else None


def _roles(entries: Sequence[Entry], sources: Sources) -> Iterator[Json]:
    parties = Tally(entries, lambda e: map(_party, e["key"]["participants"]), sources)
    found = {party[:2]: party for party in reversed(list(parties))}  # a name once in each role
    kept = [party for party in parties if found[party[:2]] == party]
    for role, name, kind, countries, kb, named in sorted(kept, key=lambda p: ROLES.index(p[0])):
        yield {
            **{"role": role, "name": name, "kind": kind, "countries": list(countries), "kb": kb},
            "named": named,
            "sources": parties.count((role, name, kind, countries, kb, named)),
        }
    figures = Tally(entries, lambda e: map(_figure, e["key"]["quantities"]), sources)
    for each in figures:
        of, value, low, high = each
        figure = {"role": "quantity", "of": of, "value": value, "min": low, "max": high}
        yield {**figure, "sources": figures.count(each)}


def _party(party: Json) -> tuple[Any, ...]:
    countries = tuple(party["countries"])
    return party["role"], party["name"], party["kind"], countries, party["kb"], party["named"]


def _figure(figure: Json) -> tuple[Any, ...]:
    return figure["of"], figure["value"], figure["min"], figure["max"]


def _identity(kind: str, time: Json, roles: Sequence[Json], first: Entry, taken: set[str]) -> str:
    """Return the id: by what the happening is and the event that was published first.

    A running number would change when another happening of that day comes in; this one does not.
    """
    value = time["value"] or ""
    day = value if _PLAIN.fullmatch(value) else (time["earliest"] if value else None) or "undated"
    acting = {c for each in roles if each["role"] == "actor" for c in each["countries"]}
    event = hashlib.sha256(f"{first['doc']}:{first['event']}".encode()).hexdigest()
    number = str(int(event, 16))
    start = f"h-{day}-{kind}-{'-'.join(sorted(acting)) or _UNKNOWN}-"
    identity = start + number[-_DIGITS:]
    if identity in taken:
        identity = start + number
    taken.add(identity)
    return identity
