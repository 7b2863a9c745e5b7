"""The same article gives the same events, whatever it was saved as."""

from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, parse_published, read_paths
from dprk_events.records import DocumentRecord
from tests.reading import samples

pytestmark = pytest.mark.model

FORMATS = {
    "a.txt": samples.as_text(),
    "wrapped.txt": samples.as_wrapped_text(),
    "a.html": samples.as_page(),
    "a.pdf": samples.as_pdf(),
    "columns.pdf": samples.as_pdf_in_columns(),
    "pages.pdf": samples.as_pdf_of_pages(),
    "a.docx": samples.as_docx(),
    "a.rtf": samples.as_rtf(),
    "a.eml": samples.as_mail(),
    "page.eml": samples.as_mail(page=True),
    "europresse.html": samples.as_europresse(),
    "factiva.html": samples.as_factiva(),
    "factiva.rtf": samples.factiva_rtf(),
    "a.warc": samples.as_warc(),
}


@pytest.fixture(scope="module")
def pipeline(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Pipeline:
    return Pipeline(parser.model, gazetteer, rules)


def said(pipeline: Pipeline, path: Path) -> list[object]:
    options = ReadingOptions(published=parse_published(samples.DAY))
    [record] = pipeline.records(read_paths([str(path)], options))
    assert isinstance(record, DocumentRecord)
    dates = {date.id: date.value for date in record.dates}
    return [
        (
            event.type,
            event.modality,
            dates.get(event.date or ""),
            ["".join(m.trigger.text.split()) for m in event.mentions],
            [(role.role, "".join(role.text.split())) for role in event.roles],
        )
        for event in record.events
    ]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "a.txt"])
def test_the_same_events(pipeline: Pipeline, tmp_path: Path, name: str) -> None:
    for each in ("a.txt", name):
        (tmp_path / each).write_bytes(FORMATS[each])
    expected = said(pipeline, tmp_path / "a.txt")
    assert len(expected) > 1
    assert said(pipeline, tmp_path / name) == expected
