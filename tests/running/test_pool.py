"""Workers: order, killed ones, documents that kill; with a stand-in for the stages."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import time
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dprk_events.reading import Article, ReadingError, ReadingOptions, Source
from dprk_events.records import Extracted, build_error, to_line
from dprk_events.running import Work, jobs_of, run, run_documents
from dprk_events.running.batches import MOST
from dprk_events.running.pool import AHEAD, Pool

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="no fork"
)


class Echo:
    """Gives the text of each article back; some words in it make it slow or deadly."""

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        for item in items:
            if isinstance(item, ReadingError):
                yield Extracted(build_error(item), None)
                continue
            if "mourir" in item.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "finir" in item.text:
                os._exit(3)
            if "casser" in item.text:
                raise SystemError("broken")
            if "durer" in item.text:
                time.sleep(0.02)
            yield Extracted(build_error(ReadingError(item.path, "echo", item.text)), item.text)


def echo_lines(extracted: Extracted) -> Iterator[bytes]:
    yield to_line(extracted.record)


WORK = Work(Echo(), ReadingOptions(), echo_lines)


def source(number: int, words: str = "Le texte dit ceci.") -> Source:
    return Source(f"{number:04d}.txt", f"{number} {words}".encode())


def lines(sources: Iterable[Source | ReadingError], jobs: int) -> list[dict[str, Any]]:
    return [json.loads(outcome.lines) for outcome in run_documents(WORK, sources, jobs)]


@pytest.mark.parametrize("number", [0, 1, 2, 100])
@pytest.mark.parametrize("jobs", [2, 3])
def test_the_same_as_one_process(number: int, jobs: int) -> None:
    sources: list[Source | ReadingError] = [source(n) for n in range(number)]
    sources.insert(number // 2, ReadingError("x.txt", "empty", "nothing"))
    assert lines(sources, jobs) == lines(sources, 1)
    assert len(lines(sources, jobs)) == number + 1
    assert not multiprocessing.active_children()


def test_the_work_is_shared() -> None:
    class Who(Echo):
        def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
            time.sleep(0.05)
            for item in items:
                yield Extracted(build_error(ReadingError(item.path, "who", str(os.getpid()))), None)

    work = Work(Who(), ReadingOptions(), echo_lines)
    outcomes = list(run_documents(work, [source(n) for n in range(12)], 2))
    assert len({json.loads(outcome.lines)["error"]["message"] for outcome in outcomes}) == 2


@pytest.mark.parametrize("word", ["mourir", "finir", "casser"])
def test_a_document_that_kills_becomes_an_error_line(word: str) -> None:
    sources = [source(n) for n in range(2 * MOST)]
    sources[7] = source(7, f"Il faut {word}.")
    found = lines(sources, 2)
    assert [line["path"] for line in found] == [each.path for each in sources]
    assert [line["path"] for line in found if line["error"]["kind"] != "echo"] == ["0007.txt"]
    assert found[7]["error"]["kind"] == "worker-killed"
    assert "twice" in found[7]["error"]["message"]


def test_killed_workers_lose_nothing() -> None:
    """Workers are killed from outside, one after another, while they work."""
    sources = [source(n, "Cela va durer.") for n in range(60)]
    found = []
    kills = 0
    for outcome in run_documents(WORK, sources, 2):
        found.append(json.loads(outcome.lines))
        children = multiprocessing.active_children()
        if len(found) % 15 == 5 and children:
            children[-1].kill()
            kills += 1
    assert kills >= 3
    assert found == lines([source(n, "Cela va durer.") for n in range(60)], 1)


def test_a_killed_worker_that_waits_is_replaced() -> None:
    def slow() -> Iterator[Source]:
        for n in range(3):
            for child in multiprocessing.active_children():
                child.kill()
                child.join()
            yield source(n)

    pool = Pool(WORK, 2)
    assert len(list(pool.run(slow()))) == 3


def test_an_unfinished_run_leaves_no_process() -> None:
    outcomes = run_documents(WORK, (source(n) for n in range(10_000)), 2)
    next(outcomes)
    assert multiprocessing.active_children()
    outcomes.close()
    assert not multiprocessing.active_children()
    assert gc.get_freeze_count() == 0


def test_no_more_is_read_ahead_than_can_be_done_soon() -> None:
    taken = 0

    def endless() -> Iterator[Source]:
        nonlocal taken
        while True:
            taken += 1
            yield source(taken, "Cela va durer." if taken == 1 else "Court.")

    outcomes = run_documents(WORK, endless(), 2)
    for _ in range(10 * MOST):
        next(outcomes)
    outcomes.close()
    assert taken <= 10 * MOST + (AHEAD + 3) * 2 * MOST


def test_a_fault_in_writing_a_line_costs_one_document() -> None:
    class Documents(Echo):
        def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
            from tests.records.samples import TEXT, sample

            for item in items:
                yield Extracted(sample(item.path).record(), TEXT)

    def lines_(extracted: Extracted) -> Iterator[bytes]:
        if extracted.record.record == "document" and extracted.record.doc.path == "0001.txt":
            raise ZeroDivisionError("broken line")
        yield to_line(extracted.record)

    work = Work(Documents(), ReadingOptions(), lines_)
    kinds = [json.loads(o.lines)["record"] for o in work.each([source(n) for n in range(3)])]
    assert kinds == ["document", "error", "document"]


def test_number_of_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert jobs_of(3) == (3, None)
    assert jobs_of(0)[0] >= 1
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert jobs_of(1) == (1, None)
    number, remark = jobs_of(2)
    assert number == 1
    assert remark is not None and "cannot fork" in remark


@pytest.fixture
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str | ReadingError]:
    """Ten files of half of what is work enough for a process; there are four cores."""
    monkeypatch.setattr(run, "_cores", lambda: 4)
    paths: list[str | ReadingError] = [ReadingError("x.txt", "empty", "nothing")]
    for n in range(10):
        path = tmp_path / f"{n}.txt"
        path.write_bytes(b"x" * (run.WORTH // 2))
        paths.append(str(path))
    return paths


def test_as_many_jobs_as_there_is_work_for(listed: list[str | ReadingError]) -> None:
    found = [jobs_of(None, listed[:n], n)[0] for n in range(len(listed) + 1)]
    assert found == [1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 4]


def test_a_single_document_is_for_a_single_process(listed: list[str | ReadingError]) -> None:
    assert jobs_of(None, listed, 1) == (1, None)
    assert jobs_of(None, listed, 3) == (3, None)
    assert jobs_of(None, listed, None) == (4, None)  # files with any number of records


def test_one_process_for_what_has_no_size(
    listed: list[str | ReadingError], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert jobs_of(None, ["-"], None) == (1, None)
    assert jobs_of(None, [*listed, "-"], None) == (1, None)
    assert jobs_of(None, ["absent.txt", "a\0.txt"], 2) == (1, None)
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert jobs_of(None, listed, 11) == (1, None)  # nobody asked for more: nothing to say
