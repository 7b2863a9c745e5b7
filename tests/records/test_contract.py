"""The document record is the contract of output.md, key by key."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from dprk_events.dates import Timex
from dprk_events.events.event import Attributes, Attribution, Figure, Stated
from dprk_events.reading.article import MaskedRegion, Published, ReadingError, Remark
from dprk_events.records import (
    build_error,
    flatten_dates,
    flatten_entities,
    flatten_events,
    json_schema,
    read_lines,
    to_line,
)
from tests.records.check import faults
from tests.records.samples import TEXT, StageResults, sample

PARTY = ["name", "kind", "countries", "kb", "text", "start", "end", "entity", "spans"]


def line(record: Any) -> dict[str, Any]:
    value = json.loads(to_line(record))
    assert isinstance(value, dict)
    return value


@pytest.fixture
def document() -> dict[str, Any]:
    return line(sample().record())


def test_document_has_every_key_in_order(document: dict[str, Any]) -> None:
    assert list(document) == [
        "record", "schema", "doc", "pipeline", "gated", "entities", "dates", "events",
    ]  # fmt: skip
    assert (document["record"], document["schema"]) == ("document", 2)
    assert list(document["doc"]) == [
        "id", "path", "title", "chars", "tokens", "language", "published", "url", "source",
        "masked", "record_id", "encoding", "remarks", "text",
    ]  # fmt: skip
    assert document["doc"]["text"] is None
    assert document["doc"]["remarks"] == []
    assert document["doc"]["url"] is None
    assert document["doc"]["chars"] == len(TEXT)
    assert document["doc"]["masked"] == [[0, 12, "navigation"]]
    assert document["doc"]["published"] == {
        "value": "2024-01-03", "source": "option", "confidence": 1.0,
    }  # fmt: skip
    assert list(document["pipeline"]) == ["version", "model", "model_version", "rules"]


def test_entities_and_dates_have_every_key(document: dict[str, Any]) -> None:
    assert document["entities"][0] == {
        "id": "T1", "label": "LOC", "text": "Corée du Nord", "start": 16, "end": 29,
        "canonical": "Corée du Nord", "kb": "Q423", "country": "KP",
    }  # fmt: skip
    assert document["entities"][1]["canonical"] is None
    assert document["dates"][1] == {
        "id": "D2", "text": "récemment", "start": TEXT.index("récemment"),
        "end": TEXT.index("récemment") + 9, "value": None, "kind": "vague", "part": None,
        "earliest": None, "latest": None, "anchor": "none",
    }  # fmt: skip


def test_event_has_every_key(document: dict[str, Any]) -> None:
    event = document["events"][0]
    assert list(event) == [
        "id", "type", "dprk", "modality", "date", "time", "place", "known", "confidence",
        "mention_confidence", "mentions", "roles", "sources", "codes", "attributes",
    ]  # fmt: skip
    assert list(event["mentions"][0]) == [
        "trigger", "modality", "attribution", "sentence", "rule",
    ]  # fmt: skip
    assert list(event["mentions"][0]["trigger"]) == ["text", "start", "end"]
    assert list(event["mentions"][0]["sentence"]) == ["start", "end"]
    assert event["codes"] == {"plover": "COERCE", "cameo": None}


def test_a_missile_test_has_every_attribute(document: dict[str, Any]) -> None:
    test, *others = document["events"]
    assert list(test["attributes"]) == [
        "missile", "class", "number", "site", "landing", "apogee_km", "distance_km", "outcome",
    ]  # fmt: skip
    start = TEXT.index("deux")
    assert test["attributes"]["number"] == {
        "value": 2, "min": 2, "max": 2, "text": "deux", "start": start, "end": start + 4,
    }  # fmt: skip
    assert test["attributes"]["class"]["value"] == "ballistic"
    assert test["attributes"]["apogee_km"]["value"] == 50.5
    assert test["attributes"]["outcome"] is None
    assert [event["attributes"] for event in others] == [None, None]


def test_an_attribute_is_quoted_from_its_place() -> None:
    found = sample()
    event = found.events[2]
    said = Stated("success", "avec succès", 20, 31)
    found.events[2] = dataclasses.replace(event, attributes=Attributes(outcome=said))
    with pytest.raises(ValueError, match="is not the quoted text"):
        found.record()


def test_lengths_are_always_decimal_and_counts_always_whole() -> None:
    """A reader that infers a column's type from the first lines must not be misled by `30`."""
    stages = sample()
    test = stages.events[-1]
    assert test.attributes is not None
    start = TEXT.index("deux")
    attributes = dataclasses.replace(
        test.attributes,
        apogee_km=Figure(30, 30, 30, "deux", start, start + 4),
        number=Figure(2, 2, 2, "deux", start, start + 4),
    )
    stages.events[-1] = dataclasses.replace(test, attributes=attributes)
    written = to_line(stages.record())
    assert b'"apogee_km":{"value":30.0,"min":30.0,"max":30.0,' in written
    assert b'"number":{"value":2,"min":2,"max":2,' in written
    whole = written.replace(b'"apogee_km":{"value":30.0,', b'"apogee_km":{"value":30,')
    (read,) = read_lines([whole.replace(b'{"value":2,', b'{"value":2.0,')], "old.jsonl")
    assert to_line(read) == written


def test_the_schema_gives_each_figure_one_type() -> None:
    figures = json_schema()["$defs"]
    for name, kind in (("LengthStatement", "number"), ("CountStatement", "integer")):
        for key in ("value", "min", "max"):
            kinds = {each["type"] for each in figures[name]["properties"][key]["anyOf"]}
            assert kinds == {kind, "null"}
    assert figures["Quantity"]["properties"]["value"]["anyOf"][0]["type"] == "integer"


def test_ids_count_in_text_order(document: dict[str, Any]) -> None:
    for key, letter in (("entities", "T"), ("dates", "D")):
        starts = [thing["start"] for thing in document[key]]
        assert starts == sorted(starts)
        assert [thing["id"] for thing in document[key]] == [
            f"{letter}{n}" for n in range(1, len(starts) + 1)
        ]
    assert [(e["id"], e["type"]) for e in document["events"]] == [
        ("E1", "missile_test"), ("E2", "visit"), ("E3", "armed_clash"),
    ]  # fmt: skip


def test_indices_became_the_right_ids(document: dict[str, Any]) -> None:
    names = {entity["id"]: entity["text"] for entity in document["entities"]}
    dates = {date["id"]: date["text"] for date in document["dates"]}
    test, visit, clash = document["events"]
    for event in document["events"]:
        for role in event["roles"]:
            if role.get("entity"):
                assert names[role["entity"]] == role["text"]
        for source in event["sources"]:
            if source["entity"]:
                assert names[source["entity"]] == source["text"]
    assert dates[test["date"]] == "mardi 2 janvier"
    assert visit["date"] is None
    assert dates[clash["date"]] == "récemment"
    assert names[test["mentions"][0]["attribution"]] == "armée sud-coréenne"


def test_attribution_without_entity_is_a_phrase(document: dict[str, Any]) -> None:
    start = TEXT.index("diplomate")
    assert document["events"][1]["mentions"][0]["attribution"] == {
        "text": "diplomate", "start": start, "end": start + 9,
    }  # fmt: skip


def test_quantity_has_figures_and_the_others_an_entity(document: dict[str, Any]) -> None:
    roles = {role["role"]: role for role in document["events"][0]["roles"]}
    assert list(roles) == ["actor", "destination", "instrument", "quantity"]
    assert list(roles["quantity"]) == [
        "role", "text", "start", "end", "value", "min", "max", "of",
    ]  # fmt: skip
    assert (roles["quantity"]["value"], roles["quantity"]["max"]) == (2, 2)
    assert roles["quantity"]["of"] == roles["instrument"]["name"]
    assert list(roles["instrument"]) == ["role", *PARTY]
    assert roles["instrument"]["entity"] is None
    start = TEXT.index("Corée du Nord")
    assert roles["actor"] == {
        "role": "actor", "name": "Corée du Nord", "kind": "state", "countries": ["KP"],
        "kb": "Q423", "text": "Corée du Nord", "start": start, "end": start + 13, "entity": "T1",
        "spans": [[start, start + 13]],
    }  # fmt: skip


def test_sources_are_participants_with_what_they_make_of_it(document: dict[str, Any]) -> None:
    test, visit, clash = document["events"]
    (source,) = test["sources"]
    assert list(source) == [*PARTY, "modality"]
    assert (source["name"], source["countries"]) == ("armée sud-coréenne", ["KR"])
    assert [(s["text"], s["entity"], s["modality"]) for s in visit["sources"]] == [
        ("diplomate", None, "planned"),
    ]  # fmt: skip
    assert clash["sources"] == []


def test_time_place_and_confidence_of_a_row(document: dict[str, Any]) -> None:
    test, visit, _ = document["events"]
    assert test["time"] == {
        "value": "2024-01-02", "earliest": "2024-01-02", "latest": "2024-01-02",
        "ground": "stated",
    }  # fmt: skip
    assert visit["time"] == {
        "value": None, "earliest": "2024-01-03", "latest": None, "ground": "published",
    }  # fmt: skip
    assert test["place"] is None
    assert visit["place"] == {
        "name": "Russie", "kb": None, "country": "RU", "latitude": 60.0, "longitude": 100.0,
        "precision": "country", "role": "destination",
    }  # fmt: skip
    assert (test["confidence"], test["mention_confidence"]) == (0.64, 0.86)
    assert visit["confidence"] == 0.3333


def test_every_quote_is_in_the_text(document: dict[str, Any]) -> None:
    quotes = 0

    def walk(value: Any) -> None:
        nonlocal quotes
        if isinstance(value, dict):
            if {"text", "start", "end"} <= value.keys():
                quotes += 1
                assert TEXT[value["start"] : value["end"]] == value["text"]
            for each in value.values():
                walk(each)
        elif isinstance(value, list):
            for each in value:
                walk(each)

    walk(document)
    assert quotes == 6 + 2 + 3 + 7 + 2 + 1 + 3


def test_wrong_offsets_are_refused() -> None:
    found = sample()
    found.entities[0] = dataclasses.replace(found.entities[0], start=13, end=19)
    with pytest.raises(ValueError, match="is not the quoted text 'Russie'"):
        found.record()


def test_what_overlaps_masked_text_is_left_out_and_its_phrase_stays() -> None:
    found = sample()
    start = TEXT.index("Russie")
    masked = (*found.article.masked, MaskedRegion(start, start + 6, "caption"))
    found = dataclasses.replace(found, article=dataclasses.replace(found.article, masked=masked))
    document = line(found.record())
    assert "Russie" not in [entity["text"] for entity in document["entities"]]
    visit = next(e for e in document["events"] if e["type"] == "visit")
    assert [(r["text"], r["entity"]) for r in visit["roles"]] == [
        ("Kim Jong Un", "T4"), ("Russie", None),
    ]  # fmt: skip


def dated(found: StageResults, date: Timex) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The date of the test in the record of a sample where it has a date of its own, and all."""
    events = [
        dataclasses.replace(event, whole_date=date if event.type == "missile_test" else None)
        for event in found.events
    ]
    document = line(dataclasses.replace(found, events=events).record())
    test = next(e for e in document["events"] if e["type"] == "missile_test")
    return next(d for d in document["dates"] if d["id"] == test["date"]), document["dates"]


def test_a_date_that_only_an_event_holds_is_a_date_of_the_record() -> None:
    found = sample()
    whole = dataclasses.replace(found.dates[1], text="2 janvier", start=found.dates[1].end - 9)
    date, dates = dated(found, whole)
    assert (date["text"], len(dates)) == ("2 janvier", len(found.dates) + 1)


def test_an_events_date_takes_the_place_of_one_of_the_same_words() -> None:
    found = sample()
    date, dates = dated(found, dataclasses.replace(found.dates[0], value="2024-01-01"))
    assert (date["value"], len(dates)) == ("2024-01-01", len(found.dates))


def test_attribution_that_lost_its_entity_keeps_its_words() -> None:
    found = sample()
    start = TEXT.index("armée")
    masked = (*found.article.masked, MaskedRegion(start, start + 3, "caption"))
    found = dataclasses.replace(found, article=dataclasses.replace(found.article, masked=masked))
    assert isinstance(found.events[2].mentions[0].attribution, Attribution)
    attribution = line(found.record())["events"][0]["mentions"][0]["attribution"]
    assert attribution["text"] == "armée sud-coréenne"


def test_what_reading_says_of_a_document() -> None:
    found = sample()
    article = dataclasses.replace(
        found.article,
        record_id="AFP-7",
        encoding="cp1252",
        remarks=(Remark("encoding", "read as cp1252, not UTF-8"),),
    )
    record = dataclasses.replace(found, article=article).record()
    doc = line(record)["doc"]
    assert (doc["record_id"], doc["encoding"], doc["text"]) == ("AFP-7", "cp1252", None)
    assert doc["remarks"] == [{"kind": "encoding", "message": "read as cp1252, not UTF-8"}]
    (event, *_) = flatten_events(record, TEXT)
    assert line(event)["doc"]["record_id"] == "AFP-7"


def test_lines_without_the_newer_keys_are_read() -> None:
    older = line(sample().record())
    for key in ("record_id", "encoding", "remarks", "text"):
        del older["doc"][key]
    (record,) = read_lines([json.dumps(older).encode()], "older")
    assert line(record) == line(sample().record())


def test_unknown_publication_date_is_null() -> None:
    document = line(sample().record(Published()))
    assert document["doc"]["published"] == {"value": None, "source": "none", "confidence": None}


def test_error_line_has_the_keys_of_the_contract() -> None:
    error = build_error(ReadingError("a\nb.txt", "not-found", "There is no such file."))
    assert line(error) == {
        "record": "error",
        "path": "a\nb.txt",
        "error": {"kind": "not-found", "message": "There is no such file."},
    }


def test_schema_fits_real_output_of_every_kind() -> None:
    schema = json_schema()
    record = sample().record()
    records = [
        record,
        *flatten_events(record, TEXT),
        *flatten_events(record, None),
        *flatten_entities(record),
        *flatten_dates(record.doc, record.dates),
        build_error(ReadingError("-", "empty", "There is nothing in it.")),
    ]
    assert len(records) == 1 + 3 + 3 + 6 + 2 + 1
    for each in records:
        assert faults(line(each), schema, schema) == []


def test_schema_says_what_a_key_is_for() -> None:
    schema = json_schema()["$defs"]
    assert (
        schema["Published"]["properties"]["confidence"]["description"]
        == "How certain the date is, from 0 to 1."
    )
    assert schema["Quote"]["properties"]["start"]["description"].startswith("Offset of the first")
    described = [
        "description" in key for model in schema.values() for key in model["properties"].values()
    ]
    assert sum(described) > 100


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("dates"),
        lambda d: d["doc"].pop("title"),
        lambda d: d.update(extra=1),
        lambda d: d["events"][0]["roles"][0].pop("entity"),
        lambda d: d["events"][0]["roles"][0].update(role="patient"),
        lambda d: d["events"][0].update(modality="sure"),
        lambda d: d["events"][0]["sources"][0].pop("modality"),
        lambda d: d["events"][0]["time"].update(ground="guessed"),
        lambda d: d["events"][0].pop("place"),
        lambda d: d.update(schema=1),
        lambda d: d["entities"][0].update(start="16"),
        lambda d: d["doc"].update(id="d1e2"),
    ],
)
def test_schema_refuses_what_is_not_the_contract(spoil: Any, document: dict[str, Any]) -> None:
    schema = json_schema()
    assert faults(document, schema, schema) == []
    spoil(document)
    assert faults(document, schema, schema) != []
