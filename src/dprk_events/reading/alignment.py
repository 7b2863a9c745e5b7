"""Map each character of a reading text to its position in the input text."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Edit(NamedTuple):
    """A replacement: code points ``start`` to ``end`` of a text are read as ``instead``."""

    start: int
    end: int
    instead: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Corresponding positions in a reading text (``read``) and in its input (``came``).

    They are sorted; the first and the last are the ends of both texts. Between two neighbouring
    positions the texts correspond either character by character (``even``) or only as a whole.
    Where text was left out, one position in the reading text has two in the input.
    """

    read: array[int]
    came: array[int]
    even: array[int]

    @classmethod
    def of(cls, places: Iterable[tuple[int, int]]) -> Alignment:
        """Build it from (reading text, input) pairs in any order; equal lengths count as even."""
        pairs = sorted(set(places))
        even = [b[0] - a[0] == b[1] - a[1] for a, b in pairwise(pairs)]
        return cls(
            array("q", [read for read, _ in pairs]),
            array("q", [came for _, came in pairs]),
            array("b", [*even, True]),
        )

    def start(self, offset: int) -> int:
        """Return the input offset of a span that begins at ``offset`` of the reading text.

        A replaced stretch is included as a whole; text left out before ``offset`` is excluded.
        """
        i = bisect_right(self.read, offset) - 1
        return self.came[i] + (offset - self.read[i] if self.even[i] else 0)

    def end(self, offset: int) -> int:
        """Return the input offset of a span that ends at ``offset`` of the reading text."""
        i = bisect_left(self.read, offset)
        if self.read[i] == offset or not self.even[i - 1]:
            return self.came[i]
        return self.came[i] - (self.read[i] - offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the input span of code points ``start`` to ``end`` of the reading text."""
        first = self.start(start)
        return first, max(first, self.end(end))

    def then(self, later: Alignment) -> Alignment:
        """Return the composition: the input aligned with the text that ``later`` leads to."""
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
        joined = Alignment.of(places)
        for i, read in enumerate(joined.read):
            if not (later.evenly(read) and self.evenly(later.start(read))):
                joined.even[i] = False
        return joined

    def evenly(self, offset: int) -> bool:
        """Return whether the character at ``offset`` corresponds to a single one of the input."""
        return bool(self.even[bisect_right(self.read, offset) - 1])

    def _answers(self, here: array[int], there: array[int], place: int) -> Sequence[int]:
        """Return the exact counterparts of ``place``: several where text was left out, or none."""
        first, last = bisect_left(here, place), bisect_right(here, place)
        if first < last:
            return there[first:last]
        return (there[last] - (here[last] - place),) if self.even[first - 1] else ()


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """Apply sorted, disjoint ``edits`` to ``text``; return the result and its alignment.

    A replacement of the same length is aligned character by character.
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
