"""EDTF values as days, and whether two can mean the same day."""

from __future__ import annotations

import pytest

from dprk_events.known.days import days_of, fit


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2018-06-12", "2018-06-12", "2018-06-12"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2024-34", "2024-04-01", "2024-06-30"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2019-02-27/2019-02-28", "2019-02-27", "2019-02-28"),
        ("{2023-12-30,2024-01-02}", "2023-12-30", "2024-01-02"),
        ("2024~", "2022-12-31", "2026-01-01"),
        ("2024-03-10/..", "2024-03-10", "None"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    days = days_of(value)
    assert days is not None
    assert (str(days.first), str(days.last)) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "jeudi", "2018-13", "2018-02-30", "XXXX-02-30", "../..", "2019/2018", "199X-02"]
)
def test_what_is_no_value(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("known", "asked", "how"),
    [
        ("2017-11-29", "2017-11", "same"),
        ("2017-11-29", "2017-11-28", "near"),
        ("2017-11-29", "2017-11-27", None),
        ("2017-11-01", "2017-10", None),
        ("2017-11-29", "XXXX-11-29", "same"),
        ("2017-11-29", "XXXX-11-28", "near"),
        ("2017-11-29", "XXXX-12", None),
        ("2017-12-31/2018-01-01", "XXXX-01", "same"),
        ("2024-03-10/..", "2030", "same"),
    ],
)
def test_fit(known: str, asked: str, how: str | None) -> None:
    one, other = days_of(known), days_of(asked)
    assert one is not None
    assert other is not None
    assert fit(one, other) == how
