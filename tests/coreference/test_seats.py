"""Which body a town stands for: the table and its mistakes."""

from __future__ import annotations

import pytest

from dprk_events.coreference.seats import SeatError, parse, seats

HEAD = "place,body,kb\n"


def test_brussels_is_the_union() -> None:
    assert seats()["bruxelles"].name == "Union européenne"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("place,body\n", "seats.csv: the first line must be place,body,kb"),
        (HEAD + "Vienne,AIEA\n", "seats.csv:2: 2 cells. Write place,body,kb"),
        (HEAD + "Vienne,A,Q1\nVIENNE,B,Q2\n", "seats.csv:3: VIENNE stands there already"),
    ],
)
def test_mistakes_are_named(text: str, message: str) -> None:
    with pytest.raises(SeatError, match=message):
        parse("seats.csv", text)
