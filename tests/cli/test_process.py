"""The program as a process: terminals, pipes, signals, full disks."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dprk_events.records import to_line
from tests.records.samples import TEXT, sample

ROOT = Path(__file__).parents[2]
FAKE = [sys.executable, "-m", "tests.cli.fake"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX signals and terminals")


@pytest.fixture
def environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "COLUMNS", "NO_COLOR"}}
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
    return kept | {"PYTHONPATH": path, "TERM": "xterm-256color"}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "events.jsonl"
    file.write_bytes(to_line(sample().record()))
    return file


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def on_a_terminal(
    arguments: list[str],
    environment: dict[str, str],
    stdout_too: bool = True,
    columns: str | None = "80",
) -> tuple[str, bytes]:
    """Run with standard error (and output) on a terminal: what it showed, what went to a pipe."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    leader, follower = pty.openpty()
    termios.tcsetwinsize(follower, (25, 132))
    stdout = follower if stdout_too else subprocess.PIPE
    with subprocess.Popen(
        [*FAKE, *arguments], stdout=stdout, stderr=follower, stdin=subprocess.DEVNULL,
        env=environment | ({} if columns is None else {"COLUMNS": columns}),
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


# --- results of commands that read ----------------------------------------------------------------


def outcome(arguments: list[str], environment: dict[str, str]) -> tuple[int, str, bytes]:
    done = subprocess.run([*FAKE, *arguments], capture_output=True, env=environment, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr


def widest(text: str) -> int:
    return max(map(len, text.splitlines()))


@pytest.mark.parametrize("command", ["show", "stats"])
def test_results_have_the_width_of_a_terminal(
    saved: Path, environment: dict[str, str], command: str
) -> None:
    shown, _ = on_a_terminal([command, str(saved)], environment, columns=None)
    assert '"' not in shown
    if command == "stats":
        assert "missile_test" in shown
    else:
        assert "Kim Jong-un" in shown
        assert widest(re.sub("\x1b\\[[0-9;]*m", "", shown)) == 132


def test_a_summary_in_a_pipe_is_plain_and_80_columns_wide(
    saved: Path, environment: dict[str, str]
) -> None:
    messages, piped = on_a_terminal(
        ["show", str(saved)], environment, stdout_too=False, columns=None
    )
    text = piped.decode("utf-8")
    assert (messages, widest(text)) == ("", 80)
    assert "\x1b" not in text
    assert "Kim Jong-un" in text
    assert outcome(["show", str(saved)], environment) == (0, text, b"")
    _, wide, _ = outcome(["show", str(saved)], environment | {"COLUMNS": "120"})
    assert widest(wide) == 120


def test_colour_on_demand(saved: Path, environment: dict[str, str]) -> None:
    _, forced, _ = outcome(["show", str(saved)], environment | {"FORCE_COLOR": "1"})
    assert any(f"\x1b[3{n}m" in forced for n in range(8))
    assert widest(re.sub("\x1b\\[[0-9;]*m", "", forced)) == 80
    shown, _ = on_a_terminal(["show", str(saved)], environment | {"NO_COLOR": "1"})
    assert not any(f"\x1b[3{n}m" in shown or f";3{n}m" in shown for n in range(8))


READING = (["show", "{saved}"], ["stats", "{saved}"], ["rules", "list"], ["models"], ["--version"])


@pytest.mark.parametrize("arguments", READING, ids=lambda given: given[0])
@pytest.mark.parametrize("where", ["reader gone", "disk full", "closed"])
def test_results_that_nobody_takes(
    arguments: list[str],
    where: str,
    saved: Path,
    environment: dict[str, str],
) -> None:
    given = [each.format(saved=saved) for each in arguments]
    command = {
        "reader gone": 'mkfifo pipe; (: < pipe) & exec 3> pipe; wait; "$@" >&3',
        "disk full": '"$@" > /dev/full',
        "closed": '"$@" >&-',
    }[where]
    if where == "disk full" and not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    done = subprocess.run(
        ["sh", "-c", command, "sh", *FAKE, *given],
        capture_output=True, env=environment, cwd=saved.parent, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    if where == "reader gone":
        assert (done.returncode, done.stderr) == (141, b"")
    else:
        assert done.returncode == (1 if where == "disk full" else 2)
        assert (b"No space left" if where == "disk full" else b"is closed") in done.stderr


def test_results_are_utf_8_whatever_the_locale(saved: Path, environment: dict[str, str]) -> None:
    narrow = environment | {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for command in (["show", str(saved)], ["rules", "show", "missile_test.tirer"]):
        status, shown, messages = outcome(command, narrow)
        assert (status, messages) == (0, b"")
        assert re.search("[éè“]", shown)
