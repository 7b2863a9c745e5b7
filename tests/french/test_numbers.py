"""Numbers in words and digits, and how mistakes in their tables are told."""

from __future__ import annotations

import pytest

from dprk_events.french import WordListError
from dprk_events.french.numbers import (
    digits_in,
    number_parts,
    number_tables,
    number_word,
    number_words,
    parse_tables,
    value_of,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("deux", 2),
        ("une", 1),
        ("dix-sept", 17),
        ("vingt-et-un missiles", 21),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-neuf", 99),
        ("cent six", 106),
        ("deux mille trois cents soldats", 2300),
        ("cinq cent mille", 500_000),
        ("cinq six", None),
    ],
)
def test_number_words_of_a_text(text: str, value: int | None) -> None:
    assert value_of(number_parts(text)) == value


def test_a_text_without_number_words_has_none() -> None:
    assert number_parts("et les missiles") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("3 000", 3000), ("1.200.000 obus", 1_200_000), ("12\u202f345", 12345), ("2024", 2024)],
)
def test_digits(text: str, value: int) -> None:
    assert digits_in(text)[:1] == [value]


def test_no_digits() -> None:
    assert digits_in("trois") == []


def test_hyphened_words_and_phrases() -> None:
    assert number_word("quatre-vingt-dix") == 90
    assert number_word("nord-coréen") is None
    assert number_word("sept") is None
    assert number_words("vingt et un") == 21
    assert number_words("vingt missiles") is None


def test_every_word_of_the_table_is_the_number_that_the_library_knows() -> None:
    tables = number_tables()
    for word, value in {**tables.articles, **tables.words}.items():
        assert number_words(word) == value, word


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[words", "not TOML"),
        ("[words]\ndeux = 2", r"no table \[articles\]. Add it"),
        ("[articles]\nun = 0", "articles: “un” needs a whole number above 0"),
        ("[articles]\nUn = 1", "articles: “Un” can never match. Write “un”"),
    ],
)
def test_mistakes_name_the_table_and_the_remedy(text: str, told: str) -> None:
    with pytest.raises(WordListError, match=told):
        parse_tables(text)
