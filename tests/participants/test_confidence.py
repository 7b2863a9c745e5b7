"""How sure a row is: the table is whole, a share never falls, and cells stay within 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.events.row import Sureness
from dprk_events.participants.confidence import (
    CELLS,
    ConfidenceError,
    confidence,
    sureness,
    table,
    table_of,
    together,
)
from dprk_events.participants.grades import grades
from tests.participants.conftest import Rows

SIGNS = sorted({sign for weights in table().weights.values() for sign in weights})
SHARE = st.floats(min_value=0, max_value=1)


def raw() -> dict[str, Any]:
    """A table that is whole."""
    return {
        "base": dict.fromkeys(CELLS, 1.0),
        "weights": {cell: {"opens": 0.5} for cell in CELLS},
        "calibration": {"bins": [[0.0, 0.2], [0.5, 0.8]]},
    }


def test_the_table_is_whole() -> None:
    base, weights, bins = table()
    assert {*base} == {*weights} == {*CELLS}
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(bins))
    assert any(f"actor {grade}" in weights["who"] for grade in grades().values())
    assert any(f"actor by {strategy}" in weights["who"] for strategy in grades())
    assert weights["who"]["no actor"] < 0


def test_a_whole_table_is_taken() -> None:
    assert table_of(raw(), "f").bins == ((0.0, 0.2), (0.5, 0.8))


def _without_date(given: dict[str, Any]) -> None:
    del given["weights"]["date"]


def _with_foreign_base(given: dict[str, Any]) -> None:
    given["base"]["place"] = 1.0


def _with_word(given: dict[str, Any]) -> None:
    given["weights"]["who"]["opens"] = "much"


def _without_table(given: dict[str, Any]) -> None:
    given["weights"]["real"] = 2.0


def _with_infinity(given: dict[str, Any]) -> None:
    given["base"]["whom"] = float("inf")


def _falling(given: dict[str, Any]) -> None:
    given["calibration"]["bins"] = [[0.0, 0.8], [0.5, 0.2]]


def _from_above(given: dict[str, Any]) -> None:
    given["calibration"]["bins"] = [[0.1, 0.2]]


def _beyond_one(given: dict[str, Any]) -> None:
    given["calibration"]["bins"] = [[0.0, 0.2], [0.5, 1.2]]


def _without_bins(given: dict[str, Any]) -> None:
    del given["calibration"]


def _with_numbers_for_bins(given: dict[str, Any]) -> None:
    given["calibration"]["bins"] = [0.0, 0.5]


def _with_words_for_bins(given: dict[str, Any]) -> None:
    given["calibration"]["bins"] = [[0, "few"], [1, "many"]]


@pytest.mark.parametrize(
    ("harm", "entry"),
    [
        (_without_date, "weights: it must have real, modality, date, who, whom"),
        (_with_foreign_base, "base: it must have"),
        (_with_word, "weights.who.'opens': 'much' is no number"),
        (_without_table, "weights.real: 2.0 is no table"),
        (_with_infinity, "base.whom: inf is no number"),
        (_falling, "calibration.bins"),
        (_from_above, "calibration.bins"),
        (_beyond_one, "calibration.bins"),
        (_without_bins, "calibration.bins"),
        (_with_numbers_for_bins, "calibration.bins"),
        (_with_words_for_bins, "calibration.bins"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(
    harm: Callable[[dict[str, Any]], None], entry: str
) -> None:
    given = raw()
    harm(given)
    with pytest.raises(ConfidenceError) as found:
        table_of(given, "confidence.toml")
    assert str(found.value).startswith(f"confidence.toml, {entry}")
    assert "tools/calibrate_rows.py" in str(found.value)


@given(st.sets(st.sampled_from(SIGNS)) | st.sets(st.text()))
def test_every_cell_is_a_probability(signs: set[str]) -> None:
    cells = sureness(dict.fromkeys(CELLS, sorted(signs)))
    assert all(0 <= each <= 1 for each in (*cells, together(cells), confidence(cells)))


@given(SHARE, SHARE, SHARE, SHARE, SHARE, SHARE)
def test_a_surer_cell_makes_no_row_less_sure(
    real: float, modality: float, date: float, who: float, whom: float, more: float
) -> None:
    cells = Sureness(real, modality, date, who, whom)
    surer = cells._replace(date=max(date, more))
    assert confidence(cells) <= confidence(surer)


def test_a_sign_that_weighs_nothing_changes_nothing() -> None:
    once = dict.fromkeys(CELLS, ("opens",))
    assert sureness(dict.fromkeys(CELLS, ("opens", "never seen"))) == sureness(once)


@pytest.mark.model
def test_a_row_that_says_more_is_surer(rows: Rows) -> None:
    (full,) = rows("La Corée du Nord a tiré un missile le 3 juin 2024, selon Séoul.", "2024-06-20")
    (bare,) = rows("Une rencontre aurait eu lieu près de la Corée du Nord.", "2024-06-20")
    assert full.cells is not None
    assert bare.cells is not None
    assert bare.cells.who < full.cells.who
    assert bare.confidence is not None
    assert full.confidence is not None
    assert bare.confidence < full.confidence == confidence(full.cells)
