"""README and docs: commands work as they are written, and what they name exists."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dprk_events.cli import app, lazy

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GENERATED = "cli.md"

NOT_RUN = {
    "make ": "tests do not install anything",
    "source ": "they do not need it",
    " install ": "it downloads",
    "--install-completion": "it changes the user's files",
    "my-rules/": "to be written by the reader",
    "archive/": "the reader's own",
    "…": "not a whole command",
}


def written(text: str) -> list[str]:
    """Return the commands of a page in order: lines of shell blocks, and `dprk-events …`."""
    found = re.findall(r"```sh\n(.*?)```|`(dprk-events [^`]*)`", text, re.DOTALL)
    return [
        line.partition("  #")[0].strip()
        for block, inline in found
        for line in (block or inline.replace("\n", " ")).splitlines()
        if line.strip()
    ]


def runnable(command: str) -> bool:
    return not any(part in command for part in NOT_RUN)


@pytest.mark.model
@pytest.mark.skipif(os.name != "posix" or shutil.which("bash") is None, reason="needs bash")
def test_the_commands_of_the_readme_work_as_written(tmp_path: Path) -> None:
    """They are run one after the other in one folder, as a reader would."""
    bin_, folder = tmp_path / "bin", tmp_path / "clone"
    bin_.mkdir()
    folder.mkdir()
    (folder / "samples").symlink_to(ROOT / "samples")
    program = bin_ / "dprk-events"
    code = "from dprk_events.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{code}" "$@"\n')
    program.chmod(0o755)
    env = {
        **os.environ,
        "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
    }
    commands = [command for command in written(README) if runnable(command)]
    assert len(commands) >= 8
    for command in commands:
        if "| jq" in command and shutil.which("jq") is None:
            command = command.partition("| jq")[0]  # noqa: PLW2901 - the rest is another program
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            capture_output=True, cwd=folder, env=env, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stderr.decode('utf-8')}"
        assert done.stdout or " -o " in command, command


@pytest.mark.model
def test_the_python_of_the_readme_prints_what_it_says() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    said = re.findall(r"print\(.*\)  # (.*)", code)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert done.stdout.splitlines() == said != []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_exist(page: Path) -> None:
    if page.name == GENERATED:
        return  # test_help.py holds it
    text = page.read_text("utf-8")
    assert [fault for command in written(text) for fault in faults(command)] == []


def faults(command: str) -> Iterator[str]:
    """Say what is wrong with a command: a goal, a command or an option that does not exist."""
    words = shlex.split(command, comments=True)
    if words[:1] == ["make"]:
        makefile = (ROOT / "Makefile").read_text("utf-8")
        if len(words) > 1 and not re.search(rf"^{re.escape(words[1])}:", makefile, re.MULTILINE):
            yield f"{command}: no such goal"
    if command.startswith("source ") and words[1] != ".venv/bin/activate":
        yield f"{command}: not where make installs"
    if words[:1] != ["dprk-events"]:
        return
    place: Any = get_command(app)
    for word in words[1:]:
        if word in ("|", ">", "2>"):
            return
        if word.startswith("-") and word != "-":
            if word.partition("=")[0] not in options(place):
                yield f"{command}: no option {word}"
        elif hasattr(place, "commands") and word != "…":
            place = place.commands.get(word)
            if place is None:
                yield f"{command}: no command {word}"
                return
            if isinstance(place, lazy.LazyCommand):
                place = lazy.load(word)


def options(place: Any) -> set[str]:
    return {"-h", "--help"}.union(*(parameter.opts for parameter in place.params))


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("dprk-events extract a --nonsense", "no option --nonsense"),
        ("dprk-events rules nonsense x", "no command nonsense"),
        ("dprk-events nonsense", "no command nonsense"),
        ("make nonsense", "no such goal"),
        ("source venv/bin/activate", "not where make installs"),
    ],
)
def test_what_is_wrong_is_seen(command: str, said: str) -> None:
    (fault,) = faults(command)
    assert said in fault
