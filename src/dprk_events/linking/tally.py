"""Which values the sources give, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from dprk_events.linking.entry import Entry
from dprk_events.linking.sources import Sources

Value = TypeVar("Value", bound=Hashable)


class Tally(Generic[Value]):
    """Values with the entries that give them; those of most sources first, then by the values."""

    def __init__(
        self,
        entries: Sequence[Entry],
        values: Callable[[Entry], Iterable[Value]],
        sources: Sources,
    ) -> None:
        self._by: dict[Value, list[Entry]] = {}
        for entry in entries:
            for value in dict.fromkeys(values(entry)):
                self._by.setdefault(value, []).append(entry)
        self._sources = sources

    def __iter__(self) -> Iterator[Value]:
        return iter(sorted(self._by, key=lambda value: (-self.count(value), repr(value))))

    def __len__(self) -> int:
        return len(self._by)

    def count(self, value: Value) -> int:
        """Return how many independent sources give a value."""
        return self._sources.count(entry["doc"] for entry in self._by[value])

    def said_by(self, value: Value) -> list[str]:
        """Return who published a value: the source or, where it is not known, the path."""
        return list(dict.fromkeys(each["source"] or each["path"] for each in self._by[value]))

    def according_to(self, value: Value) -> list[str]:
        """Return on whose word a value is given."""
        return list(dict.fromkeys(v for each in self._by[value] for v in each["key"]["voices"]))
