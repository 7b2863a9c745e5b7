"""Scopes and quotations of a document, looked up by where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dprk_events.events.event import Modality
from dprk_events.events.syntax import DocView, Phrase


@dataclass(frozen=True, slots=True)
class Scope:
    """Tokens ``first`` to ``last`` hold on the word of ``source``, as the word ``cue`` says.

    ``denies``: the source denies them. ``past``: the verb of saying is in a past tense.
    """

    first: int
    last: int
    cue: int
    source: Phrase | None
    denies: bool = False
    past: bool = False
    modality: Modality | None = None
    """What the verb itself makes of it: what is feared is possible."""
    granted: bool = True
    """Whether a definite deed inside is taken for granted rather than told."""


class Quotations:
    """Pairs of quotation marks, as tokens: disjoint, in text order."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.pairs = pairs
        self._opened = [opened for opened, _ in pairs]
        self._closed = [closed for _, closed in pairs]

    def around(self, token: int) -> bool:
        """Whether a token stands inside quotation marks."""
        at = bisect_right(self._closed, token)
        return at < len(self.pairs) and self._opened[at] < token

    def touching(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Those of which a mark stands between two tokens, inclusive."""
        within = self.pairs[bisect_left(self._closed, first) : bisect_right(self._opened, last)]
        return [(a, b) for a, b in within if first <= a or b <= last]

    def closed_between(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Those of which the closing mark stands between two tokens, inclusive."""
        return self.pairs[bisect_left(self._closed, first) : bisect_right(self._closed, last)]

    def opened_between(self, first: int, last: int) -> Sequence[tuple[int, int]]:
        """Those of which the opening mark stands between two tokens, inclusive."""
        return self.pairs[bisect_left(self._opened, first) : bisect_right(self._opened, last)]


class Scopes:
    """The scopes of one document, by the sentences that they reach into."""

    def __init__(self, view: DocView, found: Sequence[Scope]) -> None:
        self._sentence_at = view.sentence_at
        self._reaching: dict[int, list[Scope]] = defaultdict(list)
        self._by_cue: dict[int, list[Scope]] = defaultdict(list)
        for scope in found:
            for number in range(view.sentence_at[scope.first], view.sentence_at[scope.last] + 1):
                self._reaching[number].append(scope)
            self._by_cue[view.sentence_at[scope.cue]].append(scope)

    def over(self, token: int) -> list[Scope]:
        """Scopes that a token stands in."""
        reaching = self._reaching.get(self._sentence_at[token], [])
        return [scope for scope in reaching if scope.first <= token <= scope.last]

    def told_in(self, sentence: int) -> list[Scope]:
        """Scopes whose cue stands in a sentence."""
        return self._by_cue.get(sentence, [])
