"""The first line that tells something: the headline, behind menus, labels, dates and bylines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import NamedTuple

from dprk_events.reading import precedes_headline
from dprk_events.syntax.tagged import TaggedText

LABEL = 4
"""Tokens that are too few for a headline: "Asie-Pacifique", "CORÉE DU NORD"."""
LABELS = 3
"""Lines that are looked at."""
STOPS = frozenset(".:;,")
"""What ends a sentence, or one that goes on: a headline has none."""


class FirstLine(NamedTuple):
    """Tokens ``first`` to ``last``; ``sentence`` is the number of its first sentence.

    ``body`` is the number of the first sentence below it; None if there is none.
    """

    first: int
    last: int
    sentence: int
    body: int | None


def first_line(view: TaggedText) -> FirstLine:
    """Find the first line of a document that is no date, byline or label above a headline."""
    lines = list(islice(_lines(view), LABELS + 1))
    if not lines:
        return FirstLine(0, -1, 0, None)
    told = [line for line in lines if not precedes_headline(_written(view, *line))] or lines
    labelled = len(told) > 1 and _is_label(view, *told[0]) and not _is_label(view, *told[1])
    first, last = told[labelled]
    if view.texts[last] in STOPS:
        first, last = lines[0]  # no headline: what a byline or label stands above is text
    below = (n for n, (begin, _) in enumerate(view.sentences) if begin > last)
    return FirstLine(first, last, view.sentence_at[first], next(below, None))


def _lines(view: TaggedText) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each line, blank tokens not counted."""
    said = (i for first, last in view.sentences for i in range(first, last + 1))
    told = (i for i in said if view.texts[i].strip())
    for _, tokens in groupby(told, key=_Lines(view)):
        line = list(tokens)
        yield line[0], line[-1]


class _Lines:
    """Number the lines of a text, token after token."""

    def __init__(self, view: TaggedText) -> None:
        self._text, self._starts, self._at, self._number = view.text, view.tokens.idx, 0, 0

    def __call__(self, token: int) -> int:
        start = self._starts[token]
        self._number += self._text.count("\n", self._at, start)
        self._at = start
        return self._number


def _written(view: TaggedText, first: int, last: int) -> str:
    start, end = view.span(first, last)
    return view.text[start:end]


def _is_label(view: TaggedText, first: int, last: int) -> bool:
    """Return whether a line is too short for a headline, and tells no deed."""
    return last - first + 1 < LABEL and not any(view.is_verbal(i) for i in range(first, last + 1))
