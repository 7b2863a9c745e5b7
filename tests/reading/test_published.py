"""Dates given from outside the text."""

from __future__ import annotations

import datetime as dt

import pytest

from dprk_events.reading import parse_published
from dprk_events.reading.published import date_in_name, parse_timestamp


def test_parse_published() -> None:
    assert parse_published(" 2024-01-05 ") == dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    "value", ["", "5 janvier 2024", "05/01/2024", "2024-1-5", "20240105", "٢٠٢٤-٠١-٠٥"]
)
def test_parse_published_refused(value: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_published(value)


def test_parse_published_no_such_day() -> None:
    with pytest.raises(ValueError, match="no such day"):
        parse_published("2023-02-29")


@pytest.mark.parametrize(
    "value", ["2024-01-05", "2024-01-05T23:30:00+09:00", "2024-01-05 08:00", "2024-01-05 8h00"]
)
def test_parse_timestamp(value: str) -> None:
    assert parse_timestamp(value) == dt.date(2024, 1, 5)


@pytest.mark.parametrize("value", ["2024-01-05 environ", "2024-01-05/2024-01-07", "2024-01-051"])
def test_parse_timestamp_refused(value: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_timestamp(value)


@pytest.mark.parametrize(
    "name",
    ["2024-01-05.txt", "2024-01-05_kim.txt", "20240105-kim.txt", "20240105.txt", "2024_01_05 a.md",
     "2024.01.05.txt", "dir/2024-01-05T10-00.txt", "20240105_2.txt"],
)  # fmt: skip
def test_date_in_name(name: str) -> None:
    assert date_in_name(name) == dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    "name",
    ["a-2024-01-05.txt", "2024-01.txt", "2024-13-05.txt", "20240230.txt", "202401051.txt", "-",
     "20240105abc.txt", "18900105.txt", "2024-01-05/a.txt", "2024-0105.txt"],
)  # fmt: skip
def test_no_date_in_name(name: str) -> None:
    assert date_in_name(name) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("4 mai 2024", "2024-05-04"),
        ("samedi 4 mai 2024 à 10h12", "2024-05-04"),
        ("1er janvier 2020", "2020-01-01"),
        ("25/12/2024", "2024-12-25"),
        ("25.3.2024", "2024-03-25"),
        ("05.09.2024", "2024-09-05"),
        ("5.9.2024 10:34", "2024-09-05"),
        ("jeu. 5 sept. 2024 à 10h34", "2024-09-05"),
        ("Sat, 04 May 2024 10:00:00 GMT", "2024-05-04"),
        ("May 4, 2024", "2024-05-04"),
    ],
)
def test_a_full_date_in_words_is_read(value: str, day: str) -> None:
    assert parse_timestamp(value) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "value",
    ["mai 2024", "hier", "2024", "le 3 mars", "31 février 2024", "12 h 30", "03/04/2024"],
)
def test_nothing_is_filled_in(value: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        parse_timestamp(value)
