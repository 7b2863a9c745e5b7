"""``dprk-events show``: the summary of saved output."""

from __future__ import annotations

from typing import Annotated

import typer

from dprk_events.cli.failure import fail, guard
from dprk_events.cli.saved import saved_records


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help="Saved output; - for standard input.")
    ],
    rows: Annotated[
        int,
        typer.Option(
            "--rows", min=0, metavar="N", help="Events in the timeline, earliest first; 0 for all."
        ),
    ] = 0,
    everything: Annotated[
        bool, typer.Option("--all", help="Include events that do not involve North Korea.")
    ] = False,
) -> None:
    """Show the summary of saved output.

    It goes to standard output: in colour on a terminal; in a pipe or file as plain text, 80 columns
    wide or as wide as the environment variable COLUMNS says. NO_COLOR and FORCE_COLOR are obeyed.
    """
    with guard():
        from dprk_events.output.console import print_result  # noqa: PLC0415
        from dprk_events.output.summary import Summary  # noqa: PLC0415
        from dprk_events.output.tables import print_summary  # noqa: PLC0415

        summary = Summary(rows or None, everything=everything)
        for record in saved_records(file):
            summary.add(record)
        if not summary.documents and not summary.failed:
            fail(f"{file} is empty. Give a file written by `dprk-events extract`.")
        print_result(lambda console: print_summary(console, summary, []))
