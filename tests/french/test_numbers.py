"""Numbers in words and digits, and how mistakes in their tables are told."""

from __future__ import annotations

import pytest

from dprk_events.french import WordListError
from dprk_events.french.amounts import read_amount
from dprk_events.french.numbers import (
    digits_value,
    number_tables,
    number_word,
    number_words,
    parse_tables,
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
    found = read_amount(text)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("douze millions", 12_000_000, 1_000_000),
        ("trois dizaines de milliers", 30_000, 10_000),
        ("un million deux cent mille", 1_200_000, 100_000),
        ("3 millions et 400 000 tonnes", 3_400_000, 1),
        ("14 mille", 14_000, 1000),
        ("8,5 milliards", 8_500_000_000, 1_000_000_000),
        ("sept millions et demi", 7_500_000, 1_000_000),
        ("un demi-millier", 500, 1),
        ("60 canons et 30 chars", 60, 1),
    ],
)
def test_amounts_with_what_multiplies_them(text: str, value: int, unit: int) -> None:
    found = read_amount(text)
    assert found is not None
    assert (int(found.value), found.unit, found.sure) == (value, unit, True)


@pytest.mark.parametrize(
    ("text", "value", "several"),
    [
        ("un millier", 1000, False),
        ("une petite centaine", 100, False),
        ("une centaine de milliers", 100_000, False),
        ("des centaines", 100, True),
        ("quelques dizaines de milliers", 10_000, True),
    ],
)
def test_amounts_that_are_about_so_many(text: str, value: int, several: bool) -> None:
    found = read_amount(text)
    assert found is not None
    assert (int(found.value), found.sure, found.several) == (value, False, several)


def test_a_text_without_number_words_has_none() -> None:
    assert read_amount("et les missiles") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 000", 3000), ("1.200.000", 1_200_000), ("12\u202f345", 12345), ("2024", 2024),
        ("45'600", 45_600),
    ],
)  # fmt: skip
def test_digits(text: str, value: int) -> None:
    assert digits_value(text) == value
    found = read_amount(text)
    assert found is not None
    assert found.value == value


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
