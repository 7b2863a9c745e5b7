"""The command line, one command a file. A command's file is imported when it is called."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dprk_events.cli.collector import collect_seldom
from dprk_events.cli.lazy import add_commands


def _version(wanted: bool) -> None:
    if wanted:
        from dprk_events.cli.version import print_version  # noqa: PLC0415

        print_version()


app = typer.Typer(
    name="dprk-events",
    help="Find the events in French press articles about North Korea.",
    epilog="Begin with: dprk-events extract articles/*.txt -o events.jsonl",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich would take twice the time
    pretty_exceptions_enable=False,
)
add_commands(app)


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Print the versions of the tool and of all it stands on, and exit.",
            callback=_version,
            is_eager=True,
        ),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the program: the entry point ``dprk-events``."""
    # The model's matrices are small: more than one BLAS thread slows a busy machine down and gains
    # nothing on an idle one. It must be said before numpy is imported; a user's own choice stands.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    try:
        app()
    except KeyboardInterrupt:  # before a command has begun or after it has ended
        from dprk_events.cli.failure import Status  # noqa: PLC0415

        sys.exit(int(Status.INTERRUPTED))


__all__ = ["app", "main"]
