"""Records and happenings become the rows of the report, and nothing is lost or made up."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from dprk_events.records import read_lines
from dprk_events.report import Collection, Line, ReportError, collect
from tests.report.made import DAY, Json, event, happening, hostile_document


def collected(lines: Iterable[Json], **options: bool) -> Collection:
    return collect(map(read, lines), **options)


def read(line: Json) -> tuple[Line, str | None]:
    """A line as the program reads it, with the text of a document that holds it."""
    if line["record"] == "happening":
        return line, None
    (record,) = read_lines([json.dumps(line).encode()], "f")
    return record, line["doc"].get("text")


def test_each_event_is_a_row() -> None:
    found = collected([event(1), event(2, day=None)])
    assert [item.accounts[0].document.path for item in found.items] == [
        "articles/1.txt", "articles/2.txt",
    ]  # fmt: skip
    assert (found.documents, found.elsewhere, found.linked) == (2, 0, False)


def test_ids_stay_apart_when_a_document_is_there_twice() -> None:
    first, second = collected([event(1), event(1)]).items
    assert second.id == f"{first.id}-2"


def test_what_does_not_involve_north_korea_is_counted_and_left_out() -> None:
    lines = [event(1), event(2, dprk=False)]
    found = collected(lines)
    assert (len(found.items), found.elsewhere) == (1, 1)
    assert len(collected(lines, everything=True).items) == 2


def test_a_happening_stands_for_its_events_wherever_its_line_is() -> None:
    found = collected([event(1), happening(1, 2), event(2), event(3)])
    linked, alone = found.items
    assert found.linked
    assert [account.document.path for account in linked.accounts] == [
        "articles/1.txt", "articles/2.txt",
    ]  # fmt: skip
    assert linked.accounts[1].why == "même jour, même auteur"
    assert linked.roles[0].sources == 2
    assert [told.value for told in linked.disagreements[0].values] == [2, 3]
    assert (alone.accounts[0].document.path, alone.time.value) == ("articles/3.txt", DAY)


def test_a_happening_without_its_events_is_an_error_that_says_what_is_missing() -> None:
    with pytest.raises(ReportError, match=r"event E1 of sha256:\w+ is not in the other files"):
        collected([event(1), happening(1, 2)])


def test_a_line_that_only_says_that_it_is_a_happening_is_an_error() -> None:
    with pytest.raises(ReportError, match=r"^h-.*: not a happening \(roles: .*link`\."):
        collected([event(1), {**happening(1), "roles": None}])


def test_a_record_of_another_kind_is_an_error() -> None:
    entity = {
        "record": "entity", "schema": 2, "doc": event(1)["doc"], "id": "T1", "label": "LOC",
        "text": "Séoul", "start": 0, "end": 5, "canonical": None, "kb": None, "country": "KR",
    }  # fmt: skip
    with pytest.raises(ReportError, match="not of entity records"):
        collected([entity])


def test_a_document_gives_what_only_it_knows() -> None:
    found = collected([hostile_document(1, "Le Quotidien", "https://example.org/a")])
    document = found.items[0].accounts[0].document
    assert (document.outlet, document.url) == ("Le Quotidien", "https://example.org/a")


def test_the_surest_account_gives_the_confidence() -> None:
    found = collected([event(1, confidence=0.4), event(2, confidence=None), happening(1, 2)])
    assert found.items[0].confidence == 0.4
