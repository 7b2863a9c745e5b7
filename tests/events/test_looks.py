"""Where a mention looks: back, ahead, or ahead from a time in the past."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.events import Findings
from dprk_events.events.timing.look import STRATEGIES

AnalyseAll = Callable[[list[str]], list[Findings]]
LOOKS: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("looks.toml").read_text("utf-8")
)


def test_every_strategy_has_examples() -> None:
    assert LOOKS.keys() == {strategy.__name__ for strategy in STRATEGIES}


@pytest.mark.model
def test_looks(analyse_all: AnalyseAll) -> None:
    told = [example for examples in LOOKS.values() for example in examples]
    wrong = []
    for findings, (text, word, wanted) in zip(
        analyse_all([text for text, *_ in told]), told, strict=True
    ):
        mentions = (m for event in findings.events for m in event.mentions)
        looks = [mention.look or "" for mention in mentions if mention.trigger == word]
        if looks != [wanted]:
            wrong.append(f"{text}: {looks} instead of {wanted!r}")
    assert not wrong, "\n".join(wrong)
