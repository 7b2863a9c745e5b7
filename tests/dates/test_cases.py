"""The grammar and its resolution on sentences of our own (cases.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dprk_events.dates import Reference, find_dates

_GROUPS = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["group"]
_CASES = [(g["name"], c) for g in _GROUPS for c in g["cases"]]


def _reference(day: str | None) -> Reference:
    return Reference(dt.date.fromisoformat(day), "option", 1.0) if day else Reference()


@pytest.mark.parametrize(
    "case", [c for _, c in _CASES], ids=[f"{g}-{c['text'][:40]}" for g, c in _CASES]
)
def test_sentence(case: dict[str, Any]) -> None:
    found = find_dates(case["text"], _reference(case.get("ref")))
    assert [t.value or "-" for t in found] == [want[1] for want in case["dates"]]
    for timex, want in zip(found, case["dates"], strict=True):
        assert want[0] in timex.text
        assert case["text"][timex.start : timex.end] == timex.text
        if len(want) > 2:
            assert want[2] in (timex.part, timex.kind)


@pytest.mark.parametrize(
    "case", [c for _, c in _CASES if not c.get("ref")], ids=lambda c: c["text"][:40]
)
def test_without_reference_nothing_hangs_on_one(case: dict[str, Any]) -> None:
    for timex in find_dates(case["text"], Reference()):
        assert timex.anchor != "published"
        if timex.value is None or ("X" in timex.value[:4] and timex.value.startswith("XXXX")):
            assert timex.anchor == "none"


@pytest.mark.parametrize("case", [c for _, c in _CASES if c["dates"]], ids=lambda c: c["text"][:40])
def test_typography_changes_nothing(case: dict[str, Any]) -> None:
    """Typographic apostrophes and no-break spaces read as the plain ones."""
    plain = case["text"].replace("\u00a0", " ").replace("’", "'")
    typeset = plain.replace("'", "’").replace(" ", "\u00a0")
    reference = _reference(case.get("ref"))
    a = [(t.start, t.end, t.value) for t in find_dates(plain, reference)]
    b = [(t.start, t.end, t.value) for t in find_dates(typeset, reference)]
    assert a == b


def test_there_are_enough_sentences() -> None:
    assert len(_CASES) >= 120
