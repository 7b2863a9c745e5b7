"""Numbers: what a phrase says, and which numbers an event has (``quantities.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dprk_events.events import Findings
from dprk_events.events.roles import read_quantity

CASES = tomllib.loads(Path(__file__).with_name("quantities.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["phrase"], ids=lambda case: str(case["words"]))
def test_what_a_phrase_says(case: dict[str, Any]) -> None:
    found = read_quantity(case["words"])
    assert found is not None
    if "value" in case:
        assert found.value == found.low == found.high == case["value"]
        assert type(found.value) is int
    else:
        assert (found.value, found.low or 0, found.high or 0) == (
            None, case["least"], case["most"],
        )  # fmt: skip


@pytest.mark.parametrize("case", CASES["no_number"], ids=lambda case: str(case["words"]))
def test_what_is_no_number(case: dict[str, Any]) -> None:
    assert read_quantity(case["words"]) is None


@pytest.mark.model
@pytest.mark.parametrize("case", CASES["sentence"], ids=lambda case: str(case["text"])[:40])
def test_which_numbers_an_event_has(
    case: dict[str, Any], analyse_all: Callable[[list[str]], list[Findings]]
) -> None:
    (found,) = analyse_all([case["text"]])
    numbers = [f.text for f in found.events[0].roles if f.role == "quantity"]
    assert numbers == case["quantities"]
