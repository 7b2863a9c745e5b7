"""Flat records stand on their own: no ids that lead elsewhere."""

from __future__ import annotations

import json
from typing import Any

from dprk_events.records import flatten_dates, flatten_entities, flatten_events, to_line
from tests.records.samples import TEXT, sample


def flat_events(text: str | None = TEXT) -> list[dict[str, Any]]:
    return [json.loads(to_line(each)) for each in flatten_events(sample().record(), text)]


def test_an_event_line_says_its_document_and_record() -> None:
    event = flat_events()[0]
    assert list(event)[:3] == ["record", "schema", "doc"]
    assert event["record"] == "event"
    assert event["doc"] == {
        "id": sample().article.id,
        "path": "articles/tir.txt",
        "title": "Tir de missiles",
        "published": {"value": "2024-01-03", "source": "option", "confidence": 1.0},
        "record_id": None,
        "url": None,
        "source": None,
    }


def test_date_entities_and_attribution_stand_in_place_of_ids() -> None:
    test, visit, _ = flat_events()
    assert test["date"]["value"] == "2024-01-02"
    assert visit["date"] is None
    actor = test["roles"][0]
    assert actor["text"] == "Corée du Nord"
    assert actor["entity"]["kb"] == "Q423"
    attribution = test["mentions"][0]["attribution"]
    assert attribution["text"] == attribution["entity"]["text"] == "armée sud-coréenne"
    source = visit["mentions"][0]["attribution"]
    assert (source["text"], source["entity"]) == ("diplomate", None)
    assert test["sources"][0]["entity"]["text"] == "armée sud-coréenne"
    assert visit["sources"][0]["entity"] is None
    assert test["roles"][-1]["value"] == 2


def test_what_is_said_of_a_test_stands_in_its_line() -> None:
    test, visit, _ = flat_events()
    number = test["attributes"]["number"]
    assert (number["value"], TEXT[number["start"] : number["end"]]) == (2, "deux")
    assert visit["attributes"] is None


def test_the_sentence_has_its_words() -> None:
    sentence = flat_events()[0]["mentions"][0]["sentence"]
    assert sentence["text"].startswith("La Corée du Nord a tiré")
    assert sentence["text"] == TEXT[sentence["start"] : sentence["end"]]


def test_without_the_input_the_words_are_null() -> None:
    assert [e["mentions"][0]["sentence"]["text"] for e in flat_events(None)] == [None] * 3


def test_entities_and_dates_are_lines_too() -> None:
    record = sample().record()
    entities = [json.loads(to_line(each)) for each in flatten_entities(record)]
    assert [e["id"] for e in entities] == ["T1", "T2", "T3", "T4", "T5", "T6"]
    assert list(entities[0])[:4] == ["record", "schema", "doc", "id"]
    assert entities[0]["doc"]["path"] == "articles/tir.txt"
    dates = [json.loads(to_line(each)) for each in flatten_dates(record.doc, record.dates)]
    assert [(d["record"], d["value"]) for d in dates] == [("date", "2024-01-02"), ("date", None)]
