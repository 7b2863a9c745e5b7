"""What a test says of two events: points for or against one happening, or that they are apart."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.linking.when import When, span

APART = float("-inf")
"""Points of what rules out that two events are one happening."""
DECIDED = 5.0
"""Points of what decides that they are, whatever else is said differently."""


class Verdict(NamedTuple):
    """The answer of a test: points above 0 are a yes, :data:`APART` a no, others speak against.

    A test that does not know gives None instead. ``reason`` is for people; ``what`` are the values
    that it speaks of.
    """

    points: float
    reason: str
    what: tuple[object, ...] = ()

    def __str__(self) -> str:
        """Return the reason with its values."""
        values = ", ".join(map(_in_words, self.what))
        return f"{self.reason} ({values})" if values else self.reason


def _in_words(value: object) -> str:
    if isinstance(value, When):
        return span(value)
    if isinstance(value, frozenset):
        return " + ".join(sorted(map(str, value)))
    if isinstance(value, tuple):  # smallest and largest number
        low, high = ("" if each is None else str(each) for each in value)
        return low if low == high else f"{low}..{high}"
    return str(value)
