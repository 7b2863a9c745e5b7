"""docs/cli.md, made from the program itself: ``python -m tests.cli.cli_page`` writes it."""

from __future__ import annotations

from pathlib import Path

import typer
from typer.testing import CliRunner

from dprk_events.cli import app
from dprk_events.corpus.names import step_names

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
COMMANDS = (
    "",
    "extract",
    "show",
    "convert",
    "schema",
    "dates",
    "explain",
    "rules",
    "rules list",
    "rules show",
    "rules test",
    "models",
    "models list",
    "models install",
    *step_names(),
)
TYPER = ".".join(typer.__version__.split(".")[:2])
"""The lay-out of help texts changes with typer; the page says which one it was made with."""


def help_text(command: str) -> str:
    """Give what ``dprk-events COMMAND --help`` prints, 80 columns wide."""
    result = CliRunner().invoke(
        app,
        [*command.split(), "--help"],
        prog_name="dprk-events",
        env={"COLUMNS": "80", "TERMINAL_WIDTH": "80", "NO_COLOR": "1"},
    )
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def page() -> str:
    """Give the whole page."""
    parts = [
        "# Command line",
        f"The help texts of the program (made with typer {TYPER}; "
        "`python -m tests.cli.cli_page` writes this page anew).",
    ]
    for command in COMMANDS:
        name = f"dprk-events {command}".strip()
        parts += [f"## {name}", f"```text\n$ {name} --help\n{help_text(command)}\n```"]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
