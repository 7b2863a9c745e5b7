"""Batches hold all documents in order, are balanced by size and get small at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.reading import ReadingError, Source
from dprk_events.running.batches import AHEAD, AT_LEAST, MOST, MOST_BYTES, batches_of, weight


def source(number: int, size: int = 2000) -> Source:
    return Source(f"{number}.txt", bytes(size))


@given(st.lists(st.integers(0, 3 * MOST_BYTES), max_size=80), st.integers(1, 5))
def test_every_document_once_and_in_order(sizes: list[int], jobs: int) -> None:
    sources = [source(n, size) for n, size in enumerate(sizes)]
    batches = list(batches_of(sources, jobs))
    assert [each for batch in batches for each in batch] == sources
    assert all(1 <= len(batch) <= MOST for batch in batches)
    for batch in batches:
        assert sum(map(weight, batch[:-1])) <= MOST_BYTES + AT_LEAST


@pytest.mark.parametrize("number", [2, 3, 10, 60, 500])
def test_no_worker_has_much_more_than_another(number: int) -> None:
    """Two workers, each taking the next batch when it is free, end at about the same time."""
    busy = [0.0, 0.0]
    for batch in batches_of([source(n) for n in range(number)], 2):
        busy[busy.index(min(busy))] += len(batch)
    assert abs(busy[0] - busy[1]) <= max(1, 0.05 * number)


def test_many_documents_make_full_batches() -> None:
    sizes = [len(batch) for batch in batches_of((source(n) for n in range(1000)), 2)]
    assert sizes[:20] == [MOST] * 20
    assert sizes[-1] == 1


def test_large_documents_stand_alone() -> None:
    batches = list(batches_of([source(n, 2 * MOST_BYTES) for n in range(5)], 1))
    assert [len(batch) for batch in batches] == [1] * 5


def test_only_a_bounded_number_is_taken_ahead() -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield source(taken)

    next(batches_of(endless(), 3))
    assert taken <= AHEAD * 3 * MOST + 1


def test_files_are_weighed_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 700)
    assert weight(Source(str(file))) == AT_LEAST + 700
    assert weight(Source(str(tmp_path / "gone"))) == AT_LEAST
    assert weight(Source("a\0b")) == AT_LEAST
    assert weight(ReadingError("a", "empty", "")) == AT_LEAST
