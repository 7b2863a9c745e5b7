"""The first line that tells something: the headline, behind menus, labels, dates and bylines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
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
    """Yield first and last token of the sentences of each line."""
    begin = 0
    for number, (_, last) in enumerate(view.sentences, start=1):
        if number == len(view.sentences) or not goes_on(view, number):
            yield view.sentences[begin][0], last
            begin = number


def goes_on(view: TaggedText, sentence: int) -> bool:
    """Return whether a sentence stands on one line with the one before it."""
    if not sentence:
        return False
    before, here = view.sentences[sentence - 1], view.sentences[sentence]
    return "\n" not in view.text[view.span(*before)[1] : view.span(*here)[0]]


def _written(view: TaggedText, first: int, last: int) -> str:
    start, end = view.span(first, last)
    return view.text[start:end]


def _is_label(view: TaggedText, first: int, last: int) -> bool:
    """Return whether a line is too short for a headline, and tells no deed."""
    return last - first + 1 < LABEL and not any(view.is_verbal(i) for i in range(first, last + 1))
