"""Every rule's own examples and counter-examples, run through the real model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import CompiledRule, Findings, RuleSet
from dprk_events.events.rules import plain_example

RULES = RuleSet.load()
EXAMPLES = [(rule, text) for rule in RULES.rules for text in rule.spec.examples]
COUNTER = [(rule, text) for rule in RULES.rules for text in rule.spec.counter_examples]
Analyse = Callable[[str], Findings]

pytestmark = pytest.mark.model


def name(value: object) -> str | None:
    return value.id if isinstance(value, CompiledRule) else None


@pytest.fixture(scope="module")
def analysed(analyse_all: Callable[[list[str]], list[Findings]]) -> dict[str, Findings]:
    texts = [plain_example(text)[0] for _, text in EXAMPLES] + [text for _, text in COUNTER]
    return dict(zip(texts, analyse_all(texts), strict=True))


@pytest.mark.parametrize(("rule", "marked"), EXAMPLES, ids=name)
def test_example(rule: CompiledRule, marked: str, analysed: dict[str, Findings]) -> None:
    text, marks = plain_example(marked)
    found = analysed[text]
    mentions = [m for event in found.events for m in event.mentions if m.rule == rule.id]
    start = next(start for label, _, start, _ in marks if label == "trigger")
    mention = next((m for m in mentions if m.start == start), None)
    why = [f"{r.candidate.trigger.rule.id}: {r.reason}" for r in found.rejected]
    assert mention is not None, f"no mention by {rule.id} in {text!r}; failed: {why}"
    filled = {(f.role, f.start, f.end) for f in mention.fillers}
    for label, words, first, last in marks:
        if label != "trigger":
            hit = any(r == label and a < last and first < b for r, a, b in filled)
            got = [(f.role, f.text) for f in mention.fillers]
            assert hit, f"{label} “{words}” not filled in {text!r}; filled are {got}"


@pytest.mark.parametrize(("rule", "text"), COUNTER, ids=name)
def test_counter_example(rule: CompiledRule, text: str, analysed: dict[str, Findings]) -> None:
    fired = [m.trigger for e in analysed[text].events for m in e.mentions if m.rule == rule.id]
    assert not fired, f"{rule.id} fired on {fired} in {text!r}"
