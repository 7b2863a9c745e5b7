"""Pairs → happenings: the best pairs first, and nothing joined that is apart or left open.

Two groups become one through their best pair if no event of one is apart from an event of the
other, if they have no document in common, if their pairs agree well enough on the whole, and if
there is no rival: another group, known to be another happening, to which the pair ties as well.
Sure pairs are joined first. Then, when it is known which documents tell one story, those that are
likely: they need less, but nothing else must come into question for them.
The order of pairs is that of their points and then of the events, so the result depends on the
events alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from dprk_events.linking.data import rules
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points
from dprk_events.linking.ties import Pairs, Ties
from dprk_events.linking.verdict import APART

More = Callable[[int, int], float]
"""The points that two items have beside what the tests give."""

_REMEMBERED = 200_000
"""So many comparisons of groups are remembered: the many pairs of two groups ask the same."""
_LOOKED_AT = 40
"""So many members of a group, the first in order, stand for all in comparisons."""


class Groups:
    """Items in groups that are to be happenings; each is one of its own at first.

    Args:
        items: What is told alike, each once.
        documents: For each item, the documents that tell it.

    """

    def __init__(self, items: Sequence[Item], documents: Sequence[frozenset[str]]) -> None:
        self._items = items
        self._group = list(range(len(items)))
        self._members = {number: [number] for number in self._group}
        self._told = documents
        self._documents = {number: set(documents[number]) for number in self._group}
        self._ties = Ties(Pairs())
        self._more: More | None = None
        self._agreed: dict[tuple[int, int, int, int], float] = {}

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the groups: the numbers of their items, sorted."""
        yield from sorted(sorted(members) for members in self._members.values())

    def join(self, pairs: Pairs, more: More | None = None) -> None:
        """Join what pairs tie together.

        Args:
            pairs: Pairs of items with their points, all that may be linked.
            more: What their points hold beside those of the tests.

        """
        self._more = more
        self._ties = Ties(pairs)
        for gained, i, j in pairs:
            one, other = self._group[i], self._group[j]
            if one == other or not self._documents[one].isdisjoint(self._documents[other]):
                continue
            if self._fit(gained, one, other) and not self._open(gained, one, other):
                self._unite(one, other)
        self._ties, self._more = Ties(Pairs()), None
        self._agreed.clear()

    def of(self, item: int) -> Sequence[int]:
        """Return the items of the group that an item is in."""
        return self._members[self._group[item]]

    def replace(self, item: int, other: int) -> None:
        """Let an item that is alone take the place of one of its documents, if it fits as well."""
        rest = [each for each in self.of(item) if each != item]
        gained = [points(self._items[other], self._items[each]) for each in rest]
        decision = rules().decision
        if max(gained) >= decision.likely and sum(gained) / len(gained) >= decision.mean:
            group, alone = self._group[item], self._group[other]
            self._set(group, [*rest, other])
            self._set(alone, [item])

    def join_but(self, one: int, other: int, twins: Collection[tuple[int, int]]) -> None:
        """Join the groups of two items without the second of twins, if nothing else is between.

        Args:
            one: An item of a group that is to be kept whole.
            other: An item of the group that leaves its twins behind.
            twins: Which items of one document tell one deed, the first first.

        """
        kept, its = self._group[one], self._group[other]
        if kept == its:
            return
        behind = [
            item
            for item in self._members[its]
            if any((each, item) in twins for each in self._members[kept])
        ]
        moved = [item for item in self._members[its] if item not in behind]
        documents = self._all(moved)
        if not moved or not documents.isdisjoint(self._documents[kept]):
            return
        gained = [
            points(self._items[i], self._items[j])
            for i in self._members[kept][:_LOOKED_AT]
            for j in moved[:_LOOKED_AT]
        ]
        if sum(gained) / len(gained) < rules().decision.likely:
            return
        self._set(kept, [*self._members[kept], *moved])
        self._members.pop(its)
        self._documents.pop(its)
        for item in behind:  # each is a happening of its own, named as it was at first
            self._set(self._free(item), [item])

    def _free(self, item: int) -> int:
        """Return a number that no group has, for an item that is to be alone."""
        return item if item not in self._members else max(self._members) + 1

    def _set(self, group: int, members: Sequence[int]) -> None:
        self._members[group] = sorted(members)
        self._documents[group] = self._all(members)
        for item in members:
            self._group[item] = group

    def _all(self, members: Sequence[int]) -> set[str]:
        return set().union(*(self._told[item] for item in members))

    def _fit(self, gained: float, one: int, other: int) -> bool:
        """Whether nothing speaks against two groups being one happening."""
        if len(self._members[one]) == len(self._members[other]) == 1:
            return gained >= rules().decision.mean
        return self._agreement(one, other) >= rules().decision.mean

    def _agreement(self, one: int, other: int) -> float:
        """Return the mean of the points of all pairs of two groups; APART if one of them is."""
        # A group only grows, so its number and size say which members it has.
        key = (one, len(self._members[one]), other, len(self._members[other]))
        if key not in self._agreed:
            if len(self._agreed) >= _REMEMBERED:
                self._agreed.clear()
            self._agreed[key] = self._mean(one, other)
        return self._agreed[key]

    def _mean(self, one: int, other: int) -> float:
        total, count = 0.0, 0
        for i in islice(self._members[one], _LOOKED_AT):
            for j in islice(self._members[other], _LOOKED_AT):
                gained = points(self._items[i], self._items[j])
                if gained == APART:
                    return APART
                total += gained + (self._more(i, j) if self._more else 0.0)
                count += 1
        return total / count

    def _open(self, gained: float, one: int, other: int) -> bool:
        """Whether one of two groups could as well belong to another happening than the other."""
        return self._rivalled(gained, one, other) or self._rivalled(gained, other, one)

    def _rivalled(self, gained: float, group: int, chosen: int) -> bool:
        decision = rules().decision
        least = gained - (decision.margin if gained >= decision.linked else decision.sole)
        rivals = {
            self._group[other]
            for member in islice(self._members[group], _LOOKED_AT)
            for other in self._ties.of(member, least)
        }
        return any(
            self._agreement(rival, chosen) == APART != self._agreement(rival, group)
            for rival in sorted(rivals - {group, chosen})
            if self._documents[rival].isdisjoint(self._documents[group])
            and not self._outweighs(chosen, rival)
        )

    def _outweighs(self, chosen: int, rival: int) -> bool:
        """Whether far more documents tell a happening than its rival, or all of the rival's do."""
        telling, its = self._documents[chosen], self._documents[rival]
        return its < telling or len(telling) >= len(its) * rules().decision.outweighs

    def _unite(self, one: int, other: int) -> None:
        kept, gone = min(one, other), max(one, other)
        for number in self._members[gone]:
            self._group[number] = kept
        self._members[kept] = sorted(self._members[kept] + self._members.pop(gone))
        self._documents[kept] |= self._documents.pop(gone)
