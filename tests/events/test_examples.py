"""The examples of every rule, on the real model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings, RuleSet
from dprk_events.events.examples import Example, examples_of, faults

RULES = RuleSet.load()
EXAMPLES = [example for rule in RULES.rules for example in examples_of(rule)]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def analysed(analyse_all: Callable[[list[str]], list[Findings]]) -> dict[str, Findings]:
    texts = [example.text for example in EXAMPLES]
    return dict(zip(texts, analyse_all(texts), strict=True))


def test_every_rule_has_both_kinds() -> None:
    for counter in (False, True):
        assert {e.rule.id for e in EXAMPLES if e.counter == counter} == RULES.by_id.keys()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule.id)
def test_example(example: Example, analysed: dict[str, Findings]) -> None:
    assert faults(example, analysed[example.text], RULES) == [], example.written
