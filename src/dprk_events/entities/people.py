"""Link a bare surname to a person whose full name occurs earlier in the text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.entities.entity import Entity
from dprk_events.french import key, word_lists
from dprk_events.language.gazetteer.words import keys_of

_FEMALE = tuple(f"{title} " for title in sorted(word_lists(__package__, "guards.toml")["female"]))
_RANKS = tuple(f"{rank} " for rank in sorted(word_lists(__package__, "guards.toml")["lower_ranks"]))
RANK_REACH = 24
"""Characters before a name within which a rank stands."""
_SURNAME_FIRST = frozenset(("KP", "KR", "CN"))


def link_people(entities: Sequence[Entity], text: str) -> list[Entity]:
    """Give bare surnames the canonical name, id and country of a fuller name before them.

    Of several bearers, the one named in full most often so far is chosen; on a tie a head of state,
    North Korea's first, then the nearest. After "Mme" it is the nearest who is not a head of state.
    A surname without a fuller name before it keeps what the gazetteer says, if anything.
    Nor does one behind a rank that no leader has get any. ``entities`` are in text order.
    """
    bearers: dict[str, _Bearers] = defaultdict(_Bearers)
    out: list[Entity] = []
    for entity in entities:
        keys = keys_of(entity.text) if entity.label == "PER" else ()
        if len(keys) > 1:
            for surname in _surnames(entity, keys):
                bearers[surname].add(entity)
        bearer = None
        if len(keys) == 1 and after_rank(text, entity.start):
            out.append(replace(entity, canonical=None, kb=None, country=None, kind=None))
            continue
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


def after_rank(text: str, start: int) -> bool:
    """Say whether a rank that no leader has stands before a name: "le sergent Kim"."""
    return key(text[max(0, start - RANK_REACH) : start]).endswith(_RANKS)


class _Bearers:
    """The people with one surname who have been named in full so far."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()
        self._latest: dict[tuple[str, bool, bool], tuple[int, Entity]] = {}
        """By (name, head of state?, North Korea's?): the latest entity and its position."""
        self._added = 0
        self._best: tuple[str, bool, bool] | None = None
        self._last: Entity | None = None
        self._last_plain: Entity | None = None

    def add(self, full: Entity) -> None:
        """Record a full name."""
        leader = full.kind == "leader"
        name = _name(full)
        self._times[name] += 1
        self._added += 1
        self._latest[name, leader, leader and full.country == "KP"] = self._added, full
        # Only this name's count has grown: the best of the others is still the best of them.
        flags = ((False, False), (True, False), (True, True))
        marks = [mark for flag in flags if (mark := (name, *flag)) in self._latest]
        self._best = max([*marks, self._best or marks[0]], key=self._weight)
        self._last = full
        if not leader:
            self._last_plain = full

    def meant(self, *, female: bool) -> Entity | None:
        """Return the person that the bare surname refers to."""
        if female:
            return self._last_plain or self._last
        return None if self._best is None else self._latest[self._best][1]

    def _weight(self, mark: tuple[str, bool, bool]) -> tuple[int, bool, bool, int]:
        return self._times[mark[0]], mark[1], mark[2], self._latest[mark][0]


def _name(entity: Entity) -> str:
    return entity.canonical or entity.text


def _surnames(full: Entity, keys: Sequence[str]) -> set[str]:
    """Return the possible surnames of a full name: its first word (Korean, Chinese) or its last."""
    if full.country in _SURNAME_FIRST or (full.kind == "person" and full.canonical is None):
        return {keys[0], keys[-1]}
    return {keys[-1]}
