"""Which person a bare surname means: a bearer whose full name stands earlier in the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.entities.entity import Entity
from dprk_events.french import key, word_lists
from dprk_events.language.gazetteer.words import keys_of

_FEMALE = tuple(f"{title} " for title in sorted(word_lists(__package__, "guards.toml")["female"]))
_SURNAME_FIRST = frozenset(("KP", "KR", "CN"))


def link_people(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Give bare surnames the canonical name, id and country of a fuller name before them.

    Of several bearers the one named in full most often so far is meant, on a tie a head of state,
    North Korea's before others, then the nearest; after "Mme" the nearest who is no head of state.
    A surname with no fuller name before it keeps what the gazetteer says of it, or nothing.
    ``entities`` are in the order of ``text``.
    """
    bearers: dict[str, _Bearers] = defaultdict(_Bearers)
    out: list[Entity] = []
    for entity in entities:
        keys = keys_of(entity.text) if entity.label == "PER" else ()
        if len(keys) > 1:
            for surname in _surnames(entity, keys):
                bearers[surname].add(entity)
        bearer = None
        if len(keys) == 1 and keys[0] in bearers:
            female = key(text[max(0, entity.start - 8) : entity.start]).endswith(_FEMALE)
            bearer = bearers[keys[0]].meant(female=female)
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


class _Bearers:
    """People with one surname, named in full so far."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._latest: dict[tuple[str, bool, bool], tuple[int, Entity]] = {}
        """By name, whether a head of state, and North Korea's: the latest naming and its place."""
        self._added = 0
        self._best: tuple[str, bool, bool] | None = None
        self._last: Entity | None = None
        self._last_plain: Entity | None = None

    def add(self, full: Entity) -> None:
        """Note a full name."""
        leader = full.kind == "leader"
        name = _name(full)
        self._times[name] += 1
        self._added += 1
        self._latest[name, leader, leader and full.country == "KP"] = self._added, full
        # Only this name counts more than before: the best of the others stays the best of them.
        flags = ((False, False), (True, False), (True, True))
        marks = [mark for flag in flags if (mark := (name, *flag)) in self._latest]
        self._best = max([*marks, self._best or marks[0]], key=self._weight)
        self._last = full
        if not leader:
            self._last_plain = full

    def meant(self, *, female: bool) -> Entity | None:
        """Tell who the bare surname is."""
        if female:
            return self._last_plain or self._last
        return None if self._best is None else self._latest[self._best][1]

    def _weight(self, mark: tuple[str, bool, bool]) -> tuple[int, bool, bool, int]:
        return self._times[mark[0]], mark[1], mark[2], self._latest[mark][0]


def _name(entity: Entity) -> str:
    return entity.canonical or entity.text


def _surnames(full: Entity, keys: Sequence[str]) -> set[str]:
    """Give the surname of a full name: first (Korean, Chinese) or last in it."""
    if full.country in _SURNAME_FIRST or (full.kind == "person" and full.canonical is None):
        return {keys[0], keys[-1]}
    return {keys[-1]}
