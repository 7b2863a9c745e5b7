"""The timeline: a line or two an event, in the groups and the order that were asked for."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from dprk_events.output.rows import EventRow
from dprk_events.output.timeline import WIDE, Grouping, Order, Timeline, order_of


def row(**changes: Any) -> EventRow:
    """Give a row; ``value`` sets its key, too."""
    value = changes.get("value", "2024-01-05")
    rank = 2 if not value else 1 if value.startswith("X") else 0
    day = f"{value}-01-01"[:10] if len(value) == len("2023") else value[:10]
    given: dict[str, Any] = {
        "key": (rank, day if rank == 0 else value, "a.txt", "0"),
        "value": value,
        "words": "",
        "type": "missile test",
        "modality": "asserted",
        "source": "Séoul",
        "who": "Corée du Nord",
        "to_whom": "",
        "with_what": "missiles",
        "where": "in Sunan",
        "document": "a.txt",
        "trigger": "tir",
        "dprk": True,
        "confidence": 0.86,
    }
    return EventRow(**{**given, **changes})


def drawn(
    rows: list[EventRow], by: Grouping = "month", order: Order = "date", width: int = 80
) -> list[str]:
    stream = io.StringIO()
    console = Console(file=stream, width=width, _environ={})
    console.print(Timeline(sorted(rows, key=order_of(by, order)), by))
    return [line.rstrip() for line in stream.getvalue().splitlines()]


def test_two_lines_an_event_and_one_where_there_is_room() -> None:
    assert drawn([row()]) == [
        "January 2024  1",
        "2024-01-05    missile test      Corée du Nord" + " " * 23 + "asserted .86",
        "              missiles · in Sunan · according to Séoul               a.txt “tir”",
    ]
    _, line = drawn([row()], width=WIDE)
    assert line.startswith("2024-01-05    missile test      Corée du Nord")
    assert "missiles · in Sunan · according to Séoul" in line
    assert line.endswith("a.txt “tir” asserted .86")


def test_by_month() -> None:
    rows = [
        row(value=""),
        row(value="XXXX-01"),
        row(value="2024-02-01"),
        row(),
        row(value="2023"),
        row(value="2024-01-02"),
    ]
    headings = [line for line in drawn(rows) if line and line[-1].isdigit() and "  " in line]
    headings = [line for line in headings if "asserted" not in line]
    assert headings == [
        "2023  1", "January 2024  2", "February 2024  1", "year unknown  1", "undated  1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("by", "headings"),
    [("article", ["a.txt  1", "b.txt  1"]), ("type", ["missile test  1", "visit  1"])],
)
def test_by_article_and_type(by: Grouping, headings: list[str]) -> None:
    lines = drawn([row(type="visit", document="b.txt"), row()], by)
    assert [line for line in lines if line.endswith("  1")] == headings
    assert sum("missile test" in line for line in lines) == 1


def test_the_surest_first_and_those_without_a_figure_last() -> None:
    rows = [row(who=str(sure), confidence=sure) for sure in (0.5, None, 0.9)]
    lines = drawn(rows, "type", "confidence")
    assert [line.split()[1] for line in lines[1::2]] == ["0.9", "0.5", "None"]


@pytest.mark.parametrize(
    ("value", "short"),
    [
        ("2024-01-05/2024-01-07", "2024-01-05/07"),
        ("2024-01-30/2024-02-02", "2024-01-30/0…"),
        ("2023-12-30/2024-01-02", "2023-12-30/2…"),
        ("2024-01/..", "2024-01/.."),
    ],
)
def test_a_span_is_short(value: str, short: str) -> None:
    assert drawn([row(value=value)])[1].split()[0] == short


def test_nothing_is_wider_than_the_console() -> None:
    long = row(who="Corée " * 40, to_whom="Russie " * 40, with_what="obus " * 40, trigger="x" * 90)
    for width in (60, 80, WIDE, 200):
        assert max(map(len, drawn([long], width=width))) <= width
