"""README and docs: commands work as they are written, and what they name exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dprk_events.cli import app, lazy
from tests.pages import ROOT, run, runnable, written

README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GENERATED = "cli.md"

RUN = ["README.md", "docs/tutorial.md"]
EXTRAS = ("sqlite_utils", "xlsxwriter", "vl_convert", "jinja2")
"""What the commands of these pages need besides the program."""


@pytest.fixture
def clone(tmp_path: Path, ready: None, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a reader stands."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.model
@pytest.mark.parametrize("page", RUN)
def test_the_commands_of_a_page_work_as_written(clone: Path, page: str) -> None:
    """They are run one after the other in one folder, as a reader would."""
    for package in EXTRAS:
        pytest.importorskip(package)
    text = (ROOT / page).read_text("utf-8")
    commands = [command for command in written(text) if runnable(command)]
    assert len(commands) >= 8
    for command in commands:
        shown = run(command)
        made = re.search(r" -o (\S+)", command)
        if made is None:
            assert shown, command
        else:
            assert (clone / made[1]).exists(), command


@pytest.mark.model
def test_the_python_of_the_readme_prints_what_it_says(
    ready: None, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    said = re.findall(r"print\(.*\)  # (.*)", code)
    exec(code, {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.splitlines() == said != []


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
