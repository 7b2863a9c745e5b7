"""Which person a bare surname means: the bearer whose full name stands earlier in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.entities.entity import Entity
from dprk_events.language.gazetteer import Gazetteer
from dprk_events.language.gazetteer.words import keys_of


def link_people(entities: Sequence[Entity], gazetteer: Gazetteer) -> list[Entity]:
    """Give bare surnames the canonical name, id and country of the fuller name before them.

    The nearest fuller name wins; a surname with no such name keeps what the gazetteer says of it
    (one bearer only), or nothing. ``entities`` are in the order of the text.
    """
    fuller: list[Entity] = []
    out: list[Entity] = []
    for entity in entities:
        if entity.label != "PER":
            out.append(entity)
            continue
        keys = keys_of(entity.text)
        if len(keys) > 1:
            fuller.append(entity)
            out.append(entity)
            continue
        bearer = next((full for full in reversed(fuller) if _bears(full, keys[0])), None)
        if bearer is None or (entity.canonical and not bearer.canonical):
            out.append(entity)
            continue
        out.append(
            replace(
                entity,
                canonical=bearer.canonical or bearer.text,
                kb=bearer.kb,
                country=bearer.country,
                kind=bearer.kind,
            )
        )
    return out


def _bears(full: Entity, key: str) -> bool:
    """Tell whether a full name has this surname: first (Korean, Chinese) or last in it."""
    keys = keys_of(full.text)
    if full.country in ("KP", "KR", "CN") or (full.kind == "person" and full.canonical is None):
        return key in (keys[0], keys[-1])
    return key == keys[-1]
