"""Repair damaged text step by step, keeping track of where each character came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dprk_events.reading.alignment import Alignment, Edit, apply
from dprk_events.reading.mending.breaks import joins
from dprk_events.reading.mending.steps import SPACES, STEPS

_ROUNDS: tuple[tuple[str, Callable[[str, int], Iterable[Edit]]], ...] = (
    *((step.name, step.edits) for step in STEPS),
    ("lines", joins),
    (SPACES.name, SPACES.edits),
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A reading text. ``counts`` is the number of repairs by the name of the step."""

    text: str
    alignment: Alignment
    counts: Mapping[str, int]


def mend(text: str, start: int = 0) -> Mended | None:
    """Repair ``text`` from offset ``start`` on; None if there is nothing to repair."""
    alignment: Alignment | None = None
    counts: Counter[str] = Counter()
    for name, find in _ROUNDS:
        edits = list(find(text, start))
        if edits:
            counts[name] += len(edits)
            text, made = apply(text, edits)
            alignment = made if alignment is None else alignment.then(made)
    return None if alignment is None else Mended(text, alignment, dict(counts))
