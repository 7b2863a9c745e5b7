"""Progress: number, rate and time left on a terminal, nothing elsewhere."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Iterator

import pytest
from rich.console import Console

from dprk_events.output import console as module
from dprk_events.output.console import FEW, with_progress


def drawn(
    items: Iterator[int], total: int | None, done: int = 0, terminal: bool = True
) -> tuple[str, list[int]]:
    stream = io.StringIO()
    console = Console(file=stream, width=80, force_terminal=terminal, _environ={})
    passed = list(with_progress(items, total, console, done=done))
    return stream.getvalue(), passed


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REFRESH", 0.0)


def slowly(number: int) -> Iterator[int]:
    for n in range(number):
        time.sleep(0.01)
        yield n


def test_number_rate_and_time_left() -> None:
    shown, passed = drawn(slowly(9), 9)
    assert passed == list(range(9))
    assert "5/9" in shown
    assert "9/9" in shown
    assert "/s" in shown
    assert "0:00:00" in shown


def test_a_resumed_run_begins_where_it_was() -> None:
    shown, passed = drawn(slowly(9), 109, done=100)
    assert len(passed) == 9
    assert "  1/109" not in shown
    assert "101/109" in shown
    assert "109/109" in shown


def test_nobody_knows_how_many() -> None:
    shown, passed = drawn(slowly(9), None)
    assert len(passed) == 9
    assert "9/?" in shown
    assert "/s" in shown


@pytest.mark.parametrize(("total", "terminal"), [(FEW, True), (50, False), (None, False)])
def test_none_for_few_and_none_in_a_pipe(total: int | None, terminal: bool) -> None:
    shown, passed = drawn(slowly(4), total, terminal=terminal)
    assert (shown, len(passed)) == ("", 4)


def test_there_is_no_thread_that_a_fork_would_cut_off() -> None:
    before = threading.active_count()

    def items() -> Iterator[int]:
        for n in range(9):
            assert threading.active_count() == before
            yield n

    drawn(items(), 9)
