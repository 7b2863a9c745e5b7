"""Find the quotations of a document: pairs of quotation marks.

A quotation of several paragraphs has a mark before each of them, and one at its end: each paragraph
is a pair, and the pairs are linked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dprk_events.syntax import DocView

OPEN, CLOSE = frozenset("«“"), frozenset("»”")
STRAIGHT = frozenset({'"', "''"})
"""Opening and closing marks."""
MARKS = OPEN | CLOSE | STRAIGHT
PARAGRAPH = 200
"""Greatest length in words of a paragraph in which the mark that closes is looked for."""


class Quotations:
    """Pairs of quotation marks, as tokens: disjoint, in text order."""

    def __init__(
        self, pairs: Sequence[tuple[int, int]], going_on: frozenset[int] = frozenset()
    ) -> None:
        """``going_on``: the ends of pairs that the next pair goes on with."""
        self.pairs = pairs
        self._opened = [opened for opened, _ in pairs]
        self._closed = [closed for _, closed in pairs]
        self.whole: dict[int, tuple[int, int]] = {}
        """By opening mark of a pair: the first and last token of the whole quotation."""
        run: list[int] = []
        for opened, closed in pairs:
            run.append(opened)
            if closed not in going_on:
                self.whole |= dict.fromkeys(run, (run[0], closed))
                run = []
        self.whole |= dict.fromkeys(run, (run[0], pairs[-1][1])) if run else {}

    def around(self, token: int) -> bool:
        """Return whether a token is inside quotation marks."""
        at = bisect_right(self._closed, token)
        return at < len(self.pairs) and self._opened[at] < token

    def pair_around(self, token: int) -> tuple[int, int] | None:
        """Return the whole quotation around a token."""
        at = bisect_right(self._closed, token)
        inside = at < len(self.pairs) and self._opened[at] < token
        return self.whole[self._opened[at]] if inside else None

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
    """Find the pairs of quotation marks, as token indices."""
    found: list[tuple[int, int]] = []
    going_on: set[int] = set()
    opened: int | None = None
    for i, text in enumerate(view.texts):
        if text not in MARKS:
            if "\n" in text and opened is not None and not _closed_later(view, i):
                if _opens_again(view, i, opened):
                    found.append((opened, i))
                    going_on.add(i)
                opened = None
        elif text in OPEN or (text in STRAIGHT and opened is None):
            opened = i
        elif opened is not None:
            found.append((opened, i))
            opened = None
    return Quotations(found, frozenset(going_on))


def _opens_again(view: DocView, newline: int, opened: int) -> bool:
    """Return whether the next paragraph opens with a mark, as one does that goes on."""
    after = newline + 1
    return view.texts[opened] in OPEN and after < len(view.texts) and view.texts[after] in OPEN


def _closed_later(view: DocView, newline: int) -> bool:
    """Return whether the next mark, in the next paragraph, is a closing one."""
    for text in view.texts[newline + 1 : newline + 1 + PARAGRAPH]:
        if text in MARKS:
            return text in CLOSE
        if "\n" in text:
            return False
    return False
