"""Small helpers of the signs: steps of a number, the sentence in which a row is told first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dprk_events.events import Event
from dprk_events.syntax import DocView


def step(number: int, least: Sequence[int]) -> str:
    """Return the step on which a number stands: "<15", "15+", "25+"."""
    at = bisect_right(least, number)
    return f"<{least[0]}" if at == 0 else f"{least[at - 1]}+"


def first_of(event: Event, view: DocView) -> int:
    """Return the number of the first sentence that tells of a row."""
    return min(view.sentence_at[mention.token] for mention in event.mentions)
