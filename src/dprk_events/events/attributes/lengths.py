"""Read lengths as the press writes them: "6.248,5 km", "de 300 à 400 kilomètres", "mille km"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dprk_events.events.attributes.data import AttributeDataError, Entry, Words, checked, read
from dprk_events.events.roles.quantity import read_quantity

NAME = "lengths.toml"
DIGITS = r"(?<!\d)(?:\d{1,3}(?:[ .]\d{3}){1,2}(?:,\d{1,6})?|\d{1,9}(?:[,.]\d{1,6})?)(?!\d)"
"""No flight has more digits: a longer run of them is no length."""


class LengthFile(Entry):
    """The whole file: fragments of regular expressions."""

    numbers: Words
    plural_numbers: Words
    number_joints: Words
    some: Words
    collectives: Words
    of_collectives: Words
    single: Words
    at_least: Words
    at_most: Words
    about: Words
    range_openers: Words
    range_joints: Words
    range_units: Words
    kilometres: Words
    metres: Words
    no_length_after: Words


@dataclass(frozen=True, slots=True)
class Length:
    """Kilometres: ``value`` if the text gives one figure, the bounds if it gives bounds.

    "420 km" sets all three to the same figure; "environ 420 km" sets the value alone, since the
    text does not say how near; a range or "plus de 400 km" sets the bounds alone.
    """

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Lengths:
    """The patterns of lengths, compiled."""

    pattern: str
    """A length, as the group ``length`` of a regular expression over lower-case text."""
    number: re.Pattern[str]
    some: re.Pattern[str]
    at_least: re.Pattern[str]
    at_most: re.Pattern[str]
    about: re.Pattern[str]
    in_metres: re.Pattern[str]
    single: tuple[str, ...]
    plural_numbers: frozenset[str]


@cache
def load_lengths() -> Lengths:
    """Read and check ``lengths.toml``. Raises AttributeDataError."""
    return parse(read(NAME))


def parse(text: str) -> Lengths:
    """Build the patterns from a file's text. Raises AttributeDataError."""
    file = checked(NAME, text, LengthFile)
    word = _any(file.numbers)
    spoken = rf"{word}(?:{_any(file.number_joints)}{word})*"
    number = rf"(?:{DIGITS}|\b{spoken}\b)"
    some = rf"{_any(file.some)}?{_any(file.collectives)} {_any(file.of_collectives)}"
    before = _any([*file.at_least, *file.at_most, *file.about])
    upper = rf"(?: ?{_any(file.range_joints)} ?{number})?"
    figures = rf"{number}(?: ?{_any(file.range_units)})?{upper}"
    unit = rf"{_any([*file.kilometres, *file.metres])}\b(?! ?{_any(file.no_length_after)})"
    return Lengths(
        pattern=rf"(?P<length>{before}*{_any(file.range_openers)}?(?:{some}|{figures}) ?{unit})",
        number=_regex("numbers", number),
        some=_regex("some", some),
        at_least=_regex("at_least", _any(file.at_least)),
        at_most=_regex("at_most", _any(file.at_most)),
        about=_regex("about", _any(file.about)),
        # Letters before it make it another unit: "kilomètres", "km".
        in_metres=_regex("metres", rf"(?<![^\W\d_]){_any(file.metres)}$"),
        single=tuple(file.single),
        plural_numbers=frozenset(file.plural_numbers),
    )


def _any(alternatives: Sequence[str]) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _regex(where: str, written: str) -> re.Pattern[str]:
    try:
        return re.compile(written)
    except re.error as error:
        raise AttributeDataError(f"{NAME}: {where}: not a regular expression: {error}") from error


def read_length(words: str) -> Length:
    """Read a match of the pattern of :class:`Lengths`, in lower case with plain spaces.

    Raises ValueError if it contains no number.
    """
    data = load_lengths()
    metres = data.in_metres.search(words) is not None
    if counted := data.some.search(words):
        return _collective(words, counted[0], metres=metres)
    rest = words
    for bound in (data.about, data.at_least, data.at_most):
        rest = bound.sub(" ", rest)
    numbers = [_read(found) for found in data.number.findall(rest)]
    if not numbers:
        raise ValueError(f"no number in {words!r}")
    if len(numbers) > 1:
        least, most = sorted(numbers[:2])
        return Length(None, _kilometres(least, metres), _kilometres(most, metres))
    sure = data.about.search(words) is None
    return _bounded(words, _kilometres(numbers[0], metres), sure=sure)


def _collective(words: str, counted: str, *, metres: bool) -> Length:
    """Read "une centaine de kilomètres", "plusieurs centaines de mètres"."""
    quantity = read_quantity(counted)
    if quantity is None:
        raise ValueError(f"no number in {words!r}")
    low, high = quantity.low, quantity.high
    if counted.startswith(load_lengths().single) and low is not None and high is not None:
        return _bounded(words, _kilometres((low + high) // 2, metres), sure=False)
    return Length(None, _kilometres(low, metres), _kilometres(high, metres))


def _bounded(words: str, value: float | None, *, sure: bool) -> Length:
    data = load_lengths()
    if data.at_least.search(words):
        return Length(None, value, None)
    if data.at_most.search(words):
        return Length(None, None, value)
    return Length(value, value, value) if sure else Length(value, None, None)


def _read(number: str) -> float:
    """Parse a figure; a point or space before three digits groups them, else it marks decimals."""
    if not number[0].isdigit():
        from text_to_num import text2num  # noqa: PLC0415  (only where a number word is met)

        for plural in load_lengths().plural_numbers:
            number = number.replace(plural, plural[:-1])
        return float(text2num(number, "fr"))
    return float(re.sub(r"[ .](?=\d{3}(?!\d))", "", number).replace(",", "."))


def _kilometres(value: float | None, metres: bool) -> float | None:
    if value is None:
        return None
    return round(value / 1000, 6) if metres else float(value)
