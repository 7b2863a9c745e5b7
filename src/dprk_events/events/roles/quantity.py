"""Read number phrases as value, least and greatest ("plus de 10 000", "plusieurs dizaines")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dprk_events.french import closed_class, key, word_lists
from dprk_events.french.numbers import digits_in, number_parts, number_tables, value_of
from dprk_events.french.word_lists import whole_words

_LISTS = word_lists(__package__)
SEVERAL = closed_class("several")
_SEVERAL = whole_words(SEVERAL)
_MORE_THAN_ONE = whole_words(SEVERAL | _LISTS["plural_determiners"])
_AT_LEAST = whole_words(_LISTS["at_least"])
_AT_MOST = whole_words(_LISTS["at_most"])
_ABOUT = whole_words(_LISTS["about"])
_AND_A_HALF = whole_words(_LISTS["and_a_half"])
_RANGE = re.compile(rf"\s+(?:{'|'.join(sorted(_LISTS['range_ends']))})\s+(?!demie?\b)")
TWO = 2


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` if the number is exact; else ``low`` and ``high``, None if open."""

    value: int | None
    low: int | None
    high: int | None


def read_quantity(words: str) -> Quantity | None:
    """Read a number phrase; None if it contains no number.

    "deux" is exact; "une centaine", "près de 3 000" are about (low and high within a tenth);
    "plusieurs dizaines" is 20 to 99, "des milliers" 2000 to 9999; "plus de" opens the top; "entre 4
    et 6 millions" has both ends.
    """
    text = key(words).replace("*", "").strip()
    if text in SEVERAL:
        return Quantity(None, 2, None)
    unit, parts = _unit(text), number_parts(text)
    bounds = _range(text, unit) or _half(text) or _bounds(text, parts, unit)
    if bounds is None:
        return None
    low, high = bounds
    if _AT_LEAST.search(text):
        return Quantity(None, low, None)
    if _AT_MOST.search(text):
        return Quantity(None, None, high)
    if low != high:
        return Quantity(None, low, high)
    counted = digits_in(text) or any(word in number_tables().words for word in parts)
    about = unit is not None and not counted and _half(text) is None
    if about or _ABOUT.search(text):
        return Quantity(None, low - low // 10, low + low // 10)
    return Quantity(low, low, low)


def _range(text: str, unit: int | None) -> tuple[int, int] | None:
    """Read the two ends of a range: "4 et 6 millions", "10 000 à 12 000", "deux ou trois"."""
    halves = _RANGE.split(text)
    if len(halves) != TWO or _AND_A_HALF.search(text):
        return None
    ends = [_end(half) for half in halves]
    if ends[0] is None or ends[1] is None:
        return None
    own = _unit(halves[0])
    low, high = ends[0] * (own or unit or 1), ends[1] * (unit or 1)
    return (int(low), int(high)) if low < high else None


def _end(half: str) -> Decimal | int | None:
    digits, parts = digits_in(half), number_parts(half)
    if digits:
        return digits[0] if len(digits) == 1 else None
    return value_of(parts) if parts else None


def _half(text: str) -> tuple[int, int] | None:
    """Read "un demi-million"."""
    found = next((n for word, n in number_tables().halves.items() if word in text.split()), None)
    return None if found is None else (found, found)


def _bounds(text: str, parts: list[str], unit: int | None) -> tuple[int, int] | None:
    """Return least and most that a phrase says, hedges aside: its number times its unit."""
    half = (unit or 0) // 2 if _AND_A_HALF.search(text) else 0
    if digits := digits_in(text):
        value = int(digits[0] * (unit or 1)) + half
        return value, value
    if unit is None:
        total = value_of(parts) if parts else None
        return None if total is None else (total, total)
    if _MORE_THAN_ONE.search(text) or _plural_units().search(text):
        times = value_of(parts[:1]) if parts else None
        if times is not None and not _SEVERAL.search(text):
            return times * unit + half, times * unit + half
        return 2 * unit, 10 * unit - 1
    return unit + half, unit + half


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
