"""Import each command's module only when it is called, so that the program starts at once."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

COMMANDS = {
    "extract": "Find the events in articles.",
    "show": "Show the summary of saved output.",
    "convert": "Write saved output as tables, maps, databases or flat records.",
    "link": "Link the events of many documents that are the same happening.",
    "report": "Make a report: one HTML file with charts, map and quotes.",
    "schema": "Print the JSON Schema of the output.",
    "dates": "Print the dates found in an article.",
    "explain": "Explain the events of an article.",
    "rules": "List, explain and test the event rules.",
    "models": "List the spaCy pipelines for French, or install one.",
}
"""The commands in help order, each with the first sentence of its own help.

Each is implemented by the module of the same name in this package: by the function of that name
or, for a command with subcommands, by ``app``. Commands for the steps of ``corpus/`` follow.
"""


def summaries() -> dict[str, str]:
    """Return all commands with their summaries, without importing any."""
    from dprk_events.corpus.names import step_names, step_summary  # noqa: PLC0415

    return {**COMMANDS, **{name: step_summary(name) for name in step_names()}}


class LazyCommand(TyperCommand):
    """Placeholder in the list of commands, with only a summary until it is called."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **extra: Any) -> Any:
        """Load the command and let it parse the arguments; return its own context."""
        return load(str(self.name)).make_context(info_name, args, *rest, **extra)


def load(name: str) -> Any:
    """Import a command; return it as typer's own ``TyperCommand`` or group."""
    if name not in COMMANDS:
        from dprk_events.cli.steps import command_of  # noqa: PLC0415

        return _single(name, command_of(name))
    module = import_module(f"{__package__}.{name}")
    app = getattr(module, "app", None)
    return _single(name, getattr(module, name)) if app is None else get_command(app)


def _single(name: str, function: Callable[..., None]) -> Any:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(function)
    return get_command(app)


def add_commands(app: typer.Typer) -> None:
    """Add all commands to ``app``, without importing any."""
    for name, summary in summaries().items():
        app.command(name, help=summary, cls=LazyCommand)(_nothing)


def _nothing() -> None:
    """Do nothing: a placeholder, never called, for the command's own function."""
