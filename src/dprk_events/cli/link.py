"""``dprk-events link``: which events of many documents are the same happening."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.failure import fail, guard
from dprk_events.cli.output_file import Force, OutputFile, check_output
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import is_terminal, open_writer

if TYPE_CHECKING:
    from dprk_events.records import HappeningRecord, Record


def link(
    files: Annotated[
        list[str],
        typer.Argument(metavar="EVENTS.jsonl", help="Saved output; - for standard input."),
    ],
    update: Annotated[
        str | None,
        typer.Option(
            "--update",
            metavar="HAPPENINGS",
            help="Add the events to happenings that were linked before.",
        ),
    ] = None,
    output: OutputFile = None,
    force: Force = False,
    rows: Annotated[
        int,
        typer.Option("--rows", min=0, metavar="N", help="Happenings in the table; 0 for all."),
    ] = 20,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not show the summary.")] = False,
) -> None:
    """Link the events of many documents that are the same happening.

    Reads documents or events, and writes one line for each happening: when and where it was, who
    took part, how many independent sources tell it, on what they disagree, and which events it
    consists of, each with the reason. The order of files makes no difference.

    Adding new documents to an earlier result with --update gives what linking all at once gives.
    """
    given = [*files, *([update] if update is not None else [])]
    check_output(output, force=force, inputs=given)
    with guard():
        from dprk_events.output.console import error_console, print_result  # noqa: PLC0415
        from dprk_events.output.happenings import HappeningSummary  # noqa: PLC0415

        summary = HappeningSummary(rows or None)
        shown = output is None and is_terminal()
        write_happenings(_records(files, update), os.devnull if shown else output, summary.add)
        if shown:
            print_result(summary.draw)
        elif not quiet and sys.stderr is not None:
            summary.draw(error_console())


def write_happenings(
    records: Iterable[Record], output: str | None, note: Callable[[HappeningRecord], None]
) -> None:
    """Link the events of records and write a line for each happening; call ``note`` with each."""
    from dprk_events.linking import linked_lines  # noqa: PLC0415

    found = linked_lines(records, note)
    first = next(found, b"")  # a bad line leaves the output as it was
    with open_writer(output) as writer:
        for line in chain([first], found):
            writer.write(line)


def _records(files: list[str], update: str | None) -> Iterator[Record]:
    from dprk_events.records import HappeningRecord  # noqa: PLC0415

    for name in files:
        for record in saved_records(name):
            if isinstance(record, HappeningRecord):
                fail(f"{name} holds happenings. Give it with --update, and new events besides.")
            yield record
    if update is not None:
        for record in saved_records(update):
            if not isinstance(record, HappeningRecord):
                fail(
                    f"--update {update}: it holds {record.record} records. "
                    "Give a file written by `dprk-events link`."
                )
            yield record
