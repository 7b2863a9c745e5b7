"""Look up the scopes of a document by token or sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import chain
from typing import NamedTuple

from dprk_events.events.modality.pointing import points_to_sentence_before
from dprk_events.events.modality.quotes import Quotations
from dprk_events.names import Modality
from dprk_events.syntax import DocView, Phrase

HALF_STOPS = frozenset(";:")
BEFORE_QUOTE, AFTER_QUOTE = 2, 4
"""Greatest distance from a quotation to the colon before it and the verb of saying after it."""


class Scope(NamedTuple):
    """Tokens ``first`` to ``last`` are attributed to ``source`` by the word ``cue``.

    ``denies``: the source denies them. ``past``: the verb of saying is in a past tense.
    """

    first: int
    last: int
    cue: int
    source: Phrase | None
    denies: bool = False
    past: bool = False
    modality: Modality | None = None
    """The modality that the verb itself implies: what is feared is possible."""
    granted: bool = True
    """Whether a definite event inside is presupposed rather than asserted."""
    behind: tuple[Phrase, ...] = ()
    """Who else stands behind it: with the source, cited by it, or citing it."""
    how: str = ""
    """The construction by which it was found."""


class Scopes:
    """The scopes of one document, by the sentences that they reach into.

    Sentences are read when a mention in them, or nearby, asks: most contain none. ``read`` returns
    the scopes whose cues are in a sentence; ``signed`` are those of whole paragraphs.

    A scope reaches into another sentence along a quotation, so the sentences of a quotation and of
    the words at its ends are read together; or into the one before, which "C'est ce que" points to.
    """

    def __init__(
        self,
        view: DocView,
        quotes: Quotations,
        read: Callable[[int], list[Scope]],
        signed: Sequence[Scope],
    ) -> None:
        self._sentence_at, self._read_sentence, self._signed = view.sentence_at, read, signed
        self._read: set[int] = set()
        self._reaching: dict[int, list[Scope]] = defaultdict(list)
        self._by_cue: dict[int, list[Scope]] = defaultdict(list)
        self._joined = _joined(view, quotes)

    def over(self, token: int) -> list[Scope]:
        """Return the scopes that cover a token."""
        sentence = self._sentence_at[token]
        self._find(sentence)
        reaching = chain(self._reaching.get(sentence, ()), self._signed)
        return [scope for scope in reaching if scope.first <= token <= scope.last]

    def told_in(self, sentence: int) -> list[Scope]:
        """Return the scopes whose cue is in a sentence."""
        self._find(sentence)
        signed = (scope for scope in self._signed if self._sentence_at[scope.cue] == sentence)
        return [*self._by_cue.get(sentence, ()), *signed]

    def _find(self, sentence: int) -> None:
        """Read a sentence and those joined to it."""
        if sentence in self._read:
            return
        first = last = sentence
        while first - 1 in self._joined:
            first -= 1
        while last in self._joined:
            last += 1
        for number in range(first, last + 1):
            self._read.add(number)
            for scope in self._read_sentence(number):
                self._by_cue[number].append(scope)
                if scope.first <= scope.last:
                    begin, end = self._sentence_at[scope.first], self._sentence_at[scope.last]
                    for reached in range(begin, end + 1):
                        self._reaching[reached].append(scope)


def _joined(view: DocView, quotes: Quotations) -> set[int]:
    """Return the sentences that a quotation, or the words at its ends, join to the next one."""
    begins = [first for first, _ in view.sentences]
    ends = [last for _, last in view.sentences]
    joined: set[int] = set()
    for opened, closed in set(quotes.whole.values()):
        first = bisect_left(ends, opened - BEFORE_QUOTE)
        joined.update(range(first, bisect_right(begins, closed + AFTER_QUOTE) - 1))
    for number, (first, last) in enumerate(view.sentences):
        if points_to_sentence_before(view, first, last) or _goes_on(view, first):
            joined.add(number - 1)
    return joined - {-1}


def _goes_on(view: DocView, first: int) -> bool:
    """Return whether what the parser takes for a sentence is the rest of one: behind ";" or ":"."""
    return first > 0 and view.words[first - 1] in HALF_STOPS
