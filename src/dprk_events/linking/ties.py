"""Pairs of items with their points, by the million: in arrays, of a tenth of what tuples take."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

Pair = tuple[float, int, int]
"""Points, and the numbers of two items, the smaller first."""

_SHIFT = 32
_LOW = (1 << _SHIFT) - 1


class Pairs:
    """Pairs of items; each must be added once. They come out with the most points first."""

    def __init__(self) -> None:
        # Points are sums of few values, so that few arrays hold all pairs.
        self._by: dict[float, array[int]] = {}

    def add(self, gained: float, i: int, j: int) -> None:
        """Add a pair; ``i`` is the smaller number."""
        numbers = self._by.get(gained)
        if numbers is None:
            numbers = self._by[gained] = array("q")
        numbers.append(i << _SHIFT | j)

    def __iter__(self) -> Iterator[Pair]:
        """Yield the pairs by points, then by the numbers of the items."""
        for gained in sorted(self._by, reverse=True):
            for both in sorted(self._by[gained]):
                yield gained, both >> _SHIFT, both & _LOW

    def least(self, gained: float) -> Pairs:
        """Return the pairs of so many points or more; they share the memory of these."""
        found = Pairs()
        found._by = {points: numbers for points, numbers in self._by.items() if points >= gained}
        return found


class Ties:
    """For each item, the others that it is tied to, those of most points first."""

    def __init__(self, pairs: Pairs) -> None:
        self._of: dict[int, tuple[array[float], array[int]]] = {}
        for gained, i, j in pairs:
            for one, other in ((i, j), (j, i)):
                if one not in self._of:
                    self._of[one] = array("d"), array("i")
                points, others = self._of[one]
                points.append(gained)
                others.append(other)

    def of(self, item: int, least: float) -> Iterator[int]:
        """Yield the items to which one is tied with so many points or more."""
        for gained, other in zip(*self._of.get(item, ((), ())), strict=True):
            if gained < least:
                return
            yield other
