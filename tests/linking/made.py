"""Event records made for the tests of linking, by what matters to it."""

from __future__ import annotations

import hashlib
from typing import Any

from dprk_events.records import EventRecord

KIM = ("actor", "Kim Jong-un", "person", "KP")
TRUMP = ("actor", "Donald Trump", "person", "US")
NORTH = ("actor", "Corée du Nord", "state", "KP")
Party = tuple[str, str, str, str]


def doc_id(doc: object) -> str:
    return f"sha256:{hashlib.sha256(str(doc).encode()).hexdigest()}"


def made(
    doc: object,
    kind: str = "missile_test",
    *parties: Party,
    number: int = 1,
    day: str | None = None,
    until: str | None = None,
    value: str | None = None,
    published: str | None = "2024-03-20",
    modality: str = "asserted",
    place: tuple[str, str, str | None] | None = None,
    counts: tuple[tuple[str | None, int | None, int | None], ...] = (),
    source: str | None = None,
    sentence: str | None = None,
    at: int = 1000,
    known: str | None = None,
    rule: str = "tir",
    word: str = "tir",
    title: str | None = None,
) -> EventRecord:
    """An event that was on ``day`` (to ``until``), as the text tells at the offset ``at``."""
    value = value or (f"{day}/{until}" if until else day)
    dated = value is not None
    bounds = (day, until or day) if dated else (None, published)
    if value is not None and value.endswith("/.."):
        bounds = (day, None)
    ground = "stated" if dated else "published" if published else "none"
    if not dated and modality == "planned":
        bounds = (published, None)
    span = {"text": word, "start": at, "end": at + len(word)}
    return EventRecord.model_validate(
        {
            "record": "event",
            "schema": 2,
            "doc": {
                "id": doc_id(doc),
                "path": f"{doc}.txt",
                "title": title,
                "published": {
                    "value": published,
                    "source": "option" if published else "none",
                    "confidence": 1.0 if published else None,
                },
                "record_id": None,
                "source": source,
            },
            "id": f"E{number}",
            "type": kind,
            "dprk": True,
            "modality": modality,
            "date": None,
            "time": {"value": value, "earliest": bounds[0], "latest": bounds[1], "ground": ground},
            "known": known,
            "place": None if place is None else _place(*place),
            "confidence": 0.8,
            "mention_confidence": 0.9,
            "mentions": [
                {
                    "trigger": span,
                    "modality": modality,
                    "attribution": None,
                    "sentence": {"text": sentence, "start": at, "end": at + len(sentence or "tir")},
                    "rule": f"{kind}.{rule}",
                }
            ],
            "roles": [*map(_party, parties), *(_count(*each) for each in counts)],
            "sources": [],
            "codes": {"plover": None, "cameo": None},
            "attributes": None,
        }
    )


def event_key(**values: Any) -> dict[str, Any]:
    """The ``key`` of an event in a happening line, of an event that says nothing else."""
    unknown = {"value": None, "source": "none", "confidence": None}
    time = {"value": None, "earliest": None, "latest": None, "ground": "none"}
    return {
        "published": unknown, "version": "", "dprk": True, "time": time, "place": None,
        "known": None, "lead": False, "rules": [], "participants": [], "quantities": [],
        "voices": [], "weapon": None, "weapon_class": None, "nearby": [], "credits": [],
        "signature": None,
        **values,
    }  # fmt: skip


def _place(name: str, precision: str, country: str | None) -> dict[str, Any]:
    where = {"name": name, "kb": None, "country": country, "latitude": None, "longitude": None}
    return {**where, "precision": precision, "role": "location"}


def _party(party: Party) -> dict[str, Any]:
    role, name, kind, countries = party
    named = name[:1].isupper()
    span = {"text": name, "start": 0, "end": len(name)}
    entity = {"id": "T1", "label": "MISC", **span, "canonical": name, "kb": None, "country": None}
    return {
        "role": role, "name": name, "kind": kind, "countries": countries.split(), "kb": None,
        **span, "entity": entity if named else None, "spans": [[0, len(name)]],
    }  # fmt: skip


def _count(of: str | None, low: int | None, high: int | None) -> dict[str, Any]:
    exact = low if low == high else None
    counted = {"role": "quantity", "text": "n", "start": 0, "end": 1, "of": of}
    return {**counted, "value": exact, "min": low, "max": high}
