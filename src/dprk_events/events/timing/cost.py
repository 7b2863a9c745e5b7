"""Measure how far a date is from a trigger: in words, plus verbs, conjunctions and triggers."""

from __future__ import annotations

from collections.abc import Collection

from dprk_events.events.timing.verbs import is_plain_verb
from dprk_events.french import word_lists
from dprk_events.syntax import DocView, is_reduced

FAR = 30
"""A date that costs more than this is not near."""
COST_OF_WORD: dict[str, float] = {
    **dict.fromkeys(word_lists(__package__)["parting"], 6.0),
    ";": 10.0,
    ":": 10.0,
    ",": 1.5,
}
TRIGGER, VERB, INFINITIVE, PARTICIPLE = 6.0, 5.0, 1.0, 0.5
"""Cost of each of these between date and trigger."""
BEHIND_VERB, BEFORE_TRIGGER = 8.0, 2.0
"""Cost of a date before the trigger that directly follows a verb, or does not open its sentence."""
OPENING = 4
"""A date within this many first words opens its sentence."""


def least_cost(
    view: DocView, tokens: Collection[int], date: int, others: Collection[int]
) -> float | None:
    """Return the cost from the date at token ``date`` to the nearest of ``tokens``; None if far.

    ``others`` are triggers of other mentions.
    """
    costs = [cost(view, token, date, others) for token in tokens if abs(token - date) <= FAR]
    return min(costs, default=None)


def cost(view: DocView, token: int, date: int, others: Collection[int]) -> float:
    """Return the cost between the date and the trigger at these tokens."""
    low, high = (date, token) if date < token else (token, date)
    total = float(high - low)
    for i in range(low + 1, high):
        if i in others:
            total += TRIGGER
        elif is_plain_verb(view, i):
            total += _of_verb(view, i)
        total += COST_OF_WORD.get(view.words[i], 0.0)
    return total + _of_place(view, token, date) if date < token else total


def _of_verb(view: DocView, i: int) -> float:
    """Return the cost of a verb: lower for "l'armée équipée en 2019 de", "pour tirer"."""
    if is_reduced(view, i):
        return PARTICIPLE
    infinitive = view.tokens[i].is_infinitive
    return INFINITIVE if infinitive else VERB


def _of_place(view: DocView, token: int, date: int) -> float:
    """Return the cost of the position of a date before the trigger."""
    behind = date > 0 and is_plain_verb(view, date - 1)
    inside = date > view.sentence(token)[0] + OPENING
    return (BEHIND_VERB if behind else 0.0) + (BEFORE_TRIGGER if inside else 0.0)
