"""``extract --engine``: what is asked of it and what it says (no cluster is started)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dprk_events import distributed
from dprk_events.cli import app
from dprk_events.distributed import ClusterError, Job, Totals

run = CliRunner()


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Take the place of the run; "broken" among the inputs makes it fail."""
    seen: list[dict[str, Any]] = []

    def stand_in(job: Job, inputs: list[str], **options: Any) -> Totals:
        seen.append({"job": job, "inputs": inputs, **options})
        if "broken" in inputs:
            raise ClusterError("no worker")
        return Totals(parts=3, skipped=1, lines=12, errors=inputs.count("bad"))

    monkeypatch.setattr(distributed, "run", stand_in)
    return seen


def test_options_reach_the_engine(calls: list[dict[str, Any]], tmp_path: Path) -> None:
    folder = str(tmp_path / "out")
    result = run.invoke(
        app,
        ["extract", "a", "b", "--engine", "dask", "--address", "tcp://x:1", "-o", folder,
         "--parts", "parquet", "--records", "events", "--published", "2024-01-05"],
    )  # fmt: skip
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        f"dprk-events: 12 lines in 3 parts (1 already existed), written to {folder}\n"
    )
    (call,) = calls
    job = call["job"]
    assert (call["inputs"], call["address"]) == (["a", "b"], "tcp://x:1")
    assert (job.output, job.lines, job.format) == (folder, "events", "parquet")
    assert str(job.options.published) == "2024-01-05"


def test_errors_among_the_lines_are_told(calls: list[dict[str, Any]], tmp_path: Path) -> None:
    arguments = ["extract", "bad", "--engine", "dask", "-o", str(tmp_path)]
    result = run.invoke(app, arguments)
    assert result.exit_code == 1
    assert "12 lines (1 of them errors)" in result.stderr
    assert run.invoke(app, [*arguments, "-q"]).stderr == ""
    assert calls[0]["job"].format == "jsonl"


def test_a_run_that_fails(calls: list[dict[str, Any]], tmp_path: Path) -> None:
    result = run.invoke(app, ["extract", "broken", "--engine", "dask", "-o", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (2, "dprk-events: --engine: no worker\n")
    assert len(calls) == 1


@pytest.mark.parametrize("place", [[], ["-o", "-"], ["-o", __file__]])
def test_a_folder_is_asked_for(calls: list[dict[str, Any]], place: list[str]) -> None:
    result = run.invoke(app, ["extract", "a", "--engine", "dask", *place])
    assert result.exit_code == 2
    assert "Give a folder for them with -o FOLDER" in result.stderr
    assert calls == []


@pytest.mark.parametrize("option", [["--address", "tcp://x:1"], ["--parts", "jsonl"]])
def test_options_of_the_engine_need_it(option: list[str]) -> None:
    result = run.invoke(app, ["extract", "a", *option])
    assert result.exit_code == 2
    assert f"{option[0]} requires --engine dask" in result.stderr


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("distributed", "fsspec", "fsspec.core"):
        monkeypatch.setitem(sys.modules, name, None)
    file = tmp_path / "a.txt"
    file.write_text("Un texte.")
    result = run.invoke(
        app, ["extract", str(file), "--engine", "dask", "-o", str(tmp_path / "out")]
    )
    assert result.exit_code == 2
    assert "pip install 'dprk-events[cluster]'" in result.stderr


@pytest.mark.parametrize(("jobs", "workers"), [([], 0), (["-j", "0"], 0), (["-j", "1"], 1)])
def test_jobs_are_workers(
    calls: list[dict[str, Any]], tmp_path: Path, jobs: list[str], workers: int
) -> None:
    run.invoke(app, ["extract", "a", "--engine", "dask", "-o", str(tmp_path), *jobs])
    assert calls[0]["workers"] == workers
