"""Runs in several processes, stopped runs and resumed ones (with a stand-in for the model)."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tools.kill_test import kill_test, make_documents
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from tests.cli.fake import fake_load
from tests.records.samples import TEXT

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, "-m", "tests.cli.fake"]
PATHS = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
ENVIRONMENT = os.environ | {"PYTHONPATH": PATHS}

pytestmark = pytest.mark.skipif(os.name != "posix", reason="fork and POSIX signals")


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: bytes
    stderr: bytes


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "_load", fake_load)


def run(*arguments: str | Path) -> Done:
    """Run in this process."""
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)])
    return Done(result.exit_code, result.stdout_bytes, result.stderr_bytes)


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*FAKE, "extract", *map(str, arguments)], stderr=subprocess.PIPE, env=ENVIRONMENT
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    make_documents(folder, 60, seed=3)
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("wanted", ["documents", "events", "entities"])
def test_two_processes_give_the_bytes_and_the_summary_of_one(folder: Path, wanted: str) -> None:
    one = run(folder, "--records", wanted, "--jobs", "1")
    two = run(folder, "--records", wanted, "--jobs", "2")
    assert one.returncode == two.returncode == 1  # one document is empty
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert b"59 documents read, 1 failed; 118 events" in one.stderr


def test_processes_are_as_many_as_the_input_is_worth(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []

    def jobs_of(*arguments: Any) -> tuple[int, None]:
        asked.append(arguments)
        return 2, None

    one = run(folder, "-j", "1")
    monkeypatch.setattr("dprk_events.running.jobs_of", jobs_of)
    two = run(folder)
    assert one == two
    ((wanted, listed, total),) = asked
    assert wanted is None
    assert len(listed) == total == 60


@pytest.mark.parametrize("jobs", ["-1", "two", "1.5", ""])
def test_wrong_jobs(folder: Path, jobs: str) -> None:
    done = run(folder, f"--jobs={jobs}")
    assert done.returncode == 2
    assert b"neither a number of processes nor auto" in done.stderr


def test_a_document_that_kills_workers_is_an_error_line(folder: Path) -> None:
    (folder / "00007.txt").write_text(TEXT + "Il va mourir.\n", encoding="utf-8")
    done = run(folder, "-q", "-j", "2")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert len(records) == 60
    assert records[7]["error"]["kind"] == "worker-killed"
    assert records[7]["path"].endswith("00007.txt")
    assert b"had only this document was killed by signal 9, twice" in done.stderr


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("number", "status", "word"),
    [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")],
)
def test_a_signal_ends_a_run_that_can_be_resumed(
    folder: Path, tmp_path: Path, jobs: str, number: int, status: int, word: str
) -> None:
    """The last document sleeps for a minute, so that the run is still there when it is stopped."""
    calm = run(folder, "-q").stdout
    last = folder / "00059.txt"
    text = last.read_text(encoding="utf-8")
    last.write_text(text + "Il va dormir.", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    with start(folder, "-o", target, "-j", jobs) as process:
        until(lambda: target.exists() and target.read_bytes().count(b"\n") >= 40)
        process.send_signal(number)
        assert process.stderr is not None
        errors = process.stderr.read().decode("utf-8")
    assert process.returncode == status
    assert re.search(rf"{word}: \d+ finished documents are written in full", errors)
    assert "run the same command with --resume to continue" in errors
    assert "Traceback" not in errors
    assert calm.startswith(target.read_bytes())
    assert target.with_name("out.jsonl.state").exists()
    last.write_text(text, encoding="utf-8")
    resumed = run(folder, "-o", target, "-j", jobs, "--resume")
    assert target.read_bytes() == calm
    told = b" ".join(resumed.stderr.split())
    assert b"done earlier (1 could not be read) and are not counted here" in told
    assert resumed.returncode == 1
    again = run(folder, "-o", target, "--resume", "-q")
    assert (again.returncode, again.stderr) == (1, b"")  # one was empty, in the first run
    assert target.read_bytes() == calm


def test_a_run_that_ended_leaves_no_journal(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    assert run(folder, "-o", target, "-q").returncode == 1
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.jsonl"]
    refused = run(folder, "-o", target, "--resume")
    assert refused.returncode == 2
    assert b"not out.jsonl.state" in b" ".join(refused.stderr.split())
    assert len(lines(target)) == 60


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--records", "events"], "--records: documents before, events now"),
        (["--published", "2024-01-05"], "--published: None before, 2024-01-05 now"),
        (["--only-dprk"], "--only-dprk: False before, True now"),
    ],
)
def test_other_options_are_refused(
    folder: Path, tmp_path: Path, more: list[str], says: str
) -> None:
    target = tmp_path / "out.jsonl"
    run(folder, "-o", target, "-q", "--resume")
    before = target.read_bytes()
    refused = run(folder, "-o", target, "--resume", *more)
    assert refused.returncode == 2
    assert says in refused.stderr.decode("utf-8")
    assert target.read_bytes() == before


def test_a_place_that_cannot_be_written_gets_no_journal(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"mine\n")
    target.chmod(0o400)
    if os.access(target, os.W_OK):
        pytest.skip("this user may write anywhere")
    refused = run(folder, "-o", target, "-q")
    assert refused.returncode == 2
    assert b"Choose another path" in refused.stderr
    assert target.read_bytes() == b"mine\n"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["out.jsonl"]


def test_other_documents_are_refused(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    run(folder, "-o", target, "-q", "--resume")
    (folder / "00000a.txt").write_text(TEXT, encoding="utf-8")
    refused = run(folder, "-o", target, "--resume", "-q")
    assert refused.returncode == 2
    assert b"the first 60 documents are not the ones" in refused.stderr


@pytest.mark.parametrize("output", [[], ["-o", "-"], ["-o", "/dev/null"]])
def test_there_must_be_a_file_to_go_on_with(folder: Path, output: list[str]) -> None:
    refused = run(folder, "--resume", *output)
    assert refused.returncode == 2
    assert b"-o FILE" in refused.stderr
    assert not Path("/dev/null.state").exists()


def test_a_full_disk_and_then_room(folder: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    calm = run(folder, "-q").stdout
    target = tmp_path / "out.jsonl"

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(calm) // 2, len(calm) // 2))

    full = subprocess.run(
        [*FAKE, "extract", str(folder), "-o", str(target), "-q", "-j", "2"],
        capture_output=True, env=ENVIRONMENT, check=False, preexec_fn=small,
    )  # fmt: skip
    assert full.returncode == 1
    assert b"cannot write to" in full.stderr
    assert b"--resume to continue" in full.stderr
    found = target.read_bytes()
    assert found.endswith(b"\n")
    assert 0 < len(found) < len(calm)
    assert calm.startswith(found)
    assert run(folder, "-o", target, "-q", "--resume", "-j", "2").returncode == 1
    assert target.read_bytes() == calm


@pytest.mark.slow
@pytest.mark.parametrize("options", [["-j", "2"], ["-j", "1", "--records", "events"]])
def test_killed_runs_lose_and_double_nothing(tmp_path: Path, options: list[str]) -> None:
    """The short form of tools/kill_test.py: few documents, each of which takes 20 ms."""
    make_documents(tmp_path / "documents", 80, seed=5, tail=" Il fait trembler.")
    report = kill_test(
        tmp_path / "documents",
        tmp_path,
        kills=3,
        seed=7,
        options=options,
        program=FAKE,
        environment=ENVIRONMENT,
    )
    assert report.kills == 3
    assert max(report.sizes) > 0
