"""On whose word a mention stands: each strategy with sentences it reads, and some it must not."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dprk_events.events import Findings, Mention
from dprk_events.events.modality.passed_on import STRATEGIES as CHAIN
from dprk_events.events.modality.sources import STRATEGIES

AnalyseAll = Callable[[list[str]], list[Findings]]


def read(name: str) -> dict[str, dict[str, list[list[str]]]]:
    content: dict[str, Any] = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))
    return content


SOURCES, CHAINS = read("sources.toml"), read("chains.toml")


def test_every_strategy_has_both_kinds() -> None:
    assert SOURCES.keys() == {strategy.__name__ for strategy in STRATEGIES}
    assert CHAINS.keys() == {strategy.__name__ for strategy in CHAIN}
    for lists in (*SOURCES.values(), *CHAINS.values()):
        assert lists["taken"]
        assert lists["left"]


def mentions(
    analyse_all: AnalyseAll, examples: list[tuple[str, list[str]]]
) -> list[tuple[str, list[str], Mention]]:
    """Return each example with the mention of its trigger."""
    found = analyse_all([text for _, (text, *_) in examples])
    told = []
    for findings, (name, example) in zip(found, examples, strict=True):
        of_word = (m for e in findings.events for m in e.mentions if m.trigger == example[1])
        mention = next(of_word, None)
        assert mention is not None, example
        told.append((name, example, mention))
    return told


@pytest.mark.model
@pytest.mark.parametrize("kept", [True, False], ids=["taken", "left"])
def test_strategies_find_the_source(analyse_all: AnalyseAll, kept: bool) -> None:
    key = "taken" if kept else "left"
    examples = [(name, each) for name, lists in SOURCES.items() for each in lists[key]]
    wrong = []
    for name, (text, _, source), mention in mentions(analyse_all, examples):
        found = "" if mention.attribution is None else mention.attribution.text
        if found != source or (mention.source_why == name) is not kept:
            wrong.append(f"{name}: {text}: {found}, by {mention.source_why}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.model
def test_who_stands_behind_a_source(analyse_all: AnalyseAll) -> None:
    examples = [
        (name, each) for name, lists in CHAINS.items() for key in lists for each in lists[key]
    ]
    wrong = []
    for name, (text, _, *chain), mention in mentions(analyse_all, examples):
        found = [each.text for each in mention.behind]
        if found != chain:
            wrong.append(f"{name}: {text}: {found}")
    assert not wrong, "\n".join(wrong)
