"""Lines of schema 1 → lines of schema 2: what they do not hold is null, nothing is made up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dprk_events.names import MODALITIES

Json = dict[str, Any]
OLD, NEW = 1, 2
KINDS = {"PER": "person", "ORG": "org", "LOC": "place", "WEAPON": "weapon"}
"""Label of an entity → what a participant is that it names; of any other a thing."""


def upgraded_number(line: Any) -> Any:
    """Return an entity or date line the number of this schema: it has the same keys."""
    return {**line, "schema": NEW} if _is_old(line) else line


def upgraded_document(line: Any) -> Any:
    """Return a document line of schema 1 the keys of schema 2; any other line as it is.

    Raises:
        ValueError: It says that it is of schema 1 and is not.

    """
    return _checked(_document, line) if _is_old(line) else line


def upgraded_event(line: Any) -> Any:
    """As :func:`upgraded_document`, for an event line."""
    return _checked(_event_line, line) if _is_old(line) else line


def _checked(upgrade: Callable[[Json], Json], line: Json) -> Json:
    try:
        return upgrade(line)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not as schema {OLD} has it: {error}") from error


def _document(line: Json) -> Json:
    entities = {each["id"]: each for each in line["entities"]}
    dates = {each["id"]: each for each in line["dates"]}
    events = [_event(event, entities.get, dates.get(event["date"])) for event in line["events"]]
    return {**line, "schema": NEW, "events": events}


def _event_line(line: Json) -> Json:
    return {**_event(line, lambda entity: entity, line["date"]), "schema": NEW}


def _is_old(line: Any) -> bool:
    return isinstance(line, dict) and line.get("schema") == OLD


def _event(event: Json, entity_of: Callable[[Any], Json | None], date: Json | None) -> Json:
    """Upgrade an event; ``entity_of`` gives the entity that a reference leads to, if any."""
    return {
        **event,
        "time": _time(date),
        "place": None,
        "confidence": None,
        "mention_confidence": event["confidence"],
        "roles": [_role(role, entity_of) for role in event["roles"]],
        "sources": _sources(event["mentions"], entity_of),
    }


def _time(date: Json | None) -> Json:
    if date is None or date["value"] is None:
        return {"value": None, "earliest": None, "latest": None, "ground": "none"}
    return {**{key: date[key] for key in ("value", "earliest", "latest")}, "ground": "stated"}


def _role(role: Json, entity_of: Callable[[Any], Json | None]) -> Json:
    if role["role"] == "quantity":
        return {**role, "of": None}
    return {"role": role["role"], **_party(role, entity_of)}


def _sources(mentions: list[Json], entity_of: Callable[[Any], Json | None]) -> list[Json]:
    """Return the attributions of the mentions, those of the same name as one source."""
    found: dict[str, Json] = {}
    for mention in mentions:
        said = mention["attribution"]
        entity = entity_of(said) if isinstance(said, str) else None
        if said is None or (isinstance(said, str) and entity is None):
            continue
        quoted = {**entity, "entity": said} if entity is not None else {"entity": None, **said}
        source = {**_party(quoted, entity_of), "modality": mention["modality"]}
        known = found.setdefault(source["name"], source)
        known["modality"] = min(known["modality"], mention["modality"], key=MODALITIES.index)
    return list(found.values())


def _party(said: Mapping[str, Any], entity_of: Callable[[Any], Json | None]) -> Json:
    entity = None if said["entity"] is None else entity_of(said["entity"])
    country = entity and entity["country"]
    return {
        "name": (entity and entity["canonical"]) or " ".join(said["text"].split()),
        "kind": KINDS.get(entity["label"], "thing") if entity else "thing",
        "countries": [country] if country else [],
        "kb": entity and entity["kb"],
        "text": said["text"],
        "start": said["start"],
        "end": said["end"],
        "entity": said["entity"],
        "spans": [[said["start"], said["end"]]],
    }
