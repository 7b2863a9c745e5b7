from __future__ import annotations

import csv
import hashlib
import importlib.util
import json
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

GOLD = Path(__file__).parent
BUILDER = GOLD.parents[1] / "tools" / "build_gold.py"


def load_builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gold", BUILDER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


build_gold = load_builder()
RECORDS: list[dict[str, Any]] = [
    json.loads(line) for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
VOCABULARY = tomllib.loads((GOLD / "vocabulary.toml").read_text(encoding="utf-8"))


def quotes(value: Any) -> list[dict[str, Any]]:
    """Everything below ``value`` that quotes a stretch of text."""
    if isinstance(value, list):
        return [q for item in value for q in quotes(item)]
    if isinstance(value, dict):
        own = [value] if {"text", "start", "end"} <= value.keys() else []
        return own + [q for item in value.values() for q in quotes(item)]
    return []


def test_gold_is_the_fresh_build() -> None:
    assert (GOLD / "gold.jsonl").read_text(encoding="utf-8") == build_gold.build()


def test_every_text_is_annotated_once() -> None:
    files = [(GOLD / record["file"]).resolve() for record in RECORDS]
    expected = [*GOLD.glob("texts/*.txt"), *(GOLD.parents[1] / "samples").glob("*.txt")]
    assert sorted(files) == sorted(expected)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: str(record["id"]))
def test_offsets_and_hash_fit_the_article(record: dict[str, Any]) -> None:
    data = (GOLD / record["file"]).read_bytes()
    assert record["sha256"] == hashlib.sha256(data).hexdigest()
    text = data.decode("utf-8")
    found = quotes(record)
    assert found
    for quote in found:
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_every_type_modality_and_main_role_is_there() -> None:
    mentions = [m for record in RECORDS for m in record["mentions"] if not m["optional"]]
    assert {m["type"] for m in mentions} == set(VOCABULARY["types"])
    assert {m["modality"] for m in mentions} == set(VOCABULARY["modality"])
    assert {r["role"] for m in mentions for r in m["roles"]} == set(VOCABULARY["roles"])


def test_hard_negatives_have_no_event() -> None:
    by_id = {record["id"]: record for record in RECORDS}
    assert all(by_id[name]["mentions"] == [] for name in ("G20", "G21", "G22", "G23", "G35"))


def test_at_least_a_third_is_held_out() -> None:
    held_out = tomllib.loads((GOLD / "split.toml").read_text(encoding="utf-8"))["held_out"]
    short = [record["id"] for record in RECORDS if record["id"].startswith("G")]
    assert set(held_out) <= set(short)
    assert len(short) <= len(set(held_out)) * 3 < len(short) * 3


def test_metadata_dates_are_those_of_gold() -> None:
    with (GOLD / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: row["published"] or None for row in csv.DictReader(file)}
    assert rows == {
        record["file"]: record["published"] if record["published_from"] == "metadata" else None
        for record in RECORDS
    }


@pytest.mark.parametrize(
    "value",
    ["2024", "2024-01", "2024-22", "2024-01-04", "XXXX-01-04", "XXXX-02-29", "199X", "19XX",
     "2024~", "2024-03-10/2024-03-14", "2024-03-10/..", "{2023-12-30,2024-01-02}"],
)  # fmt: skip
def test_edtf_accepted(value: str) -> None:
    build_gold.check_edtf(value)


@pytest.mark.parametrize(
    "value",
    ["", "XXXX", "2024-1", "2024-13", "2024-25", "2024-02-30", "2023-02-29", "2024/2023",
     "2024/", "../..", "{2024", "2024-01-04T10:00", "jeudi"],
)  # fmt: skip
def test_edtf_refused(value: str) -> None:
    with pytest.raises(build_gold.AnnotationError):
        build_gold.check_edtf(value)


ARTICLE = "Séoul a tiré. Pyongyang a tiré."
GOOD_MENTION = {"event": "E1", "on": "tiré#2", "actor": "Pyongyang"}


def source(**changes: Any) -> dict[str, Any]:
    base = {"id": "T", "file": "t.txt", "events": {"E1": {"type": "missile_test"}}}
    return base | {"mentions": [GOOD_MENTION]} | changes


def test_builder_counts_code_points() -> None:
    record = build_gold.Builder(source(), ARTICLE, VOCABULARY).record(ARTICLE.encode())
    assert record["mentions"][0]["trigger"] == {"text": "tiré", "start": 26, "end": 30}
    assert record["mentions"][0]["modality"] == "asserted"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mentions": [{"event": "E1", "on": "tiré"}]}, "say which"),
        ({"mentions": [{"event": "E1", "on": "tiré#3"}]}, "stands 2 times"),
        ({"mentions": [{"event": "E1", "on": "lancé"}]}, "not in the article"),
        ({"mentions": [{"event": "E2", "on": "tiré#1"}]}, "not listed"),
        ({"mentions": [GOOD_MENTION | {"modality": "sure"}]}, "`modality`"),
        ({"mentions": [GOOD_MENTION | {"victim": "Séoul"}]}, "`roles`"),
        ({"mentions": [GOOD_MENTION | {"words": "jeudi"}]}, "not among the timexes"),
        ({"mentions": [GOOD_MENTION | {"by": "Kiev"}]}, "not in the article"),
        ({"mentions": [GOOD_MENTION | {"by": "Séoul", "modality": "asserted"}]}, "asserted"),
        ({"masked": [["advert", "Pyongyang a tiré"]]}, "masked region"),
        ({"events": {"E1": {"type": "picnic"}}}, "`types`"),
        ({"entities": {"CITY": ["Séoul"]}}, "`labels`"),
        ({"entities": {"LOC": ["Kiev"]}}, "not in the article"),
        ({"timex": ["tiré#1 -> soon date"]}, "EDTF"),
        ({"published": "2024-02-30"}, "no such day"),
        ({"titel": "x"}, "unknown keys"),
    ],
)
def test_builder_refuses(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(build_gold.AnnotationError, match=message):
        build_gold.Builder(source(**changes), ARTICLE, VOCABULARY).record(b"")
