"""``dprk-events show``: the summary of saved output."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import Annotated

import typer

from dprk_events.cli.event_options import (
    Countries,
    MinConfidence,
    Modalities,
    SeenTypes,
    ShowEvents,
    Since,
    Types,
    Until,
    event_filter,
)
from dprk_events.cli.failure import fail, guard
from dprk_events.cli.saved import saved_records


class By(StrEnum):
    """What the timeline is grouped by."""

    month = "month"
    article = "article"
    type = "type"


class Sort(StrEnum):
    """What events are sorted by within a group."""

    date = "date"
    confidence = "confidence"


def show(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help="Saved output; - for standard input.")
    ],
    rows: Annotated[
        int,
        typer.Option("--rows", min=0, metavar="N", help="Events shown, the first; 0 for all."),
    ] = 0,
    everything: Annotated[
        bool, typer.Option("--all", help="Include events that do not involve North Korea.")
    ] = False,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    countries: Countries = None,
    modalities: Modalities = None,
    min_confidence: MinConfidence = None,
    by: Annotated[By, typer.Option("--by", help="Group events by this.")] = By.month,
    sort: Annotated[
        Sort, typer.Option("--sort", help="Sort them by this within a group.")
    ] = Sort.date,
    events: ShowEvents = False,
) -> None:
    """Show the summary of saved output.

    Documents, events and happenings each have their own. Where several documents tell the same
    happening, the summary of documents or events has one row for it, unless --events or --by
    article is given; with more than 2,000 events, that is left to `dprk-events link`.

    The summary goes to standard output: in colour on a terminal; in a pipe or file as plain text,
    80 columns wide or as wide as the environment variable COLUMNS says. NO_COLOR and FORCE_COLOR
    are obeyed.

    Options that choose events can be combined; --type, --country and --modality can be given
    several times, for one or the other.
    """
    with guard():
        from dprk_events.output.console import print_result  # noqa: PLC0415
        from dprk_events.output.summary import Summary  # noqa: PLC0415
        from dprk_events.output.tables import print_summary  # noqa: PLC0415
        from dprk_events.records import HappeningRecord  # noqa: PLC0415

        wanted = event_filter(types, since, until, countries, modalities, min_confidence)
        summary = Summary(
            rows or None, everything=everything, wanted=wanted, by=by.value, order=sort.value,
            linked=not events,
        )  # fmt: skip
        records = SeenTypes(wanted).note(saved_records(file))
        for record in records:
            if isinstance(record, HappeningRecord):
                if wanted is not None:
                    fail(f"{file} holds happenings: leave out the options that choose events.")
                _show_happenings(chain([record], records), rows, file)
                return
            summary.add(record)
        if not summary.documents and not summary.failed:
            fail(f"{file} is empty. Give a file written by `dprk-events extract`.")
        print_result(lambda console: print_summary(console, summary, []))


def _show_happenings(records: Iterable[object], rows: int, file: str) -> None:
    from dprk_events.output.console import print_result  # noqa: PLC0415
    from dprk_events.output.happenings import HappeningSummary  # noqa: PLC0415
    from dprk_events.records import HappeningRecord  # noqa: PLC0415

    summary = HappeningSummary(rows or None)
    for record in records:
        if not isinstance(record, HappeningRecord):
            fail(f"{file} holds happenings and other records. Show one kind at a time.")
        summary.add(record)
    print_result(summary.draw)
