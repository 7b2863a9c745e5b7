"""Read one amount: "12'000", "vingt-cinq millions", "une dizaine de milliers", "2 000 et demi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dprk_events.french.numbers import DIGITS, digits_value, number_tables, value_of
from dprk_events.french.word_lists import closed_class, word_lists

_TOKENS = re.compile(rf"{DIGITS}|demi-[^\W\d_]+|[^\W\d_]+'?")
HUNDRED = 100
"""From here on a number word multiplies what stands before it: "cent", "mille"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """What a phrase says, hedges aside."""

    value: Decimal
    unit: int
    """What its last number was multiplied by: 1000 for "12 mille", 1 for "12"."""
    sure: bool
    """A number says how many: "deux milliers", not "un millier"."""
    several: bool = False
    """ "des milliers": ``value`` is one of them."""


def read_amount(text: str) -> Amount | None:
    """Read the first amount of a text folded by :func:`key`; None if there is none."""
    tokens = _TOKENS.findall(text)
    terms: list[Amount] = []
    place = after = 0
    while place < len(tokens):
        term, end = _term(tokens, place)
        if term is None:
            place = end
            continue
        apart = tokens[after:place]
        if terms and (term.value >= terms[-1].unit or " ".join(apart) not in _ADDING):
            break  # another number, not a part of this one: "un million" and "deux cent mille"
        terms.append(term)
        place = after = end
    if not terms:
        return None
    sure = terms[0].sure or len(terms) > 1
    return Amount(sum((t.value for t in terms), Decimal()), terms[-1].unit, sure, terms[0].several)


_ADDING = word_lists(__package__, "amounts.toml")["adding"] | {""}
_OF = closed_class("of")
_MORE_THAN_ONE = closed_class("several") | closed_class("plural_determiners")
_HALF = {tuple(words.split()) for words in closed_class("and_a_half")}


def _term(tokens: Sequence[str], first: int) -> tuple[Amount | None, int]:
    """Read a number with its units, or a unit alone, and give the token behind what was read."""
    number, shared, after = _number(tokens, first)
    if number is None and after > first:
        return None, after  # "cinq six"
    unit, end = _units(tokens, after)
    if end == after:
        following = tokens[after : after + 2]
        if following and (exact := number_tables().halves.get(following[0])):
            return Amount(Decimal(exact), 1, sure=True), after + 1
        if number is None:
            return None, first + 1
        if tuple(following) in _HALF:
            return Amount(number + Decimal(shared) / 2, shared, sure=True), after + 2
        if following and _article(tokens[first:after]) and _unit(following[-1]):
            return None, after  # "une bonne centaine": no number, but an article
        return Amount(number, shared, sure=True), after
    value = Decimal(unit) if number is None else number * unit
    if tuple(tokens[end : end + 2]) in _HALF:
        return Amount(value + Decimal(unit) / 2, unit, sure=True), end + 2
    if number is not None:
        return Amount(value, unit * shared, sure=not _article(tokens[first:after])), end
    plural = tokens[after].endswith("s") or not _MORE_THAN_ONE.isdisjoint(tokens[:first])
    return Amount(value, unit, sure=False, several=plural), end


def _article(tokens: Sequence[str]) -> bool:
    """Return whether a number word may be an article: "un millier" is only about a thousand."""
    return all(token in number_tables().articles for token in tokens)


def _number(tokens: Sequence[str], first: int) -> tuple[Decimal | None, int, int]:
    """Read digits or number words: their value, what multiplied it, and the token behind them."""
    if tokens[first][0].isdigit():
        value, shared, after = digits_value(tokens[first]), 1, first + 1
    else:
        after = _end_of_words(tokens, first)
        found = value_of(tokens[first:after]) if after > first else None
        if found is None:
            return None, 1, after
        shared = 1
        for word in reversed(tokens[first:after]):
            if _multiplier(word) == 1:
                break
            shared *= _multiplier(word)
        return Decimal(found), shared, after
    while after < len(tokens) and _multiplier(tokens[after]) > 1:
        shared *= _multiplier(tokens[after])
        after += 1
    return value * shared, shared, after


def _end_of_words(tokens: Sequence[str], first: int) -> int:
    """Return the token behind a run of number words; "et" between two of them is included."""
    tables = number_tables()
    end = place = first
    while place < len(tokens):
        if tokens[place] in tables.words or tokens[place] in tables.articles:
            end = place + 1
        elif place == first or tokens[place] not in _ADDING:
            break
        place += 1
    return end


def _multiplier(word: str) -> int:
    value = number_tables().words.get(word, 1)
    return value if value >= HUNDRED else 1


def _units(tokens: Sequence[str], first: int) -> tuple[int, int]:
    """Multiply the units from a token on: "millions", "dizaines de milliers"."""
    unit, end = 1, first
    while end < len(tokens):
        at = end + 1 if end > first and tokens[end] in _OF else end
        value = _unit(tokens[at]) if at < len(tokens) else None
        if value is None:
            break
        unit, end = unit * value, at + 1
    return unit, end


def _unit(word: str) -> int | None:
    nouns = number_tables().collective
    return nouns.get(word) or nouns.get(word.removesuffix("s"))
