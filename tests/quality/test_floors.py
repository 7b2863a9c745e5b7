"""A gate: what the program reaches on the annotated articles may not fall.

After a gain: ``python tools/evaluate.py --write-floors``. A floor under the minimum below fails,
so that it cannot be lowered without a change to this file.
"""

from __future__ import annotations

from typing import Any

import pytest
from tools.evaluate import GOLD, figures, floors_toml, read_floors, read_gold, score_own
from tools.scoring import Score

FLOORS = read_floors()
MINIMUM = {
    "development": {
        "trigger_class_precision": 0.95,
        "trigger_class_recall": 0.9,
        "trigger_class_f1": 0.93,
        "roles_f1": 0.7,
        "date_value": 0.75,
        "modality": 0.86,
        "attribution": 0.77,
        "coref": 0.87,
        "entities_f1": 0.94,
        "timex_f1": 0.97,
        "timex_value_f1": 0.92,
    },
    "held_out": {
        "trigger_class_precision": 0.89,
        "trigger_class_recall": 0.73,
        "trigger_class_f1": 0.8,
        "roles_f1": 0.6,
        "date_value": 0.74,
        "modality": 0.85,
        "attribution": 0.66,
        "coref": 0.92,
        "entities_f1": 0.92,
        "timex_f1": 0.97,
        "timex_value_f1": 0.9,
    },
}
NAMES = [(part, name) for part, floors in MINIMUM.items() for name in floors]


@pytest.fixture(scope="module")
def results(found: dict[str, dict[str, Any]]) -> dict[str, Score]:
    return score_own(found)


@pytest.mark.model
@pytest.mark.parametrize(("part", "name"), NAMES)
def test_no_figure_falls_under_its_floor(part: str, name: str, results: dict[str, Score]) -> None:
    assert figures(results[part])[name] >= FLOORS[part][name]


@pytest.mark.model
def test_every_article_was_scored(results: dict[str, Score]) -> None:
    assert sum(r.documents for r in results.values()) == len(read_gold(GOLD / "gold.jsonl")) >= 62
    assert results["held_out"].documents >= 14
    assert [r.missing for r in results.values()] == [0, 0]


@pytest.mark.parametrize(("part", "name"), NAMES)
def test_no_floor_is_lowered_unseen(part: str, name: str) -> None:
    assert FLOORS[part][name] >= MINIMUM[part][name]


def test_every_floor_has_a_minimum() -> None:
    assert [(part, name) for part, floors in FLOORS.items() for name in floors] == NAMES
    assert list(figures(Score())) == list(MINIMUM["development"])


def test_floors_are_written_a_hundredth_below() -> None:
    result = Score(documents=3)
    result.modality.right, result.modality.total = 2, 3
    lines = floors_toml({"development": result}).splitlines()
    assert "[development]  # 3 articles" in lines
    assert "modality = 0.656" in lines
    assert "coref = 0.000" in lines
