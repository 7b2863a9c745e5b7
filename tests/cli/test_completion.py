"""Shell completion, by the protocol of the shells' own scripts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import dprk_events
from dprk_events.cli import app, lazy
from dprk_events.corpus.stats import KEYS
from dprk_events.events import RuleSet
from dprk_events.formats import format_names

SHELLS = ("bash", "zsh", "fish")


def ask(env: dict[str, str]) -> str:
    result = CliRunner().invoke(app, [], prog_name="dprk-events", env=env)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout


def completed(line: str) -> list[str]:
    """Return what bash is offered for the last word of a line."""
    words = line.split(" ")
    env = {"_DPRK_EVENTS_COMPLETE": "complete_bash", "COMP_CWORD": str(len(words) - 1)}
    return ask(env | {"COMP_WORDS": line}).split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("dprk-events ", [*lazy.summaries()]),
        ("dprk-events s", ["show", "schema", "stats"]),
        ("dprk-events rules ", ["list", "show", "test"]),
        ("dprk-events extract --only", ["--only-dprk"]),
        ("dprk-events extract a.txt --records ", ["documents", "events", "entities"]),
        ("dprk-events extract --format ", ["auto", "text", "html", "jsonl", "csv"]),
        ("dprk-events extract --parts ", ["jsonl", "parquet"]),
        ("dprk-events convert --to ", [*format_names()]),
        ("dprk-events convert --columns ", ["acled", "cns", "events"]),
        ("dprk-events convert --records e", ["events", "entities"]),
        ("dprk-events stats --by ", [*KEYS]),
        ("dprk-events stats --by type --by m", ["modality", "month"]),
        ("dprk-events explain --model a", ["auto"]),
        ("dprk-events rules list --model fr_core_news_m", ["fr_core_news_md"]),
        ("dprk-events models install fr_core_news_l", ["fr_core_news_lg"]),
        ("dprk-events --version ", [*lazy.summaries()]),
        ("dprk-events extract -o ", []),  # the shell's own completion of file names
        ("dprk-events show ev", []),
    ],
)
def test_what_is_offered(line: str, offered: list[str]) -> None:
    assert completed(line) == offered


def test_ids_of_rules(tmp_path: Path) -> None:
    ids = [rule.id for rule in RuleSet.load().rules]
    assert completed("dprk-events rules show ") == sorted(ids)
    (tmp_path / "own.toml").write_text('type = "visit"\n[[rules]]\nid = "mine"\n', "utf-8")
    assert "visit.mine" in completed(f"dprk-events rules show --rules {tmp_path} visit.")
    (tmp_path / "own.toml").write_text("type = ", "utf-8")
    assert completed(f"dprk-events rules show --rules {tmp_path} veto.ve") == ["veto.veto"]


def test_each_help_is_one_line() -> None:
    """Longer ones would be broken, and fish would offer the rest as values."""
    ask_fish = {
        "_DPRK_EVENTS_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": "dprk-events extract --",
    }
    code = "from dprk_events.cli import main; import sys; sys.argv[0] = 'dprk-events'; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=_environment(ask_fish), check=True
    )
    lines = done.stdout.decode("utf-8").splitlines()
    assert "--jobs" in [line.split("\t")[0] for line in lines]
    assert all(line.startswith("--") and "\t" in line for line in lines)


@pytest.mark.parametrize("shell", SHELLS)
def test_install_and_show(shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    run = CliRunner()
    shown = run.invoke(app, ["--show-completion", shell], prog_name="dprk-events")
    assert f"_DPRK_EVENTS_COMPLETE=complete_{shell}" in shown.stdout
    done = run.invoke(app, ["--install-completion", shell], prog_name="dprk-events")
    assert done.exit_code == 0
    installed = "".join(each.read_text() for each in tmp_path.rglob("*") if each.is_file())
    assert shown.stdout.strip() in installed


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_in_bash(tmp_path: Path) -> None:
    code = "from dprk_events.cli import main; import sys; sys.argv[0] = 'dprk-events'; main()"
    program = tmp_path / "dprk-events"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(dprk-events --show-completion bash)"\n'
        "COMP_WORDS=(dprk-events convert --records e) COMP_CWORD=3\n"
        '_dprk_events_completion dprk-events; echo "${COMPREPLY[@]}"'
    )
    env = _environment({"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    env["PATH"] = f"{tmp_path}:{env['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, env=env, check=False
    )
    assert (done.stdout, done.stderr) == (b"events entities\n", b"")


def _environment(more: dict[str, str]) -> dict[str, str]:
    source = str(Path(dprk_events.__file__).parents[1])
    return {**os.environ, "PYTHONPATH": source, **more}
