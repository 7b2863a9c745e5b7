"""A result as HTML: everything found is marked, and no text becomes markup."""

from __future__ import annotations

import html
import re

from dprk_events.library import Extraction
from tests.records.samples import TEXT, sample


def shown(text: str = TEXT) -> str:
    return Extraction(sample().record(), text)._repr_html_()


def plain(markup: str) -> str:
    """Give the text of the marked part, labels left out."""
    marked = markup.split("<table", maxsplit=1)[0]
    without_labels = re.sub(r"<span[^>]*>[^<]*</span>", "", marked)
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", without_labels)).split())


def test_the_text_is_whole_and_triggers_are_marked() -> None:
    record = sample().record()
    markup = shown()
    assert plain(markup) == "".join(TEXT.split())
    for event in record.events:
        assert f"{event.id} {event.type}" in markup
    assert all(f">{entity.label}<" in markup for entity in record.entities)
    assert markup.count("<tr>") == len(record.events) + 1


def test_no_text_becomes_markup() -> None:
    evil = "<script>alert(1)</script>"
    hostile = evil + TEXT[len(evil) :]
    assert len(hostile) == len(TEXT)
    markup = shown(hostile)
    assert "<script" not in markup
    assert "&lt;script&gt;" in markup


def test_no_events() -> None:
    record = sample().record().model_copy(update={"events": []})
    assert "No events." in Extraction(record, TEXT)._repr_html_()
