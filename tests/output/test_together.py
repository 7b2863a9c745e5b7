"""The summary of several documents: one row for what they tell together."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from dprk_events.output import together
from dprk_events.output.summary import Summary
from dprk_events.output.tables import print_summary
from dprk_events.records import EventFilter, Record
from tests.linking.made import NORTH, made

DAY = "2024-03-18"
RECORDS: list[Record] = [
    made("a", "missile_test", NORTH, day=DAY, counts=(("missiles", 2, 2),), source="Le Matin"),
    made("b", "missile_test", NORTH, day=DAY, counts=(("missiles", 3, 3),), source="Le Soir"),
    made("c", "missile_test", NORTH, day=DAY, modality="negated", source="Le Soir"),
    made("c", "military_parade", NORTH, number=2, day="2022-04-25"),
]


def summed(records: list[Record], **options: object) -> Summary:
    summary = Summary(None, **{"linked": True, **options})  # type: ignore[arg-type]
    for record in records:
        summary.add(record)
    return summary


def drawn(summary: Summary) -> str:
    stream = io.StringIO()
    print_summary(Console(file=stream, width=80, _environ={}), summary, [])
    return stream.getvalue()


def test_what_several_documents_tell_is_one_row_with_its_sources() -> None:
    shown = summed(RECORDS).timeline()
    told = [(row.type, row.documents, row.sources, row.disputed) for row in shown.rows]
    assert told == [("military parade", 1, 1, ""), ("missile test", 3, 2, "quantity")]
    assert (shown.total, shown.shared, shown.linked) == (2, 1, True)
    text = drawn(summed(RECORDS))
    assert "2 sources, 3 documents" in text
    assert "told differently: quantity" in text
    assert "2 happenings, 1 of them told by several documents" in " ".join(text.split())


@pytest.mark.parametrize("options", [{"linked": False}, {"by": "article"}])
def test_events_are_shown_each_on_demand(options: dict[str, object]) -> None:
    shown = summed(RECORDS, **options).timeline()
    assert (len(shown.rows), shown.linked) == (4, False)


def test_one_document_is_not_linked() -> None:
    assert not summed(RECORDS[2:]).timeline().linked


def test_a_happening_is_shown_whole_if_one_of_its_events_is_wanted() -> None:
    wanted = EventFilter(modalities=frozenset(["negated"]))
    (row,) = summed(RECORDS, wanted=wanted).timeline().rows
    assert (row.type, row.modality, row.documents) == ("missile test", "asserted", 3)


def test_too_many_events_are_left_to_link(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "MOST_LINKED", 3)
    summary = summed(RECORDS)
    assert (len(summary.timeline().rows), summary.keeps) == (4, False)
    assert "`dprk-events link` does" in " ".join(drawn(summary).split())
