"""Read number phrases as value, least and greatest ("plus de 10 000", "plusieurs dizaines")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dprk_events.french import closed_class, key, word_lists
from dprk_events.french.numbers import first_digits, number_parts, number_tables, value_of
from dprk_events.french.word_lists import whole_words

_LISTS = word_lists(__package__)
SEVERAL = closed_class("several")
_SEVERAL = whole_words(SEVERAL)
_MORE_THAN_ONE = whole_words(SEVERAL | _LISTS["plural_determiners"])
_AT_LEAST = whole_words(_LISTS["at_least"])
_AT_MOST = whole_words(_LISTS["at_most"])
_ABOUT = whole_words(_LISTS["about"])


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` if the number is exact; else ``low`` and ``high``, None if open."""

    value: int | None
    low: int | None
    high: int | None


def read_quantity(words: str) -> Quantity | None:
    """Read a number phrase; None if it contains no number.

    "deux" is exact; "une centaine", "près de 3 000" are approximate (low and high within a tenth);
    "plusieurs dizaines" is 20 to 99, "des milliers" 2000 to 9999; "plus de" has no upper bound.
    """
    text = key(words).replace("*", "").strip()
    if text in SEVERAL:
        return Quantity(None, 2, None)
    digits, parts, unit = first_digits(text), number_parts(text), _unit(text)
    bounds = _bounds(text, digits, parts, unit)
    if bounds is None:
        return None
    low, high = bounds
    if _AT_LEAST.search(text):
        return Quantity(None, low, None)
    if _AT_MOST.search(text):
        return Quantity(None, None, high)
    if low != high:
        return Quantity(None, low, high)
    counted = digits is not None or any(word in number_tables().words for word in parts)
    if (unit is not None and not counted) or _ABOUT.search(text):
        return Quantity(None, low - low // 10, low + low // 10)
    return Quantity(low, low, low)


def _bounds(
    text: str, digits: int | None, parts: list[str], unit: int | None
) -> tuple[int, int] | None:
    """Return least and greatest number, ignoring hedges: the phrase's number times its unit."""
    if digits is not None:
        return digits * (unit or 1), digits * (unit or 1)
    if unit is None:
        total = value_of(parts) if parts else None
        return None if total is None else (total, total)
    if _MORE_THAN_ONE.search(text) or _plural_units().search(text):
        times = value_of(parts[:1]) if parts else None
        if times is not None and not _SEVERAL.search(text):
            return times * unit, times * unit
        return 2 * unit, 10 * unit - 1
    return unit, unit


def _unit(text: str) -> int | None:
    """Return the number that an approximate noun stands for ("centaine"); None if there is none."""
    return next((value for noun, value in _units() if noun.search(text)), None)


@cache
def _units() -> list[tuple[re.Pattern[str], int]]:
    nouns = number_tables().collective
    return [(whole_words((noun, noun + "s")), value) for noun, value in nouns.items()]


@cache
def _plural_units() -> re.Pattern[str]:
    return whole_words(noun + "s" for noun in number_tables().collective)
