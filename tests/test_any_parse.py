"""No parse makes the program fail, whichever model made it and however wrong it is.

The models differ, and users may have another one than these tests have. So parses are disturbed:
heads, labels, word classes, features, sentence ends and names, and any token may be the last.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from typer.testing import CliRunner

from dprk_events.cli import app
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from dprk_events.reading import Article, ReadingOptions, Source, parse_published, read_safely
from dprk_events.records import DocumentRecord, flatten_events
from tests.disturbed import disturbed

pytestmark = pytest.mark.model

TEXT = (
    "Pyongyang tire deux missiles, Séoul et Tokyo condamnent\n\n"
    "SÉOUL, 11 juin (Yonhap) – La Corée du Nord a tiré mardi deux missiles balistiques de courte "
    "portée vers la mer du Japon, a annoncé l'état-major interarmées sud-coréen, qui a parlé d'une "
    "« grave provocation ». Ni Séoul ni Tokyo n'ont exclu de nouvelles sanctions : « Le Nord "
    "devra payer », a prévenu M. Yoon.\n"
    "Selon l'agence KCNA, Kim Jong Un, qui a assisté au tir, aurait menacé lundi les États-Unis "
    "et, la veille, promis d'envoyer des troupes en Russie, où dix mille soldats auraient été "
    "envoyés depuis octobre 2024.\n"
    "Le président russe Vladimir Poutine s'est rendu à Pyongyang en juin, après avoir reçu son "
    "homologue à Vladivostok ; les deux pays y ont signé un traité. Il a été reçu par Kim, et "
    "leur rencontre a duré deux heures, selon des médias d'État.\n"
    "Le 16 juin 2020, le Nord a fait exploser le bureau de liaison, puis refusé tout dialogue. "
    "Celui-ci pourrait reprendre demain si Washington lève ses sanctions, ce que Pyongyang exige "
    "depuis le sommet de Hanoï. Un hacker nord-coréen, accusé d'avoir volé 1,5 milliard de "
    "dollars, a été inculpé par la justice américaine."
)
OPTIONS = ReadingOptions(
    parse_published("2024-06-12"), encoding="utf-8", format="text", any_language=True
)


@pytest.fixture(scope="module")
def pipeline(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Pipeline:
    return Pipeline(parser.model, gazetteer, rules)


@pytest.fixture(scope="module")
def parsed(parser: Parser) -> Doc:
    (doc,) = parser.parse([TEXT])
    return doc


def _record(pipeline: Pipeline, doc: Doc, monkeypatch: pytest.MonkeyPatch) -> DocumentRecord | None:
    """Return the record of a parse; None for the few words that no article can be."""
    article = read_safely(Source("text", doc.text.encode()), OPTIONS)
    if not isinstance(article, Article) or len(article.as_read.readable) != len(doc.text):
        return None
    with monkeypatch.context() as patch:
        patch.setattr(pipeline._parser, "parse", lambda _: iter([doc]))
        record = pipeline.record(pipeline.analyse(article))
    list(flatten_events(record, None))
    return record


def _quotes(found: Any, text: str) -> None:
    """Hold every part of a record that has a place and words against the text."""
    if isinstance(found, dict):
        if {"start", "end"} <= found.keys():
            start, end = found["start"], found["end"]
            assert 0 <= start < end <= len(text)
            assert found.get("text") in (None, text[start:end])
        found = list(found.values())
    if isinstance(found, list):
        for part in found:
            _quotes(part, text)


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_parse_gives_a_record(
    pipeline: Pipeline, parsed: Doc, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    doc = disturbed(parsed, Random(seed))  # noqa: S311 (nothing is kept secret)
    record = _record(pipeline, doc, monkeypatch)
    if record is None:
        return
    _quotes(record.model_dump(mode="json", by_alias=True), doc.text)
    for mention in (mention for event in record.events for mention in event.mentions):
        span, trigger = mention.sentence, mention.trigger
        assert span.start <= trigger.start < trigger.end <= span.end
    written = record.model_dump_json(by_alias=True)
    assert DocumentRecord.model_validate_json(written) == record
    again = _record(pipeline, doc, monkeypatch)
    assert again is not None
    assert again.model_dump_json(by_alias=True) == written


@pytest.mark.parametrize(
    "alone",
    [
        "PYONGYANG (AFP) — ",
        "SÉOUL, Corée du Nord, 12 juin (Reuters) –",
        "Publié le 12 juin à Pyongyang",
    ],
)
def test_a_text_may_be_no_sentence(pipeline: Pipeline, alone: str) -> None:
    article = read_safely(Source("text", alone.encode()), OPTIONS)
    (record,) = pipeline.records([article])
    assert isinstance(record, DocumentRecord)
    assert not record.events


ODD = {
    "capitals": TEXT.upper(),
    "accents apart": unicodedata.normalize("NFD", TEXT),
    "line ends": TEXT.replace("\n", "\r\n", 1).replace("\n\n", "\r\r"),
    "no full stop": TEXT.replace(".", "").replace("\n", " ") * 3,
    "no space": TEXT.replace(" ", ""),
    "words alone": TEXT.replace(" ", "\n"),
    "signs without width": TEXT.replace("r", "r\u200b"),
    "right to left": TEXT.replace(" ", " \u200f\u202b"),
    "one headline": "Pyongyang tire un missile\n" * 30,
    "dates": TEXT + " le 3 mai 2019," * 200,
    "other scripts": f"북한 {TEXT} 🚀 Северная Корея كوريا الشمالية",
    "signs": "« » … — ( ) 12 🚀\n" * 20,
    "one word": "Pyongyang",
    "blank": " \n\u200b\n ",
    "nothing": "",
}


@pytest.mark.usefixtures("ready")
def test_odd_texts_are_read(tmp_path: Path) -> None:
    for name, text in ODD.items():
        (tmp_path / f"{name}.txt").write_bytes(text.encode())
    call = ["extract", str(tmp_path), "--any-language", "--published", "2024-06-12", "-q"]
    result = CliRunner().invoke(app, call)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) == len(ODD)
    failed = {Path(r["path"]).stem for r in records if r["record"] == "error"}
    assert failed <= {"blank", "nothing"}
    assert result.exit_code == (1 if failed else 0)
    again = CliRunner().invoke(app, call)
    assert again.stdout == result.stdout
