"""The command line: one module per command, imported when the command is called."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dprk_events.cli.collector import collect_rarely
from dprk_events.cli.lazy import add_commands

COMPLETING = "_DPRK_EVENTS_COMPLETE"
"""Environment variable by which a shell asks for completions (the protocol of click and typer)."""

COMPLETING_WIDTH = "10000"
"""Rich breaks the help of a completion at this width, and shells take each line for a value."""


def _version(ctx: typer.Context, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:  # not while a shell asks for completions
        from dprk_events.cli.version import print_version  # noqa: PLC0415

        print_version()


app = typer.Typer(
    name="dprk-events",
    help="Find the events in French press articles about North Korea.",
    epilog="Try: dprk-events extract articles/*.txt -o events.jsonl",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: with rich, it would take twice as long
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},  # all commands inherit them
)
add_commands(app)


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the versions of the program and its dependencies, and exit.",
            callback=_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the program: the entry point ``dprk-events``."""
    # The model's matrices are small: more than one BLAS thread slows down a busy machine and gains
    # nothing on an idle one. Must be set before numpy is imported; the user's own setting wins.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_rarely()
    if COMPLETING in os.environ:
        os.environ["COLUMNS"] = COMPLETING_WIDTH
    try:
        app()
    except KeyboardInterrupt:  # before a command has started or after it has ended
        from dprk_events.cli.failure import Status  # noqa: PLC0415

        sys.exit(int(Status.INTERRUPTED))


__all__ = ["app", "main"]
