"""Which happening of the register an event is: each strategy with its own and others' texts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dprk_events.events import RuleSet
from dprk_events.known import load_known_beside
from dprk_events.language import Gazetteer, Parser
from dprk_events.library import Extractor
from dprk_events.participants.known import STRATEGIES
from dprk_events.pipeline import Pipeline
from tests.participants.conftest import Rows

CASES: dict[str, dict[str, list[dict[str, Any]]]] = tomllib.loads(
    Path(__file__).with_name("known.toml").read_text("utf-8")
)
EACH = [
    pytest.param(name, answer == "yes", case, id=f"{name}-{answer}-{number}")
    for name, answers in CASES.items()
    for answer, cases in answers.items()
    for number, case in enumerate(cases, 1)
]


def test_every_strategy_has_both_kinds() -> None:
    assert CASES.keys() == {strategy.__name__ for strategy in STRATEGIES}
    for answers in CASES.values():
        assert len(answers["yes"]) >= 3
        assert len(answers["no"]) >= 2


OWN = """
type = "meeting"

[[happening]]
id = "summit-oslo-2031"
date = "2031-05-02"
actor = ["KP", "NO"]
countries = ["KP", "NO"]
names = ["sommet d'Oslo"]
source = "invented"
"""


@pytest.mark.model
def test_a_happening_of_ones_own(tmp_path: Path, parser: Parser, gazetteer: Gazetteer) -> None:
    tmp_path.joinpath("known").mkdir()
    tmp_path.joinpath("known", "mine.toml").write_text(OWN, encoding="utf-8")
    rules = RuleSet.load(tmp_path)
    register = load_known_beside(tmp_path, rules.types)
    pipeline = Pipeline(parser.model, gazetteer, rules, register)
    text = "La Corée du Nord regrette encore le sommet d'Oslo avec la Norvège."
    found = Extractor(pipeline).extract(text)
    (event,) = found.events
    assert (event.known, event.time.value) == ("summit-oslo-2031", "2031-05-02")
    assert rules.hash != RuleSet.load().hash


@pytest.mark.model
@pytest.mark.parametrize(("strategy", "answers", "case"), EACH)
def test_case(strategy: str, answers: bool, case: dict[str, Any], rows: Rows) -> None:
    events = rows(case["text"], case.get("on", "2024-06-20"))
    event = next(each for each in events if each.type == case["of"])
    if not answers:
        assert event.known is None
        assert event.time.ground != "known-happening"
        return
    assert event.known is not None
    assert (event.known.id, event.known.strategy) == (case["is"], strategy)
    assert [event.time.value, event.time.ground] == case["time"]
    assert event.known.evidence
