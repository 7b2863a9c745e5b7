"""Pairs → happenings: the best pairs first, and nothing joined that is apart or left open.

Two groups become one through their best pair if no event of one is apart from an event of the
other, if they have no document in common, if their pairs agree well enough on the whole, and if
there is no rival: another group, known to be another happening, to which the pair ties as well.
The order of pairs is that of their points and then of the events, so the result depends on the
events alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from dprk_events.linking.data import rules
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points
from dprk_events.linking.verdict import APART

Pair = tuple[float, int, int]
_LOOKED_AT = 40
"""So many members of a group, the first in order, stand for all in comparisons."""


def clusters(
    items: Sequence[Item], documents: Sequence[frozenset[str]], pairs: Iterable[Pair]
) -> list[list[int]]:
    """Return the happenings: groups of numbers of items, each sorted.

    Args:
        items: What is told alike, each once.
        documents: For each item, the documents that tell it.
        pairs: Pairs of items with their points, all that may be linked.

    """
    groups = _Groups(items, documents, sorted(pairs, key=lambda p: (-p[0], p[1], p[2])))
    return groups.joined()


class _Groups:
    def __init__(
        self, items: Sequence[Item], documents: Sequence[frozenset[str]], pairs: list[Pair]
    ) -> None:
        self._items, self._pairs = items, pairs
        self._group = list(range(len(items)))
        self._members = {number: [number] for number in self._group}
        self._documents = {number: set(documents[number]) for number in self._group}
        self._tied: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for gained, i, j in pairs:
            self._tied[i].append((gained, j))
            self._tied[j].append((gained, i))

    def joined(self) -> list[list[int]]:
        for gained, i, j in self._pairs:
            one, other = self._group[i], self._group[j]
            if one == other or not self._documents[one].isdisjoint(self._documents[other]):
                continue
            if self._fit(gained, one, other) and not self._open(gained, one, other):
                self._join(one, other)
        return sorted(sorted(members) for members in self._members.values())

    def _fit(self, gained: float, one: int, other: int) -> bool:
        """Whether nothing speaks against two groups being one happening."""
        if len(self._members[one]) == len(self._members[other]) == 1:
            return gained >= rules().decision.mean
        said = self._points(one, other)
        return APART not in said and sum(said) / len(said) >= rules().decision.mean

    def _points(self, one: int, other: int) -> list[float]:
        return [
            points(self._items[i], self._items[j])
            for i in islice(self._members[one], _LOOKED_AT)
            for j in islice(self._members[other], _LOOKED_AT)
        ]

    def _open(self, gained: float, one: int, other: int) -> bool:
        """Whether one of two groups could as well belong to another happening than the other."""
        return self._rivalled(gained, one, other) or self._rivalled(gained, other, one)

    def _rivalled(self, gained: float, group: int, chosen: int) -> bool:
        least = gained - rules().decision.margin
        rivals = {
            self._group[number]
            for member in islice(self._members[group], _LOOKED_AT)
            for had, number in self._tied[member]
            if had >= least
        }
        return any(
            APART in self._points(rival, chosen) and APART not in self._points(rival, group)
            for rival in sorted(rivals - {group, chosen})
            if self._documents[rival].isdisjoint(self._documents[group])
            and not self._outweighs(chosen, rival)
        )

    def _outweighs(self, chosen: int, rival: int) -> bool:
        """Whether far more documents tell a happening than its rival."""
        many = len(self._documents[rival]) * rules().decision.outweighs
        return len(self._documents[chosen]) >= many

    def _join(self, one: int, other: int) -> None:
        kept, gone = min(one, other), max(one, other)
        for number in self._members[gone]:
            self._group[number] = kept
        self._members[kept] = sorted(self._members[kept] + self._members.pop(gone))
        self._documents[kept] |= self._documents.pop(gone)
