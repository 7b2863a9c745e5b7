"""Lengths as the press writes them: "6.248,5 km", "entre 300 et 400 kilomètres", "mille km"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dprk_events.events.roles.quantity import read_quantity

_WORDS = (
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    "vingts?|trente|quarante|cinquante|soixante|cents?|mille"
)
_DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
_SPOKEN = rf"(?:{_WORDS})(?:(?:[ -]et[ -]|[ -])(?:{_WORDS}))*"
_SOME = r"(?:plusieurs |quelques |des |une? )?(?:dizaines?|centaines?|milliers?) (?:de |d')"
_NUMBER = rf"(?:{_DIGITS}|\b{_SPOKEN}\b)"
_AT_LEAST = (
    r"(?:un peu )?plus (?:de |d')|au moins |au-delà de |pas moins de |(?:a |ont |avait )?dépassé "
)
_AT_MOST = r"moins (?:de |d')|au plus |au maximum |jusqu'à "
_ABOUT = (
    "environ |quelque |près de |presque |à peu près |approximativement |autour de |"
    "(?:de )?l'ordre de |à peine |un peu "
)
_UNIT = r"(?:km|kilomètres?|mètres?|m)\b(?! ?(?:/|par |carré|cube|²|2\b))"

LENGTH = (
    rf"(?P<length>(?:{_AT_LEAST}|{_AT_MOST}|{_ABOUT})*(?:entre |de )?"
    rf"(?:{_SOME}|{_NUMBER}(?: ?(?:km|kilomètres))?(?: ?(?:à|et|ou|-|–) ?{_NUMBER})?) ?{_UNIT})"
)
"""A length, as the group ``length`` of a regular expression over lower-case text."""


@dataclass(frozen=True, slots=True)
class Length:
    """Kilometres: ``value`` where the text gives one figure, the bounds where it gives them.

    "420 km" has all three alike; "environ 420 km" the value alone: how near is not said; a range
    or "plus de 400 km" the bounds alone.
    """

    value: int | float | None
    low: int | float | None
    high: int | float | None


@cache
def _parts() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in (_NUMBER, _AT_LEAST, _AT_MOST, _ABOUT, _SOME))


def read_length(words: str) -> Length:
    """Read what :data:`LENGTH` found, in lower case with plain spaces.

    Raises ValueError where there is no number in it.
    """
    number, at_least, at_most, about, some = _parts()
    metres = re.search(r"(?<!kilo)mètres?$|(?<!k)m$", words) is not None
    if counted := some.search(words):
        quantity = read_quantity(counted[0])
        if quantity is None:
            raise ValueError(f"no number in {words!r}")
        if (
            counted[0].startswith(("une ", "un "))
            and quantity.low is not None
            and quantity.high is not None
        ):
            middle = _kilometres((quantity.low + quantity.high) // 2, metres)  # "une centaine"
            return _bounded(words, middle, at_least, at_most, sure=False)
        return Length(None, _kilometres(quantity.low, metres), _kilometres(quantity.high, metres))
    rest = at_most.sub(" ", at_least.sub(" ", about.sub(" ", words)))
    numbers = [_read(found) for found in number.findall(rest)]
    if not numbers:
        raise ValueError(f"no number in {words!r}")
    if len(numbers) > 1:
        least, most = sorted(numbers[:2])
        return Length(None, _kilometres(least, metres), _kilometres(most, metres))
    sure = about.search(words) is None
    return _bounded(words, _kilometres(numbers[0], metres), at_least, at_most, sure=sure)


def _bounded(
    words: str,
    value: int | float | None,
    at_least: re.Pattern[str],
    at_most: re.Pattern[str],
    *,
    sure: bool,
) -> Length:
    if at_least.search(words):
        return Length(None, value, None)
    if at_most.search(words):
        return Length(None, None, value)
    return Length(value, value, value) if sure else Length(value, None, None)


def _read(number: str) -> int | float:
    """Give the figure; a point or space before three digits groups them, else it parts off."""
    if not number[0].isdigit():
        from text_to_num import text2num  # noqa: PLC0415  (only where a number word is met)

        return int(text2num(number.replace("vingts", "vingt").replace("cents", "cent"), "fr"))
    whole = re.sub(r"[ .](?=\d{3}(?!\d))", "", number).replace(",", ".")
    return float(whole) if "." in whole else int(whole)


def _kilometres(value: int | float | None, metres: bool) -> int | float | None:
    if value is None:
        return None
    kilometres = round(value / 1000, 6) if metres else value
    return int(kilometres) if kilometres == int(kilometres) else kilometres
