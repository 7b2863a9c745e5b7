"""Read number phrases as value, least and greatest ("plus de 10 000", "plusieurs dizaines")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dprk_events.french import closed_class, key, word_lists
from dprk_events.french.amounts import read_amount
from dprk_events.french.word_lists import whole_words

_LISTS = word_lists(__package__)
SEVERAL = closed_class("several")
_AT_LEAST = whole_words(_LISTS["at_least"])
_AT_MOST = whole_words(_LISTS["at_most"])
_ABOUT = whole_words(_LISTS["about"])
_FRACTION = whole_words(closed_class("fractions"))
_ENDS = "|".join(sorted(_LISTS["range_ends"]))
_HALF = "|".join(word.split()[-1] for word in sorted(closed_class("and_a_half")))
_RANGE = re.compile(rf"\s+(?:{_ENDS})\s+(?!(?:{_HALF})\b)|(?<=\d)\s?[-–]\s?(?=\d)")
TWO = 2
MOST = 10**15
"""No number of things is greater; 64-bit integers, as other programs have them, can hold it."""
DIGIT = 9
"""Several of a unit are two to nine of it: "des milliers" is 2000 to 9999."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` if the number is exact; else ``low`` and ``high``, None if open."""

    value: int | None
    low: int | None
    high: int | None


def read_quantity(words: str) -> Quantity | None:
    """Read a number phrase; None if it contains no whole number.

    "deux" is exact; "une centaine", "près de 3 000" are about (low and high within a tenth);
    "plusieurs dizaines" is 20 to 99, "des milliers" 2000 to 9999; "plus de" opens the top; "entre 4
    et 6 millions" has both ends. A fraction ("trois quarts") is a part of something, no number.
    """
    text = key(words).replace("*", "").strip()
    if text in SEVERAL:
        return Quantity(None, 2, None)
    if _FRACTION.search(text):
        return None
    bounds = _range(text) or _bounds(text)
    if bounds is None:
        return None
    low, high, sure = bounds
    if _AT_LEAST.search(text):
        return Quantity(None, low, None)
    if _AT_MOST.search(text):
        return Quantity(None, None, high)
    if low != high:
        return Quantity(None, low, high)
    if not sure or _ABOUT.search(text):
        return Quantity(None, low - low // 10, low + low // 10)
    return Quantity(low, low, low)


Bounds = tuple[int, int, bool]
"""Least and greatest, and whether they are exact."""


def _range(text: str) -> Bounds | None:
    """Read the two ends of a range: "4 et 6 millions", "10 000 à 12 000", "deux à trois cents"."""
    ends = [read_amount(end) for end in _RANGE.split(text)]
    if len(ends) != TWO or ends[0] is None or ends[1] is None:
        return None
    lower, upper, together = ends[0], ends[1], read_amount(text)
    low, high = lower.value, upper.value
    if together is not None and together.value > high:
        return None  # "vingt et un mille" is one number
    if lower.unit == 1 and low * upper.unit < high:
        low *= upper.unit
    return _whole(low, high, sure=True) if low < high else None


def _bounds(text: str) -> Bounds | None:
    """Return the least and the greatest that a phrase says, hedges aside."""
    amount = read_amount(text)
    if amount is None:
        return None
    if amount.several:
        return _whole(2 * amount.value, (DIGIT + 1) * amount.value - 1, sure=True)
    return _whole(amount.value, amount.value, sure=amount.sure)


def _whole(low: Decimal, high: Decimal, *, sure: bool) -> Bounds | None:
    if high > MOST or low % 1 or high % 1:
        return None
    return int(low), int(high), sure
