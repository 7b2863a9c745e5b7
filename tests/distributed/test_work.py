"""What a worker does with a part, without a cluster and without a model."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import pytest

from dprk_events.distributed import (
    Job,
    Lines,
    MismatchError,
    MissingEngineError,
    Part,
    do_part,
    make_plan,
    work,
)
from dprk_events.distributed.store import Store, require
from tests.distributed.conftest import fake_load


@pytest.fixture
def part(tmp_path: Path, job: Job) -> Part:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Texte {name}.\n" if name != "b" else "")
    Store(job.output).prepare()
    (only,) = make_plan([str(tmp_path / f"{name}.txt") for name in "abc"]).parts
    return only


def test_a_part_is_written_once(job: Job, part: Part) -> None:
    done = do_part(job, part)
    assert dataclasses.astuple(done) == ("part-000000.jsonl", 3, 1, False)
    file = Path(job.output) / done.file
    records = [json.loads(line)["record"] for line in file.read_bytes().splitlines()]
    assert records == ["document", "error", "document"]
    before = file.stat().st_mtime_ns
    assert dataclasses.astuple(do_part(job, part)) == ("part-000000.jsonl", 3, 1, True)
    assert file.stat().st_mtime_ns == before
    assert [p.name for p in Path(job.output).iterdir()] == [done.file]


@pytest.mark.parametrize("lines", ["events", "entities"])
def test_flat_lines(job: Job, part: Part, lines: Lines) -> None:
    done = do_part(dataclasses.replace(job, lines=lines), part)
    file = Path(job.output) / done.file
    records = [json.loads(line)["record"] for line in file.read_bytes().splitlines()]
    assert set(records) == {lines.removesuffix("s").replace("entitie", "entity"), "error"}
    assert done.lines == len(records) > 3


def test_parquet(job: Job, part: Part) -> None:
    pytest.importorskip("pyarrow")
    table = dataclasses.replace(job, format="parquet")
    assert dataclasses.astuple(do_part(table, part)) == ("part-000000.parquet", 3, 1, False)
    assert do_part(table, part).skipped


def test_a_worker_with_another_model_is_refused(
    job: Job, part: Part, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_load", fake_load(job.made_by | {"model_version": "2.0"}))
    with pytest.raises(MismatchError, match=r"model_version 2\.0, not 3"):
        do_part(job, part)
    assert list(Path(job.output).iterdir()) == []


def test_a_part_is_the_same_document_by_document(job: Job, part: Part) -> None:
    assert work.document_in_progress(job, part) is None
    file = Path(job.output) / do_part(job, part).file
    whole = file.read_bytes()
    done = work.do_part_one_by_one(job, part, frozenset())
    assert dataclasses.astuple(done) == ("part-000000.jsonl", 3, 1, False)
    assert file.read_bytes() == whole
    assert work.document_in_progress(job, part) == 2


def test_a_document_that_kills_is_given_up(job: Job, part: Part) -> None:
    file = Path(job.output) / work.do_part_one_by_one(job, part, frozenset({2})).file
    records = [json.loads(line) for line in file.read_bytes().splitlines()]
    assert [record["record"] for record in records] == ["document", "error", "error"]
    assert records[2]["path"].endswith("c.txt")
    assert records[2]["error"]["kind"] == "killed"
    assert work.document_in_progress(job, part) == 1


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingEngineError, match=r"pip install 'dprk-events\[cluster\]'"):
        require("distributed")
