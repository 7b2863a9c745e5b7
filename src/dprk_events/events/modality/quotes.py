"""Find the quotations of a document: pairs of quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dprk_events.syntax import DocView

OPEN, CLOSE = frozenset("«“"), frozenset("»”")
STRAIGHT = frozenset({'"', "''"})
"""Opening and closing marks."""
MARKS = OPEN | CLOSE | STRAIGHT


class Quotations:
    """Pairs of quotation marks, as tokens: disjoint, in text order."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.pairs = pairs
        self._opened = [opened for opened, _ in pairs]
        self._closed = [closed for _, closed in pairs]

    def around(self, token: int) -> bool:
        """Return whether a token is inside quotation marks."""
        at = bisect_right(self._closed, token)
        return at < len(self.pairs) and self._opened[at] < token

    def touching(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Return the pairs with a mark between two tokens, inclusive."""
        within = self.pairs[bisect_left(self._closed, first) : bisect_right(self._opened, last)]
        return [(a, b) for a, b in within if first <= a or b <= last]

    def closed_between(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Return the pairs whose closing mark is between two tokens, inclusive."""
        return self.pairs[bisect_left(self._closed, first) : bisect_right(self._closed, last)]

    def opened_between(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Return the pairs whose opening mark is between two tokens, inclusive."""
        return self.pairs[bisect_left(self._opened, first) : bisect_right(self._opened, last)]


def quotations(view: DocView) -> Quotations:
    """Find the pairs of quotation marks within each paragraph, as token indices."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i, text in enumerate(view.texts):
        if text not in MARKS:
            if "\n" in text:
                opened = None
        elif text in OPEN or (text in STRAIGHT and opened is None):
            opened = i
        elif opened is not None:
            found.append((opened, i))
            opened = None
    return Quotations(found)
