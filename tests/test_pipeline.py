"""The chain keeps the order, and one broken document stops no other."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from dprk_events import analysis as module
from dprk_events import pipeline as chain_module
from dprk_events.events import RuleSet
from dprk_events.language import Gate, Gazetteer, LoadedModel, Parser
from dprk_events.pipeline import BATCH_CHARACTERS, Pipeline
from dprk_events.reading import (
    Article,
    MaskedRegion,
    Published,
    ReadingError,
    ReadingOptions,
    Source,
    safely,
)
from dprk_events.reading.safely import read_each, sources_of
from dprk_events.records import DocumentRecord, ErrorRecord, to_line

TEXT = (
    "Accueil Vidéos\n"
    "La Corée du Nord a tiré mardi deux missiles balistiques vers la mer du Japon, "
    "a annoncé l'état-major sud-coréen.\n"
)


def article(path: str, text: str = TEXT, masked: tuple[MaskedRegion, ...] = ()) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published(dt.date(2024, 1, 5), "option", 1.0)
    return Article(f"sha256:{digest}", path, text, masked=masked, published=published)


@dataclass
class Stages:
    """Stand-ins for the stages; a text with "panne X" breaks in stage X."""

    parsed: list[str] = field(default_factory=list)
    zones: int = 0
    is_forgetting: bool = False

    def parse(self, texts: Iterable[str]) -> Iterator[list[Any]]:
        for text in texts:
            self.parsed.append(text)
            self.fail("parse", text)
            yield []

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        assert not self.is_forgetting
        self.zones += 1
        self.is_forgetting = True
        try:
            yield
        finally:
            self.is_forgetting = False

    def fail(self, stage: str, text: str) -> None:
        if f"panne {stage}" in text:
            raise ZeroDivisionError(f"broken {stage}")

    def entities(self, _doc: Any, text: str, *_: Any) -> list[Any]:
        self.fail("entities", text)
        return []

    def dates(self, text: str, _reference: Any, *, masked: Any, tense: Any) -> list[Any]:
        self.fail("dates", text)
        return []

    def events(self, _doc: Any, text: str, *_: Any) -> Any:
        self.fail("events", text)
        return SimpleNamespace(events=[], names_dprk=True)


@pytest.fixture
def stages(monkeypatch: pytest.MonkeyPatch) -> Stages:
    stages = Stages()
    monkeypatch.setattr(chain_module, "Parser", lambda *_: stages)
    monkeypatch.setattr(module, "find_entities", stages.entities)
    monkeypatch.setattr(module, "explain_dates", stages.dates)
    monkeypatch.setattr(module, "analyse", stages.events)
    monkeypatch.setattr(module, "complete_findings", lambda findings, _: findings)
    return stages


@pytest.fixture
def pipeline(stages: Stages) -> Pipeline:
    return make(stages)


def make(_stages: Stages, gate: Gate | None = None) -> Pipeline:
    model = LoadedModel(None, "fr_stand_in", "0.0")  # type: ignore[arg-type]
    gazetteer: Any = type("Gazetteer", (), {"demonym": None})
    rules: Any = type("RuleSet", (), {"hash": "cafe"})
    return Pipeline(model, gazetteer, rules, gate=gate)


def test_records_come_in_order_with_errors_in_their_place(
    pipeline: Pipeline, stages: Stages
) -> None:
    items: list[Article | ReadingError] = [article(f"{n}.txt") for n in range(67)]
    items.insert(1, ReadingError("x.txt", "empty", "nothing"))
    items.append(ReadingError("y.txt", "empty", "nothing"))
    records = list(pipeline.records(items))
    paths = [r.path if isinstance(r, ErrorRecord) else r.doc.path for r in records]
    assert paths == [item.path for item in items]
    assert stages.zones == 2  # 64 documents, then the other five


def test_words_are_forgotten_after_so_many_characters(pipeline: Pipeline, stages: Stages) -> None:
    long = article("long.txt", "Il pleut. " * (BATCH_CHARACTERS // 20))
    list(pipeline.records([long, long, article("a.txt"), article("b.txt")]))
    assert stages.zones == 2


def test_one_article_is_done_within_a_run_and_alone(pipeline: Pipeline, stages: Stages) -> None:
    records = pipeline.run([article("a.txt"), article("b.txt")])
    next(records)
    pipeline.run_one(article("c.txt"))
    assert stages.zones == 1
    records.close()
    pipeline.run_one(article("d.txt"))
    assert stages.zones == 2


@pytest.mark.parametrize("stage", ["parse", "entities", "dates", "events"])
def test_a_broken_document_is_an_error_and_the_others_go_on(pipeline: Pipeline, stage: str) -> None:
    items = [article("a.txt"), article("b.txt", f"Une panne {stage}."), article("c.txt")]
    first, second, third = pipeline.records(items)
    assert isinstance(first, DocumentRecord)
    assert isinstance(third, DocumentRecord)
    assert isinstance(second, ErrorRecord)
    assert (second.path, second.error.kind) == ("b.txt", "internal")
    assert f"ZeroDivisionError: broken {stage}" in second.error.message


def test_an_interrupt_is_no_fault_of_a_document(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "find_entities", interrupt)
    with pytest.raises(KeyboardInterrupt):
        list(pipeline.records([article("a.txt")]))


def test_the_first_record_does_not_wait_for_the_last_article(pipeline: Pipeline) -> None:
    def endless() -> Iterator[Article]:
        while True:
            yield article("a.txt")

    assert isinstance(next(pipeline.records(endless())), DocumentRecord)


def test_a_fault_of_the_reader_is_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Source | ReadingError, _options: ReadingOptions) -> ReadingError:
        if source.path == "b":
            raise ZeroDivisionError("broken reader")
        return ReadingError(source.path, "empty", "nothing")

    monkeypatch.setattr(safely, "read_source", broken)
    items = list(read_each(["a", "b", "c"], ReadingOptions()))
    assert [item.path for item in items] == ["a", "b", "c"]
    assert isinstance(items[1], ReadingError)
    assert "ZeroDivisionError: broken reader" in items[1].message


def test_a_fault_in_opening_is_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(listed: list[str], _options: ReadingOptions) -> Iterator[Source]:
        if listed == ["b"]:
            raise ZeroDivisionError("broken opening")
        yield Source(listed[0])

    monkeypatch.setattr(safely, "open_sources", broken)
    sources = list(sources_of(["a", "b", "c"], ReadingOptions()))
    assert [source.path for source in sources] == ["a", "b", "c"]
    assert isinstance(sources[1], ReadingError)
    assert "ZeroDivisionError: broken opening" in sources[1].message


class OnlyKim:
    """Lets articles about Kim through; breaks on others that say so."""

    def passes(self, item: Article) -> bool:
        if "panne" in item.text:
            raise ZeroDivisionError("broken gate")
        return "Kim" in item.text


def test_what_the_gate_stops_is_not_parsed(stages: Stages) -> None:
    gate: Any = OnlyKim()
    pipeline = make(stages, gate)
    texts = ["Kim parle.", "Il pleut.", "Une panne.", "Kim rit."]
    published = Published(dt.date(2024, 1, 5), "option", 1.0)
    items: list[Article | ReadingError] = [article(f"{n}.txt", t) for n, t in enumerate(texts)]
    items.insert(1, ReadingError("x.txt", "empty", "nothing"))
    first, unread, stopped, broken, last = pipeline.records(items)
    assert isinstance(first, DocumentRecord) and isinstance(last, DocumentRecord)
    assert not first.gated and not last.gated
    assert isinstance(unread, ErrorRecord)
    assert isinstance(broken, ErrorRecord)
    assert "broken gate" in broken.error.message
    assert stages.parsed == ["Kim parle.", "Kim rit."]
    assert isinstance(stopped, DocumentRecord)
    assert stopped.gated
    assert (stopped.doc.tokens, stopped.entities, stopped.dates, stopped.events) == (0, [], [], [])
    assert stopped.doc.chars == len(texts[1])
    assert stopped.doc.published.value == published.value.isoformat()  # type: ignore[union-attr]
    assert b'"gated":true' in to_line(stopped)
    assert b'"gated":false' in to_line(first)


def test_few_that_get_through_still_come_in_time(stages: Stages) -> None:
    gate: Any = OnlyKim()

    def endless() -> Iterator[Article]:
        while True:
            yield article("a.txt", "Il pleut.")

    record = next(make(stages, gate).records(endless()))
    assert isinstance(record, DocumentRecord)
    assert record.gated


@pytest.fixture(scope="module")
def real(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Pipeline:
    return Pipeline(parser.model, gazetteer, rules)


@pytest.mark.model
def test_a_real_article(real: Pipeline) -> None:
    masked = (MaskedRegion(0, 14, "navigation"),)
    (record,) = real.records([article("a.txt", masked=masked)])
    assert isinstance(record, DocumentRecord)
    document = json.loads(to_line(record))
    (event,) = document["events"]
    assert (event["type"], event["modality"], event["dprk"]) == ("missile_test", "reported", True)
    assert event["mentions"][0]["trigger"]["text"] == "tiré"
    roles = {role["role"]: role["text"] for role in event["roles"]}
    assert roles["actor"] == "Corée du Nord"
    assert roles["quantity"] == "deux"
    dates = {date["id"]: date["value"] for date in document["dates"]}
    assert dates[event["date"]] == "2024-01-02"
    assert all(entity["start"] >= 15 for entity in document["entities"])
    assert document["pipeline"]["model"].startswith("fr_core_news_")


@pytest.mark.model
def test_the_same_bytes_whatever_stands_beside(real: Pipeline) -> None:
    other = article("b.txt", "Kim Jong-un s'est rendu en Russie en septembre 2023.\n")
    alone = [to_line(r) for r in real.records([article("a.txt")])]
    beside = [to_line(r) for r in real.records([other, article("a.txt"), other] * 9)]
    assert set(beside[1::3]) == {alone[0]}
    assert len(set(beside[0::3] + beside[2::3])) == 1
    assert alone == [to_line(r) for r in real.records([article("a.txt")])]


@pytest.mark.model
def test_words_are_forgotten_and_nothing_changes(
    real: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    def texts(first: int) -> list[Article]:
        return [
            article(f"{n}.txt", f"Le zorg{n} a tiré un missile.\n")
            for n in range(first, first + 64)
        ]

    lines = [to_line(record) for record in real.records(texts(0))]
    strings = len(real.vocabulary.strings)
    list(real.records(texts(64)))
    assert len(real.vocabulary.strings) < strings + 32
    assert [to_line(record) for record in real.records(texts(0))] == lines
