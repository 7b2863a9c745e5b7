"""Read numbers as French writes them: "3 000", "dix-sept", "deux mille", "une centaine"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from importlib import resources
from tomllib import TOMLDecodeError, loads
from typing import Any

from dprk_events.french.folding import key
from dprk_events.french.word_lists import WordListError

NAME = "numbers.toml"
DIGITS = r"(?:\d{1,3}(?:[ .'\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:,\d+)?"
"""A number in digits: "9,8", "10 000", "10.000" and "10'000" are one each."""


SHORT_TENS, TEN = (70, 80, 90), 10


@dataclass(frozen=True)
class NumberTables:
    """``numbers.toml``: folded words and their numbers, in the order of the file."""

    articles: Mapping[str, int]
    """"un" and "une", which are articles too."""
    words: Mapping[str, int]
    """All other single number words ("deux", "mille")."""
    collective: Mapping[str, int]
    """Nouns for about so many, in the singular ("dizaine", "millier", "million")."""
    halves: Mapping[str, int]
    """Nouns for exactly half of so many ("demi-million")."""

    @cached_property
    def short_numbers(self) -> frozenset[str]:
        """Numbers of two words that begin as only outside France: "septante-deux"."""
        tens = [word for word, value in self.words.items() if value in SHORT_TENS]
        units = [word for word, value in self.words.items() if value < TEN]
        return frozenset(f"{ten}-{unit}" for ten in tens for unit in (*units, "et-un", "et-une"))


@cache
def number_tables() -> NumberTables:
    """Load the tables in this package. Raises WordListError."""
    return parse_tables(resources.files(__package__).joinpath(NAME).read_text("utf-8"))


def parse_tables(text: str) -> NumberTables:
    """Parse and check the text of a file of number words. Raises WordListError."""
    try:
        raw = loads(text)
    except TOMLDecodeError as error:
        raise WordListError(f"{NAME}: not TOML: {error}. Mend the line it names.") from error
    names = ("articles", "words", "collective", "halves")
    return NumberTables(**{name: _table(raw, name) for name in names})


def _table(raw: dict[str, Any], name: str) -> dict[str, int]:
    table = raw.get(name)
    if not isinstance(table, dict) or not table:
        raise WordListError(f"{NAME}: no table [{name}]. Add it, with lines like “deux” = 2.")
    for word, value in table.items():
        if type(value) is not int or value < 1:
            raise WordListError(f"{NAME}: {name}: “{word}” needs a whole number above 0")
        if word != key(word):
            raise WordListError(f"{NAME}: {name}: “{word}” can never match. Write “{key(word)}”.")
    return table


@lru_cache(maxsize=4096)
def number_words(phrase: str) -> int | None:
    """Return the value of a lower-case number phrase, None if it is none. Library: text2num."""
    from text_to_num import text2num  # noqa: PLC0415  (only where a number word is met)

    try:
        return int(text2num(phrase, "fr"))
    except ValueError:
        return None


def number_word(word: str) -> int | None:
    """Return the value of a hyphenated number word ("dix-sept"), None for other words."""
    if "-" not in word or word[0] not in "cdhmnqstuv":
        return None
    return number_words(word.replace("-et-", " et "))


def digits_value(digits: str) -> Decimal:
    """Return the value of a match of :data:`DIGITS`."""
    return Decimal(re.sub(r"[^\d,]", "", digits).replace(",", "."))


def _single(word: str) -> int | None:
    tables = number_tables()
    return tables.words.get(word) or tables.articles.get(word)


def value_of(parts: Sequence[str]) -> int | None:
    """Return the value of consecutive number words; None if they form no number ("cinq", "six")."""
    return _single(parts[0]) if len(parts) == 1 else number_words(" ".join(parts))
