"""The library gives what the command writes, with errors that a program can handle."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dprk_events
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.library import DocumentError, Extraction, Extractor
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, read_paths
from dprk_events.records import DocumentRecord

pytestmark = pytest.mark.model

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
SHOT = "La Corée du Nord a tiré mardi un missile."

ENGLISH = (
    "North Korea fired two missiles on Tuesday, the army of the South said, and the two launches "
    "were the first that have been seen since the spring of the year before."
)


@pytest.fixture(scope="module")
def events(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Extractor:
    return Extractor(Pipeline(parser.model, gazetteer, rules))


def only(results: Iterator[Extraction | DocumentError]) -> Extraction:
    (result,) = results
    assert isinstance(result, Extraction)
    return result


def test_a_text_gives_the_record_of_its_file(events: Extractor) -> None:
    for path in SAMPLES[:3]:
        (item,) = read_paths([str(path)], ReadingOptions())
        (record,) = events.pipeline.records([item])
        assert isinstance(record, DocumentRecord)
        published = record.doc.published.value if record.doc.published.source != "text" else None
        result = events.extract(path.read_text("utf-8"), published=published)
        written = json.loads(json.dumps(record.model_dump(by_alias=True, mode="json")))
        assert result.to_dict()["events"] == written["events"]
        assert result.to_dict()["doc"]["id"] == written["doc"]["id"]
        assert json.loads(result.to_json()) == result.to_dict()


def test_many_texts_in_two_processes_are_the_same(events: Extractor) -> None:
    texts = [path.read_text("utf-8") for path in SAMPLES[:4]]
    one = [result.to_dict() for result in map(only_extraction, events.extract_many(texts))]
    two = [result.to_dict() for result in map(only_extraction, events.extract_many(texts, jobs=2))]
    assert one == two
    assert sum(len(each["events"]) for each in one) > 10


def only_extraction(result: Extraction | DocumentError) -> Extraction:
    assert isinstance(result, Extraction)
    return result


def test_a_mapping_brings_its_own_metadata(events: Extractor) -> None:
    text = {"text": SHOT, "published": "2024-01-05", "title": "Tir", "id": "7", "source": "X"}
    result = only(events.extract_many([text], published="2020-01-01"))
    doc = result.record.doc
    assert (doc.title, doc.record_id, doc.source) == ("Tir", "7", "X")
    assert result.events[0].doc.published.value == "2020-01-01"  # the nearer to the user's word


def test_extract_takes_metadata(events: Extractor) -> None:
    result = events.extract(SHOT, published="2024-01-05", title="Tir", url="u", source="X")
    doc = result.record.doc
    assert (doc.title, doc.url, doc.source) == ("Tir", "u", "X")
    assert doc.published.value == "2024-01-05"
    date = result.events[0].date
    assert date is not None and date.value == "2024-01-02"


def test_without_a_date_nothing_is_made_up(events: Extractor) -> None:
    date = events.extract(SHOT).events[0].date
    assert date is not None and (date.text, date.value) == ("mardi", None)


@pytest.mark.parametrize(("text", "kind"), [("", "empty"), (ENGLISH, "not-french")])
def test_errors(events: Extractor, text: str, kind: str) -> None:
    with pytest.raises(DocumentError) as raised:
        events.extract(text)
    assert raised.value.kind == kind
    with pytest.raises(DocumentError):
        list(events.extract_many([SHOT, text, SHOT]))
    kept = list(events.extract_many([SHOT, text, SHOT], errors="keep"))
    assert [type(each) for each in kept] == [Extraction, DocumentError, Extraction]


def test_a_day_that_is_none(events: Extractor) -> None:
    with pytest.raises(ValueError, match="2024-02-31"):
        events.extract(SHOT, published="2024-02-31")


def test_a_text_may_be_extracted_while_many_are(events: Extractor) -> None:
    outer = events.extract_many([SHOT, SHOT])
    first = next(outer)
    assert isinstance(first, Extraction)
    assert events.extract(SHOT).to_dict()["events"] == first.to_dict()["events"]
    assert len(list(outer)) == 1


def test_files(events: Extractor, tmp_path: Path) -> None:
    (tmp_path / "2024-01-05.txt").write_text(SHOT, encoding="utf-8")
    result = only(events.extract_files([tmp_path]))
    assert result.to_rows()[0]["date"] == "2024-01-02"


def test_the_import_alone_loads_nothing_heavy() -> None:
    code = (
        "import sys, dprk_events; heavy = {'spacy', 'pydantic', 'numpy', 'typer'}; "
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = dprk_events.Nothing
    assert dprk_events.Extractor is Extractor


def test_participants_are_quoted_as_the_input_has_them(events: Extractor) -> None:
    text = (
        "Pyongyang a tiré lundi deux missiles balis-\n"
        "tiques de courte portée vers la mer du Ja-\n"
        "pon, a annoncé l'état-major sud-co-\n"
        "réen dans un communiqué publié dans la ma-\n"
        "tinée, au lendemain d'un essai de moteur.\n"
    )
    result = events.extract(text, published="2024-01-05")
    event = result.record.events[0]
    spans = {text[start:end] for each in event.sources for start, end in each.spans}
    assert spans == {"état-major sud-co-\nréen"}
    for each in (*event.roles, *event.sources):
        assert text[each.start : each.end] == each.text
    named = {role.role: getattr(role, "name", None) for role in event.roles}
    assert named["instrument"] == "missiles balistiques de courte portée"
    assert named["destination"] == "mer du Japon"
