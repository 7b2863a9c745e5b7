"""Pronouns and numbers that stand for a thing told before: "Le Nord en a lâché 350"."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
CASES: list[list[str]] = tomllib.loads(
    Path(__file__).with_name("standing_for.toml").read_text("utf-8")
)["cases"]


@pytest.mark.model
def test_a_pronoun_has_the_kinds_and_words_of_what_it_stands_for(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for text, *_ in CASES])
    got = [_type(each, word) for each, (_, word, _) in zip(found, CASES, strict=True)]
    assert got == [wanted for *_, wanted in CASES]


def _type(findings: Findings, word: str) -> str:
    types = [e.type for e in findings.events for m in e.mentions if m.trigger == word]
    return ", ".join(types)
