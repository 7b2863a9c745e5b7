"""A real cluster of two workers on this machine, and what it does when one is killed."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dprk_events.distributed import Job, MismatchError, PartResult, make_job, make_plan, run
from dprk_events.distributed.dask import connect, run_parts
from dprk_events.distributed.store import Store
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, load_model
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, list_paths, read_each
from dprk_events.records import to_line
from tests.distributed.conftest import fake_load

distributed: Any = pytest.importorskip("distributed")

SAMPLES = sorted(map(str, (Path(__file__).parents[2] / "samples").glob("*.txt")))

pytestmark = pytest.mark.cluster


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with connect(None, 2, print) as cluster:
        yield cluster


def parts_of(job: Job) -> list[bytes]:
    lines = [p.read_bytes() for p in sorted(Path(job.output).glob("part-*"))]
    return b"".join(lines).splitlines(keepends=True)


@pytest.mark.model
def test_the_same_lines_after_a_killed_worker(client: Any, tmp_path: Path) -> None:
    inputs = [*SAMPLES[:6], str(tmp_path / "nonesuch.txt"), *SAMPLES[:6]]
    plan = make_plan(inputs, 2_000)
    assert len(plan.parts) >= 8
    job = make_job(str(tmp_path / "out"))
    Store(job.output).prepare()
    before = set(client.run(os.getpid).values())
    done: list[PartResult] = []
    for each in run_parts(client, job, plan.parts):
        if not done:
            os.kill(min(before), signal.SIGKILL)
        done.append(each)
    assert sorted(each.file for each in done) == [p.file("jsonl") for p in plan.parts]
    client.wait_for_workers(2, timeout=30)
    assert min(before) not in set(client.run(os.getpid).values())

    extractor = Pipeline(load_model(), Gazetteer.load(), RuleSet.load())
    items = read_each(list_paths(inputs), ReadingOptions())
    assert parts_of(job) == [to_line(record) for record in extractor.records(items)]


class Stand(distributed.WorkerPlugin):  # type: ignore[misc]
    """Gives each worker, also one that comes later, the stand-in for model and rules."""

    def __init__(self, made_by: dict[str, str]) -> None:
        self.made_by = made_by

    def setup(self, worker: Any) -> None:
        from dprk_events.distributed import work

        del worker
        work._load = fake_load(self.made_by)


@pytest.mark.slow
def test_a_document_that_kills_every_worker_is_an_error(client: Any, tmp_path: Path) -> None:
    for n in range(12):
        (tmp_path / f"{n:02}.txt").write_text("mourir" if n == 5 else f"Texte {n}.")
    job = make_job(str(tmp_path / "out"))
    Store(job.output).prepare()
    client.register_plugin(Stand(job.made_by), name="stand")
    plan = make_plan([str(tmp_path)], 40)
    assert len(plan.parts) >= 3
    done = list(run_parts(client, job, plan.parts))
    client.unregister_worker_plugin("stand")
    assert sum(each.errors for each in done) == 1
    records = [json.loads(line) for line in parts_of(job)]
    assert len(records) == 12
    assert records[5]["record"] == "error"
    assert records[5]["path"] == str(tmp_path / "05.txt")
    assert records[5]["error"]["kind"] == "killed"


def test_a_whole_run_and_a_second_one(client: Any, tmp_path: Path) -> None:
    texts = tmp_path / "in"
    texts.mkdir()
    for n in range(4):
        (texts / f"{n}.txt").write_text(f"Texte {n}.")
    job = make_job(str(tmp_path / "out"))
    client.register_plugin(Stand(job.made_by), name="stand")
    address = client.scheduler.address
    first = run(job, [str(texts)], address=address, part_bytes=20)
    assert (first.skipped, first.lines, first.errors) == (0, 4, 0)
    assert first.parts > 1
    manifest = (tmp_path / "out" / "manifest.json").read_bytes()
    lines = parts_of(job)
    (tmp_path / "out" / "part-000001.jsonl").unlink()
    second = run(job, [str(texts)], address=address, part_bytes=20)
    assert (second.skipped, second.lines) == (first.parts - 1, 4)
    assert parts_of(job) == lines
    assert (tmp_path / "out" / "manifest.json").read_bytes() == manifest
    assert json.loads(manifest)["complete"] is True
    with pytest.raises(MismatchError, match="different inputs"):
        run(job, [str(texts)], address=address, part_bytes=30)
    client.unregister_worker_plugin("stand")
