"""Which events are wanted: each thing that can be asked alone and together."""

from __future__ import annotations

from typing import Any

import pytest

from dprk_events.reading import ReadingError
from dprk_events.records import (
    DocumentRecord,
    EventFilter,
    EventRecord,
    build_error,
    flatten_events,
)
from tests.records.samples import TEXT, sample


def event(**changes: Any) -> EventRecord:
    """Give a missile test of 2 January 2024 by North Korea, reported."""
    given = next(flatten_events(sample().record(), TEXT)).model_dump(by_alias=True)
    return EventRecord.model_validate(given | changes)


def time(value: str | None, first: str | None, last: str | None) -> dict[str, str | None]:
    return {"value": value, "earliest": first, "latest": last, "ground": "stated"}


def test_who_asks_nothing_gets_all() -> None:
    assert EventFilter().keeps(event())
    assert EventFilter().keeps(event(time=time(None, None, None)))


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (EventFilter(types=frozenset({"missile_test", "visit"})), True),
        (EventFilter(types=frozenset({"visit"})), False),
        (EventFilter(modalities=frozenset({"reported"})), True),
        (EventFilter(modalities=frozenset({"asserted"})), False),
        (EventFilter(countries=frozenset({"KP"})), True),
        (EventFilter(countries=frozenset({"RU"})), False),
        (EventFilter(since="2024-01-02", until="2024-01-02"), True),
        (EventFilter(since="2024-01-03"), False),
        (EventFilter(until="2024-01-01"), False),
        (EventFilter(types=frozenset({"missile_test"}), since="2025-01-01"), False),
    ],
)
def test_what_is_asked(asked: EventFilter, kept: bool) -> None:
    assert asked.keeps(event()) is kept


def test_confidence() -> None:
    asked = EventFilter(min_confidence=0.8)
    assert asked.keeps(event(confidence=0.8))
    assert not asked.keeps(event(confidence=0.79))
    assert not asked.keeps(event(confidence=None))


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (time("2024", "2024-01-01", "2024-12-31"), True),
        (time("2023-12/2024-03", "2023-12-01", "2024-03-31"), True),
        (time("../2024", None, "2024-12-31"), True),
        (time("2024-07/..", "2024-07-01", None), False),
        (time(None, None, "2024-04-01"), False),
        (time("XXXX-03-05", None, None), False),
    ],
)
def test_a_date_that_has_a_day_in_the_range(told: dict[str, str | None], kept: bool) -> None:
    asked = EventFilter(since="2024-03-01", until="2024-05-31")
    assert asked.keeps(event(time=told)) is kept


def test_of_a_record_the_wanted_events_are_left() -> None:
    record, wanted = sample().record(), EventFilter(types=frozenset({"missile_test"}))
    document = wanted.of(record)
    assert isinstance(document, DocumentRecord)
    assert [each.type for each in document.events] == ["missile_test"]
    assert document.entities == record.entities
    assert wanted.of(event()) == event()
    assert wanted.of(event(type="visit")) is None
    failed = build_error(ReadingError("x.txt", "empty", "Rien."))
    assert wanted.of(failed) is failed
