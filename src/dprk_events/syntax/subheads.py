"""Subheads between the paragraphs of an article: "Tensions croissantes", "Une « provocation »".

They tell nothing of their own, and what stands below them goes on from what stands above.
"""

from __future__ import annotations

from itertools import pairwise

from dprk_events.syntax.tagged import TaggedText

LONGEST = 5
"""Tokens; a longer line may tell a deed."""
ENDS = frozenset({".", "!", "…", ":", ";", ","})
"""What a subhead does not end with, and the paragraph below it does end with something of it."""
PARAGRAPH = 8
"""Least number of tokens of the sentences above and below it."""


def subheads(view: TaggedText) -> set[int]:
    """Return the numbers of the sentences that are subheads.

    Each is a short line without a verb, between paragraphs: above it a sentence ends, and one
    begins below it. The first line is none, and no entry of a list.
    """
    found: set[int] = set()
    lines = [_line_before(view, first) for first, _ in view.sentences]
    for number, (above, below) in enumerate(pairwise(lines[1:]), start=1):
        if above and below and _is_subhead(view, number):
            found.add(number)
    return found


def _line_before(view: TaggedText, first: int) -> bool:
    """Return whether a sentence begins a line."""
    if not first:
        return True
    _, before = view.span(first - 1, first - 1)
    begin, _ = view.span(first, first)
    return "\n" in view.text[before:begin] or "\n" in view.texts[first - 1]


def _is_subhead(view: TaggedText, number: int) -> bool:
    first, last = view.sentences[number]
    short = last - first + 1 <= LONGEST and view.texts[last] not in ENDS
    if not short or any(
        view.is_verbal(i) or view.date_at[i] is not None for i in range(first, last + 1)
    ):
        return False
    around = (view.sentences[number - 1], view.sentences[number + 1])
    return all(_is_told(view, *each) for each in around)


def _is_told(view: TaggedText, first: int, last: int) -> bool:
    """Return whether a sentence is one of running text: of some length, with its full stop."""
    ended = any(view.texts[i] in ENDS for i in range(max(first, last - 1), last + 1))
    return last - first + 1 >= PARAGRAPH and ended
