"""``extract --link``: the happenings of a run, in a file beside its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_events.cli.choices import Records
from dprk_events.cli.destination import Destination
from dprk_events.cli.failure import fail, say
from dprk_events.cli.link import write_happenings
from dprk_events.cli.output_file import check_output
from dprk_events.cli.saved import saved_records

if TYPE_CHECKING:
    from dprk_events.records import HappeningRecord


def check_link(target: str, made: Destination, records: Records, *, force: bool) -> None:
    """End the program if the happenings of a run cannot be written."""
    if made.output in (None, "-") or not made.as_lines or records is Records.entities:
        fail(
            "--link reads the events again from the output, all of them after --resume: "
            "write documents or events with -o FILE.jsonl."
        )
    if target == made.output:
        fail(f"--link {target} is also the output. Choose another path for the happenings.")
    check_output(target, force=force, inputs=[str(made.output)])


def link_output(output: str, target: str, *, quiet: bool) -> None:
    """Link the events of a whole output file."""
    told: list[bool] = []

    def note(happening: HappeningRecord) -> None:
        told.append(happening.documents > 1)

    write_happenings(saved_records(output), target, note)
    if not quiet:
        say(f"{len(told):,} happenings in {target}, {sum(told):,} told by several documents.")
