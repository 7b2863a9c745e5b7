"""A text mended for reading, and where each of its characters stands in the text as it came in."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """Code points ``start`` to ``end`` of a text are read as ``instead``."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places that answer each other in a reading text (``read``) and in its input (``came``).

    Sorted; the first and the last are the ends of both texts. Between two neighbours that lie
    equally far apart in both, character answers character; else the one stretch stands for the
    other as a whole. What was left out is two places of the input for one of the reading text.
    """

    read: array[int]
    came: array[int]

    @classmethod
    def of(cls, places: Iterable[tuple[int, int]]) -> Alignment:
        """Make it of pairs (reading text, input) in any order."""
        pairs = sorted(set(places))
        return cls(array("q", [read for read, _ in pairs]), array("q", [came for _, came in pairs]))

    def start(self, offset: int) -> int:
        """Give the place in the input of a span that begins at ``offset`` of the reading text.

        What was replaced counts in whole; what was left out before ``offset`` does not count.
        """
        i = bisect_right(self.read, offset) - 1
        return self.came[i] + (offset - self.read[i] if self._even(i) else 0)

    def end(self, offset: int) -> int:
        """Give the place in the input of a span that ends at ``offset`` of the reading text."""
        i = bisect_left(self.read, offset)
        if self.read[i] == offset or not self._even(i - 1):
            return self.came[i]
        return self.came[i] - (self.read[i] - offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in the input of code points ``start`` to ``end`` of the reading text."""
        first = self.start(start)
        return first, max(first, self.end(end))

    def then(self, later: Alignment) -> Alignment:
        """Give the alignment with the input of what ``later`` made of this reading text."""
        places = [
            (read, came)
            for read, middle in zip(later.read, later.came, strict=True)
            for came in self._answers(self.read, self.came, middle)
        ]
        places += [
            (read, came)
            for middle, came in zip(self.read, self.came, strict=True)
            for read in later._answers(later.came, later.read, middle)
        ]
        return Alignment.of(places)

    def _answers(self, here: array[int], there: array[int], place: int) -> Sequence[int]:
        """Give what answers ``place`` exactly: several where something was left out, or nothing."""
        first, last = bisect_left(here, place), bisect_right(here, place)
        if first < last:
            return there[first:last]
        return (there[last] - (here[last] - place),) if self._even(first - 1) else ()

    def _even(self, i: int) -> bool:
        """Say whether character answers character from the ``i``-th place to the next."""
        if i + 1 >= len(self.read):
            return True
        return self.read[i + 1] - self.read[i] == self.came[i + 1] - self.came[i]


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Make the reading text that sorted, disjoint ``edits`` of ``text`` give, with its alignment.

    A replacement of the same length stands character for character for what it replaces.
    """
    parts: list[str] = []
    places = [(0, 0)]
    at = read = 0
    for start, end, instead in edits:
        parts += (text[at:start], instead)
        read += start - at
        if len(instead) != end - start:
            places += ((read, start), (read + len(instead), end))
        read += len(instead)
        at = end
    parts.append(text[at:])
    places.append((read + len(text) - at, len(text)))
    return "".join(parts), Alignment.of(places)
