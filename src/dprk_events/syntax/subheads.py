"""Subheads between the paragraphs of an article: "Tensions croissantes", "Une « provocation »".

They tell nothing of their own, and what stands below them goes on from what stands above.
"""

from __future__ import annotations

from dprk_events.syntax.first_line import goes_on
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
    for number in range(1, len(view.sentences) - 1):
        alone = not goes_on(view, number) and not goes_on(view, number + 1)
        if alone and _is_subhead(view, number):
            found.add(number)
    return found


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
