"""Where the title ends and the text below it begins."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.roles import Fill
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

A_OR_SOME = word_lists(__package__)["a_or_some"]


def title_sentences(view: DocView) -> int:
    """Count the sentences on the first line; 0 where no text stands below it."""
    line = view.first_line
    return 0 if line.body is None else view.sentence_at[line.last] + 1


def tells_anew(view: DocView, fills: Sequence[Fill]) -> bool:
    """Return whether a weapon is told as if for the first time: "Deux engins", not "Les engins"."""
    for fill in fills:
        phrase = view.phrase(fill.first)
        if fill.role == "instrument" and phrase is not None:
            words = view.words[phrase.start : phrase.last + 1]
            return phrase.counted is not None or not A_OR_SOME.isdisjoint(words)
    return False
