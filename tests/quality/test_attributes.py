"""A gate: what is said of missile tests, on tests/gold/attributes.toml."""

from __future__ import annotations

from typing import Any

import pytest
from tools.eval_attributes import Result, read_marked, score_articles, score_passages
from tools.evaluate import make_extractor

MARKED = read_marked()
FLOORS = {"articles": (0.84, 0.80), "passages": (0.96, 0.84)}
"""The least precision and recall over all columns; measured is a hundredth or more above."""


@pytest.fixture(scope="module")
def results(found: dict[str, dict[str, Any]]) -> dict[str, Result]:
    return {
        "articles": score_articles(found, MARKED),
        "passages": score_passages(make_extractor(), MARKED),
    }


@pytest.mark.model
@pytest.mark.parametrize("part", FLOORS)
def test_attributes_do_not_fall(part: str, results: dict[str, Result]) -> None:
    precision, recall = FLOORS[part]
    everything = results[part].all
    assert everything.precision >= precision, results[part].faults
    assert everything.recall >= recall, results[part].faults


@pytest.mark.model
def test_every_marked_event_was_scored(results: dict[str, Result]) -> None:
    assert results["articles"].events == len(MARKED["events"]) >= 30
    passages = [event for each in MARKED["passages"] for event in each["events"]]
    assert results["passages"].events == len(passages) >= 15


def test_counting() -> None:
    result = Result()
    marked = {"class": "ICBM", "number": 2, "site": "? Sunan", "apogee_km": {"min": 100}}
    given = dict.fromkeys(result.columns) | {
        "class": {"value": "SRBM", "text": "missile"},
        "number": {"value": 2, "min": 2, "max": 2, "text": "deux"},
        "site": {"value": "Sinpo", "text": "Sinpo"},
        "apogee_km": {"value": None, "min": 100, "max": None, "text": "plus de 100 km"},
        "outcome": {"value": "failure", "text": "raté"},
    }
    result.add("one", marked, given)
    result.add("two", {"number": 3}, None)
    assert (result.all.right, result.all.wrong, result.all.missed) == (2, 2, 2)
    assert (result.events, result.not_found) == (2, 1)
    assert result.columns["site"].right == result.columns["site"].wrong == 0
