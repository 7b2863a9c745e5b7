"""The tool that weighs signs: the same rows give the same bytes, and bins claim what they hold."""

from __future__ import annotations

import random
import tomllib
from itertools import pairwise

import pytest
from tools.calibrate_rows import (
    DEALS,
    RAREST,
    apart,
    bins_of,
    calibrate,
    rated,
    reliability,
    surest,
    written,
)
from tools.judged_rows import UNREAL, Judged

from dprk_events.participants.confidence import CELLS, table_of


def made(count: int = 400) -> list[Judged]:
    """Rows of which those with the sign "bad" often have a wrong date, and "ghost" is no event."""
    dice = random.Random(1)  # noqa: S311 (no secret)
    rows = []
    for number in range(count):
        signs = tuple(sign for sign in ("bad", "ghost", "plain") if dice.random() < 0.5)
        wrong = frozenset({"date"}) if "bad" in signs and dice.random() < 0.6 else frozenset()
        wrong = UNREAL if "ghost" in signs and dice.random() < 0.4 else wrong
        rows.append(
            Judged(
                dict.fromkeys(CELLS, signs), 0.5, wrong, f"t{number // 3}", tuned=number % 2 == 0
            )
        )
    return rows


def test_the_same_rows_give_the_same_bytes_in_any_order() -> None:
    rows, told = made(), list[str]()
    once = written(*calibrate(rows, told.append))
    assert once == written(*calibrate(rows, told.append))
    table = table_of(tomllib.loads(once), "made")
    assert table.weights["date"]["bad"] < -1 < 0.5 > table.weights["who"].get("bad", 0.0)
    assert table.weights["real"]["ghost"] < -1
    assert told[0].startswith("right of the surest tenth ")


def test_a_rare_sign_is_not_weighed() -> None:
    rows = made()
    for n in range(RAREST - 1):
        signs = {cell: (*given, "rare") for cell, given in rows[n].signs.items()}
        rows[n] = rows[n]._replace(signs=signs)
    weights, _ = calibrate(rows, lambda _: None)
    assert all("rare" not in weights.signs[cell] for cell in CELLS)


def test_bins_rise_and_say_what_they_hold() -> None:
    rows = [
        Judged({}, 0.0, frozenset() if n % 10 < tens else UNREAL, sure=(tens / 10, 1, 1, 1, 1))
        for tens in range(1, 10)
        for n in range(400 * DEALS)
    ]
    bins = bins_of(rows)
    assert len(bins) == 9
    assert bins[0][0] == 0
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(bins))
    for row in rated(rows, bins):
        assert row.confidence == pytest.approx(row.sure[0], abs=0.02)
    assert "right 0.50" in [*reliability(rated(rows, bins))][-1]
    assert "surest tenth 0.9" in surest(rows)


def test_bins_that_their_rows_do_not_tell_apart_are_one() -> None:
    def bins(each: int) -> list[tuple[float, float]]:
        rows = [
            Judged({}, 0.0, frozenset() if n % 10 < tens else UNREAL, sure=(tens / 10, 1, 1, 1, 1))
            for tens in (8, 9)
            for n in range(each * DEALS)
        ]
        return bins_of(rows)

    assert [share for _, share in bins(50)] == [pytest.approx(0.85, abs=0.02)]
    assert [share for _, share in bins(500)] == [
        pytest.approx(0.8, abs=0.01),
        pytest.approx(0.9, abs=0.01),
    ]


def test_the_area_under_the_curve() -> None:
    assert apart([(0.9, True), (0.1, False)]) == 1
    assert apart([(0.1, True), (0.9, False)]) == 0
    assert apart([(0.5, True), (0.5, False)]) == 0.5
