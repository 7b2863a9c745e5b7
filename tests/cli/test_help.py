"""Help: docs/cli.md matches the program's help texts, and they appear quickly."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from dprk_events.cli import lazy
from tests.cli.cli_page import COMMANDS, PAGE, TYPER, help_text, page


def test_the_page_is_what_the_program_says() -> None:
    written = PAGE.read_text(encoding="utf-8")
    if f"with typer {TYPER}." in written:
        assert written == page(), "run: python -m tests.cli.cli_page"
    else:  # another version lays them out differently, but the options must match
        for command in COMMANDS:
            options = re.findall(r"--[a-z-]+", help_text(command))
            assert options
            assert [name for name in options if name not in written] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_80_columns(command: str) -> None:
    assert max(map(len, help_text(command).splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_the_short_option_gives_the_same_help(command: str) -> None:
    assert help_text(command, "-h") == help_text(command)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from dprk_events.cli import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'pydantic', 'rich', 'dateparser', 'numpy', 'thinc'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"extract" in done.stdout


@pytest.mark.parametrize("name", lazy.summaries())
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = lazy.load(name)
    assert command.help is not None
    assert command.help.splitlines()[0] == lazy.summaries()[name]


def test_a_command_is_imported_when_it_is_called() -> None:
    code = (
        "import sys; from dprk_events.cli import app\n"
        "try: app([{!r}, '--help'])\n"
        "except SystemExit: pass\n"
        "names = [n.rpartition('.')[2] for n in sys.modules if n.startswith('dprk_events.cli.')]\n"
        "print(*sorted(names), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code.format("schema")], capture_output=True, check=True
    )
    assert b"JSON Schema" in done.stdout
    assert done.stderr.split() == [b"collector", b"failure", b"lazy", b"schema"]
