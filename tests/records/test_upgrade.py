"""Lines of schema 1 are read as lines of schema 2."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dprk_events.records import (
    Record,
    RecordError,
    flatten_dates,
    flatten_entities,
    flatten_events,
    read_lines,
    to_line,
)
from tests.records.samples import TEXT, sample

NEW = ("time", "place", "sources", "mention_confidence")
NEW_OF_ROLES = ("name", "kind", "countries", "kb", "spans", "of")


def older(record: Any) -> dict[str, Any]:
    """Give a line as schema 1 had it."""
    line: dict[str, Any] = json.loads(to_line(record))
    line["schema"] = 1
    for event in line["events"] if line["record"] == "document" else [line]:
        event["confidence"] = event.pop("mention_confidence")
        for key in NEW:
            event.pop(key, None)
        for role in event["roles"]:
            for key in NEW_OF_ROLES:
                role.pop(key, None)
    return line


def read(line: dict[str, Any]) -> Any:
    (record,) = read_lines([json.dumps(line).encode()], "older.jsonl")
    return record


def test_a_document_line() -> None:
    record = read(older(sample().record()))
    line = json.loads(to_line(record))
    assert line["schema"] == 2
    test, visit, clash = line["events"]
    start = TEXT.index("Corée du Nord")
    assert test["roles"][0] == {
        "role": "actor", "name": "Corée du Nord", "kind": "place", "countries": ["KP"],
        "kb": "Q423", "text": "Corée du Nord", "start": start, "end": start + 13, "entity": "T1",
        "spans": [[start, start + 13]],
    }  # fmt: skip
    assert [(r["name"], r["kind"]) for r in visit["roles"]] == [
        ("Kim Jong-un", "person"), ("Russie", "place"),
    ]  # fmt: skip
    assert test["roles"][2]["kind"] == "thing"
    assert test["roles"][3]["of"] is None
    assert test["time"] == {
        "value": "2024-01-02", "earliest": "2024-01-02", "latest": "2024-01-02",
        "ground": "stated",
    }  # fmt: skip
    nothing = {"value": None, "earliest": None, "latest": None, "ground": "none"}
    assert visit["time"] == clash["time"] == nothing
    assert [(s["name"], s["kind"], s["entity"], s["modality"]) for s in test["sources"]] == [
        ("armée sud-coréenne", "org", "T3", "reported"),
    ]  # fmt: skip
    assert [(s["name"], s["kind"], s["entity"]) for s in visit["sources"]] == [
        ("diplomate", "thing", None),
    ]  # fmt: skip
    assert (test["place"], test["confidence"], test["mention_confidence"]) == (None, None, 0.86)


def test_an_event_line_says_the_same() -> None:
    record = sample().record()
    upgraded = read(older(record))
    for event, flat in zip(
        flatten_events(upgraded, TEXT), flatten_events(record, TEXT), strict=True
    ):
        assert read(older(flat)) == event


def test_entity_and_date_lines() -> None:
    record = sample().record()
    lines: list[Record] = [*flatten_entities(record), *flatten_dates(record.doc, record.dates)]
    for each in lines:
        assert read({**json.loads(to_line(each)), "schema": 1}) == each


def test_a_source_named_twice_is_one_with_its_most_committed_word() -> None:
    line = older(sample().record())
    mention = line["events"][0]["mentions"][0]
    line["events"][0]["mentions"] = [{**mention, "modality": "planned"}, mention]
    (source,) = read(line).events[0].sources
    assert source.modality == "reported"


@pytest.mark.parametrize("key", ["entities", "events"])
def test_what_is_not_schema_1_is_told(key: str) -> None:
    line = older(sample().record())
    del line[key]
    with pytest.raises(RecordError, match=r"older\.jsonl, line 1.*not as schema 1 has it"):
        read(line)
    line = older(sample().record())
    line["events"][0]["roles"][0].pop("text")
    with pytest.raises(RecordError, match="not as schema 1 has it"):
        read(line)
