"""A row of the timeline says what the event line says."""

from __future__ import annotations

from typing import Any

import pytest

from dprk_events.output.rows import event_row
from dprk_events.records import EventRecord, flatten_events
from tests.records.samples import TEXT, sample


def events() -> list[EventRecord]:
    return list(flatten_events(sample().record(), TEXT))


def changed(event: EventRecord, **changes: Any) -> EventRecord:
    return EventRecord.model_validate(event.model_dump(by_alias=True) | changes)


def test_a_row_has_everything() -> None:
    row = event_row(events()[0])
    assert (row.value, row.words, row.dated) == ("2024-01-02", "mardi 2 janvier", True)
    assert (row.type, row.modality, row.source) == (
        "missile test",
        "reported",
        "armée sud-coréenne",
    )
    assert (row.who, row.to_whom) == ("Corée du Nord", "")
    assert row.with_what == "deux missiles balistiques"
    assert row.where == "to mer du Japon"
    assert row.document == "tir.txt"
    assert row.dprk


def test_the_usual_name_is_shown() -> None:
    assert event_row(events()[1]).who == "Kim Jong-un"


def test_no_calendar_date_is_undated_with_its_words() -> None:
    row = event_row(events()[2])
    assert (row.value, row.words, row.dated) == ("", "récemment", False)
    assert not row.dprk


def test_part_of_a_date_is_said() -> None:
    event = events()[0]
    assert event.date is not None
    date = event.date.model_dump() | {"value": "2024-01", "part": "end"}
    time = event.time.model_dump() | {"value": "2024-01"}
    assert event_row(changed(event, date=date, time=time)).value == "2024-01 (end)"


def test_the_day_of_a_known_happening_is_one() -> None:
    event = events()[2]
    time = {"value": "2018-06-12", "earliest": "2018-06-12", "latest": "2018-06-12"}
    row = event_row(changed(event, date=None, time={**time, "ground": "known-happening"}))
    assert (row.value, row.words, row.month, row.dated) == ("2018-06-12", "", "2018-06", True)


def test_several_instruments_do_not_share_a_number() -> None:
    event = events()[0]
    roles = event.model_dump()["roles"]
    (missiles,) = (role for role in roles if role["role"] == "instrument")
    roles.append({**missiles, "name": "drones"})
    assert event_row(changed(event, roles=roles)).with_what == "deux missiles balistiques, drones"
    (number,) = (role for role in roles if role["role"] == "quantity")
    number["of"] = None
    assert event_row(changed(event, roles=roles)).with_what == (
        "missiles balistiques, drones; number: deux"
    )


@pytest.mark.parametrize("first", [0, 1])
def test_rows_are_in_order_of_date(first: int) -> None:
    """A day, then a day without a year, then nothing."""
    event = events()[0]
    assert event.date is not None
    time = event.time.model_dump()
    none = {**time, "value": None, "earliest": None, "latest": None, "ground": "none"}
    open_year = {**none, "value": "XXXX-01-01", "ground": "stated"}
    later = {**time, "value": "2024-02", "earliest": "2024-02-01", "latest": "2024-02-29"}
    since = {**time, "value": "../2023", "earliest": None, "latest": "2023-12-31"}
    given = [event, *(changed(event, time=each) for each in (none, open_year, later, since))]
    rows = sorted((event_row(each) for each in given[first:] + given[:first]), key=lambda r: r.key)
    assert [row.value for row in rows] == ["../2023", "2024-01-02", "2024-02", "XXXX-01-01", ""]


def test_hostile_words_are_shown_as_escapes() -> None:
    event = next(flatten_events(sample(path="d/\x1b[2Ja\nb.txt").record(), TEXT))
    assert event_row(event).document == "\\x1b[2Ja\\nb.txt"
