"""What is wrong in a rule file is told with file, place and remedy, never in pydantic's words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from dprk_events.events import RuleError
from dprk_events.events.rules.event_type import EventType
from dprk_events.events.rules.mistakes import mistake
from dprk_events.events.rules.model import EventRule, Slot, TypeFile
from tests.events.own_rules import load

CASES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text("utf-8"))
GOOD: str = CASES["good"]


def test_the_file_is_good(tmp_path: Path) -> None:
    assert load(tmp_path, own=GOOD).get("stroll.own").event_type.symmetric


@pytest.mark.parametrize("case", CASES["mistakes"], ids=lambda case: case["told"])
def test_told_with_file_place_and_remedy(tmp_path: Path, case: dict[str, str]) -> None:
    text = case.get("file") or GOOD.replace(case["old"], case["new"], 1)
    assert text != GOOD
    with pytest.raises(RuleError) as error:
        load(tmp_path, own=text)
    message = str(error.value)
    assert message.startswith(f"{tmp_path / 'own.toml'}: ")
    assert case["told"] in message


def test_a_misspelt_key_is_told_before_the_one_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"“exampels”\. Did you mean “examples”"):
        load(tmp_path, own=GOOD.replace("\nexamples", "\nexampels"))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes(GOOD.encode("latin-1"))
    with pytest.raises(RuleError, match=r"own\.toml: not UTF-8 \(byte \d+\): save the file as"):
        load(tmp_path)
    (tmp_path / "own.toml").write_bytes(GOOD.encode("utf-8-sig"))
    assert load(tmp_path).own


def test_a_folder_of_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.toml").mkdir()
    with pytest.raises(RuleError, match=r"own\.toml: cannot be read: "):
        load(tmp_path)


WRONG: list[Any] = [3, 0.5, -1, True, "x y", "", [], [3], [[]], ["x y"], {}, {"x": 3}, None]
"""One of these is wrong for any key."""


def damaged() -> Iterator[dict[str, Any]]:
    """A good file with each key in turn left out, or with each of WRONG for its value."""
    slot = {"at": ["subject"], "kind": ["person"]}
    rule = {
        "id": "own", "doc": "x", "verbs": ["flâner"], "frame": "go",
        "examples": ["[x](trigger)"], "counter_examples": ["x"],
    }  # fmt: skip
    kind = {"name": "stroll", "doc": "x"}

    def files(kind: Any, slot: Any, rule: Any) -> dict[str, Any]:
        return {"type": kind, "frames": {"go": {"actor": [slot]}}, "rules": [rule]}

    for value in WRONG:
        for key in EventType.model_fields:
            yield files(kind | {key: value}, slot, rule)
        for key in ("usual", "joint"):
            yield files(kind | {"codes": {"usual": {"cameo": "01"}, key: value}}, slot, rule)
        for key in Slot.model_fields:
            yield files(kind, slot | {key: value}, rule)
        for key in EventRule.model_fields:
            yield files(kind, slot, rule | {key: value})
        for key in TypeFile.model_fields:
            yield files(kind, slot, rule) | {key: value}
        yield files(kind, value, rule)
        yield files(kind, slot, value)
        yield files(kind, slot, rule) | {"frames": {"go": value, "Go": {}}}
    for key in ("at", "kind"):
        yield files(kind, {k: v for k, v in slot.items() if k != key}, rule)
    for key in rule:
        yield files(kind, slot, {k: v for k, v in rule.items() if k != key})


def test_every_mistake_has_words_of_its_own() -> None:
    seen = set()
    for data in damaged():
        try:
            TypeFile.model_validate(data)
        except ValidationError as error:
            told = mistake(error, data)
            seen.add(error.errors()[0]["type"])
            for pydantic in (str(e["msg"]) for e in error.errors() if e["type"] != "value_error"):
                assert pydantic not in told
            assert "is not allowed here" not in told, (told, error.errors()[0])
            assert told.endswith((".", ",", "}")), told
    assert len(seen) > 12
