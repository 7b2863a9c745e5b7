"""The program as a process: terminals, pipes, signals, full disks."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.samples import TEXT

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, "-m", "tests.cli.fake"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX signals and terminals")


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "COLUMNS", "NO_COLOR"}}
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    return kept | {"PYTHONPATH": path, "TERM": "xterm-256color"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def on_a_terminal(
    arguments: list[str], environment: dict[str, str], stdout_too: bool = True
) -> tuple[str, bytes]:
    """Run with standard error (and output) on a terminal: what it showed, what went to a pipe."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    stdout = follower if stdout_too else subprocess.PIPE
    with subprocess.Popen(
        [*FAKE, *arguments], stdout=stdout, stderr=follower, stdin=subprocess.DEVNULL,
        env=environment | {"COLUMNS": "80"},
    ) as process:  # fmt: skip
        os.close(follower)
        shown = b""
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:  # EIO: the other end is closed
                break
            if not part:
                break
            shown += part
        piped = process.stdout.read() if process.stdout else b""
    os.close(leader)
    assert process.returncode == 0
    return shown.decode("utf-8"), piped


def test_on_a_terminal_there_are_events_and_no_json(
    article: Path, environment: dict[str, str]
) -> None:
    shown, _ = on_a_terminal(["extract", str(article)], environment)
    assert "Kim Jong-un" in shown
    assert "-o events.jsonl" in shown
    assert '"record"' not in shown
    assert "\x1b[" in shown


def test_json_on_a_terminal_only_on_demand(article: Path, environment: dict[str, str]) -> None:
    shown, _ = on_a_terminal(["extract", str(article), "-o", "-"], environment)
    assert shown.count('"record":"document"') == 1


def test_no_color(article: Path, environment: dict[str, str]) -> None:
    shown, _ = on_a_terminal(["extract", str(article)], environment | {"NO_COLOR": "1"})
    assert "Kim Jong-un" in shown
    assert not any(f"\x1b[3{n}m" in shown or f";3{n}m" in shown for n in range(8))


def test_progress_is_for_terminals_and_many_documents(
    article: Path, environment: dict[str, str]
) -> None:
    shown, piped = on_a_terminal(["extract", *[str(article)] * 9], environment, stdout_too=False)
    assert "Documents" in shown
    assert "9/9" in shown
    assert len(piped.splitlines()) == 9
    shown, _ = on_a_terminal(["extract", *[str(article)] * 3], environment, stdout_too=False)
    assert "3/3" not in shown
    shown, _ = on_a_terminal(["extract", *[str(article)] * 9, "-q"], environment, stdout_too=False)
    assert shown == ""


def test_a_pipe_gets_no_escape_codes(article: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [*FAKE, "extract", *[str(article)] * 9], capture_output=True, env=environment, check=True
    )
    assert b"\x1b" not in done.stdout + done.stderr
    assert max(map(len, done.stderr.decode("utf-8").splitlines())) <= 80


def test_a_closed_pipe_ends_it_quietly(article: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*FAKE, "extract", *[str(article)] * 500],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
    assert json.loads(first)["record"] == "document"
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("option", [True, False])
def test_no_room(article: Path, environment: dict[str, str], option: bool) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*FAKE, "extract", str(article), *(["-o", "/dev/full"] if option else [])],
            stdout=full, stderr=subprocess.PIPE, env=environment, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_interrupt_leaves_whole_lines(
    article: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    slow = tmp_path / "slow.txt"
    slow.write_text(TEXT + "Il va dormir.\n", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*FAKE, "extract", str(article), str(slow), "-o", str(target)],
        stderr=subprocess.PIPE, env=environment,
    ) as process:  # fmt: skip
        assert process.stderr is not None
        assert process.stderr.readline() == b"asleep\n"
        process.send_signal(signal.SIGINT)
        errors = process.stderr.read().decode("utf-8")
    assert process.returncode == 130
    assert [json.loads(line)["record"] for line in target.read_bytes().splitlines()] == ["document"]
    assert "interrupted" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("closed", ["1", "2"])
def test_closed_streams(article: Path, environment: dict[str, str], closed: str) -> None:
    command = f'exec "$@" {closed}>&-'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *FAKE, "extract", str(article)],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    if closed == "1":
        assert done.returncode == 2
        assert b"give a file with -o" in done.stderr
    else:
        assert done.returncode == 0
        assert json.loads(done.stdout)["record"] == "document"


def test_a_narrow_character_set(article: Path, environment: dict[str, str]) -> None:
    ascii_only = environment | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*FAKE, "extract", str(article)], capture_output=True, env=ascii_only, check=False
    )
    assert done.returncode == 0
    assert "Corée du Nord" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr
