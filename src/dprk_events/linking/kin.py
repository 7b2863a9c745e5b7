"""Which documents tell one story: those that share happenings which are sure, of whatever type.

That two articles report the same strike makes it likelier that the dead, of whom they speak besides
without a day, are the same too. What very many documents tell (a backdrop) says nothing of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from dprk_events.linking.data import rules
from dprk_events.linking.when import day

_LOOKED_AT = 8
"""Of an event that more documents tell alike, so many are asked."""


class Kin:
    """Documents and what they share; happenings are added first, then it is asked."""

    def __init__(self, published: Mapping[str, str | None]) -> None:
        self._published = published
        self._day: dict[str, int | None] = {}
        self._told: dict[str, list[int]] = {}
        self._by: list[tuple[str, ...]] = []
        self._of: list[tuple[str | None, str | None]] = []

    def add(
        self, documents: Collection[str], *, only: str | None = None, but: str | None = None
    ) -> None:
        """Take in which documents tell a happening.

        Args:
            documents: Those that tell it.
            only: The one type of event for which it counts; None if it counts for others too.
            but: A type for which it does not count.

        """
        if not 1 < len(documents) <= rules().kin.common:
            return
        self._by.append(tuple(sorted(documents)))
        self._of.append((only, but))
        for doc in documents:
            self._told.setdefault(doc, []).append(len(self._by) - 1)
            self._day[doc] = day(self._published[doc] or None)

    def of(self, doc: str) -> Iterator[str]:
        """Yield the documents that share a happening with one, each once, sorted."""
        others = {other for number in self._told.get(doc, ()) for other in self._by[number]}
        yield from sorted(other for other in others - {doc} if self._near(doc, other))

    def shared(self, one: str, other: str, kind: str) -> int:
        """Return how many happenings two documents share that count for events of a type.

        0 where their days are far apart.
        """
        mine, its = self._told.get(one), self._told.get(other)
        if mine is None or its is None or one == other or not self._near(one, other):
            return 0
        return sum(self._counts(number, kind) for number in {*mine}.intersection(its))

    def _counts(self, number: int, kind: str) -> bool:
        only, but = self._of[number]
        return only in (None, kind) and but != kind

    def points(self, ones: Iterable[str], others: Collection[str], kind: str) -> float:
        """Return the points for two events of a type and these documents being one happening."""
        mine = [one for one in islice(ones, _LOOKED_AT) if one in self._told]
        if not mine:
            return 0.0
        its = [other for other in islice(others, _LOOKED_AT) if other in self._told]
        most = max((self.shared(one, other, kind) for one in mine for other in its), default=0)
        if most == 0:
            return 0.0
        return rules().kin.one if most == 1 else rules().kin.several

    def _near(self, one: str, other: str) -> bool:
        mine, its = self._day[one], self._day[other]
        return mine is None or its is None or abs(mine - its) <= rules().kin.days
