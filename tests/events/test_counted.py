"""Days counted from that of another deed: "a tiré mardi, deux jours après l'essai"."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
CASES: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("counted.toml").read_text("utf-8")
)


@pytest.mark.model
def test_a_day_is_counted_or_not_as_the_cases_say(analyse_all: AnalyseAll) -> None:
    taken, left = CASES["taken"], CASES["left"]
    found = analyse_all([text for text, *_ in (*taken, *left)])
    got = [_counted(f, word) for f, (_, word, *_) in zip(found, (*taken, *left), strict=True)]
    assert got[: len(taken)] == [value for *_, value in taken]
    assert got[len(taken) :] == [None] * len(left)


def _counted(findings: Findings, word: str) -> str | None:
    """The value counted for the mention of a word, which must be there and have no other date."""
    (mention,) = (m for e in findings.events for m in e.mentions if m.trigger == word)
    assert mention.date is None
    return None if mention.counted is None else mention.counted.value
