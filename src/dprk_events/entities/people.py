"""Which person a bare surname means: a bearer whose full name stands earlier in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.entities.entity import Entity
from dprk_events.language.gazetteer.words import keys_of

_FEMALE = ("Mme ", "Mme\u00a0", "Mlle ", "Madame ", "madame ")


def link_people(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Give bare surnames the canonical name, id and country of a fuller name before them.

    Of several bearers the one named in full most often so far is meant, on a tie a head of state,
    North Korea's before others, then the nearest; after "Mme" the nearest who is no head of state.
    A surname with no fuller name before it keeps what the gazetteer says of it, or nothing.
    ``entities`` are in the order of ``text``.
    """
    fuller: list[Entity] = []
    out: list[Entity] = []
    for entity in entities:
        keys = keys_of(entity.text) if entity.label == "PER" else ()
        if len(keys) > 1:
            fuller.append(entity)
        bearer = None
        if len(keys) == 1:
            female = text.endswith(_FEMALE, max(0, entity.start - 8), entity.start)
            bearer = _bearer([full for full in fuller if _bears(full, keys[0])], female)
        # "Trump" after "Melania Trump" alone is still the president.
        if bearer is None or (entity.kind == "leader" and bearer.kind != "leader" and not female):
            out.append(entity)
            continue
        out.append(
            replace(
                entity,
                canonical=_name(bearer),
                kb=bearer.kb,
                country=bearer.country,
                kind=bearer.kind,
            )
        )
    return out


def _bearer(candidates: Sequence[Entity], female: bool) -> Entity | None:
    if not candidates:
        return None
    if female:
        return next((c for c in reversed(candidates) if c.kind != "leader"), candidates[-1])
    counts = Counter(_name(c) for c in candidates)
    best = max(
        range(len(candidates)),
        key=lambda i: (
            counts[_name(candidates[i])],
            candidates[i].kind == "leader",
            candidates[i].kind == "leader" and candidates[i].country == "KP",
            i,
        ),
    )
    return candidates[best]


def _name(entity: Entity) -> str:
    return entity.canonical or entity.text


def _bears(full: Entity, key: str) -> bool:
    """Tell whether a full name has this surname: first (Korean, Chinese) or last in it."""
    keys = keys_of(full.text)
    if full.country in ("KP", "KR", "CN") or (full.kind == "person" and full.canonical is None):
        return key in (keys[0], keys[-1])
    return key == keys[-1]
