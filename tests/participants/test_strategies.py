"""Each strategy with sentences in which it must answer, and some in which it must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dprk_events.participants.grades import grades
from tests.participants.conftest import Rows

CASES: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text("utf-8")
)
EACH = [
    pytest.param(name, answer == "yes", case, id=f"{name}-{answer}-{number}")
    for name, answers in CASES.items()
    for answer, cases in answers.items()
    for number, case in enumerate(cases, 1)
]
RARE = {"régime", "le pays", "apposition"}
"""The first two answer where the events stage, which has these words too, has left them alone; of
the last the naming by name is told."""


def test_every_strategy_has_both_kinds() -> None:
    assert CASES.keys() == grades().keys() - RARE
    for answers in CASES.values():
        assert len(answers["yes"]) >= 3
        assert len(answers["no"]) >= 2


@pytest.mark.model
@pytest.mark.parametrize(("strategy", "answers", "case"), EACH)
def test_case(strategy: str, answers: bool, case: dict[str, Any], rows: Rows) -> None:
    events = rows(case["text"], case.get("on", "2024-06-20"))
    event = [each for each in events if each.type == case["of"]][case.get("nth", 1) - 1]
    role = case.get("role", "actor")
    found = [each for each in event.participants if each.role == role]
    told = [f"{each.name} [{' '.join(each.countries)}]" for each in found]
    assert sorted(told) == sorted(case["is"])
    assert (strategy in {each.strategy for each in found}) == answers
