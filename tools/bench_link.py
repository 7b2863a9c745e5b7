"""Measure `dprk-events link` on many event lines, made from real records by shifting them.

    python tools/bench_link.py EVENTS.jsonl… [--lines 10000 100000 …] [--monthly N] [--folder DIR]

Each round over the given events stands for other happenings: days are shifted by a number of
weeks, document ids are new, and persons, towns and weapons have a number added to their names, so
that rounds can be confused by time and country alone. Prints lines, happenings, seconds and the
most memory.

With ``--monthly N`` the rounds are spread so that a month has about N lines however many there are:
more lines are more years, as where a longer time is gathered. Without it they all lie in the same
years, ten times as many lines ten times as close: as where more of the press is read.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dprk_events.records import DocumentRecord, EventRecord, flatten_events, read_lines, to_line

NAMED = {"person", "weapon", "place"}
YEARS = 30
"""Rounds are spread over so many years, unless it is said how many lines a month has."""


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--lines", nargs="+", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--monthly", type=int, help="lines a month; more lines are more years")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--link", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.link is not None:
        measure(given.link)
        return
    events = [event for file in given.files for event in events_of(file)]
    if not events:
        parser.error("no events in these files")
    with TemporaryDirectory(dir=given.folder) as folder:
        for lines in given.lines:
            file = Path(folder, f"{lines}.jsonl")
            weeks = YEARS * 52 if given.monthly is None else lines * 52 // (12 * given.monthly)
            write(file, events, lines, weeks)
            # A process of its own: the most memory is that of a process's whole life.
            subprocess.run([sys.executable, __file__, "--link", str(file)], check=True)
            file.unlink()


def events_of(file: Path) -> Iterator[dict[str, Any]]:
    """Yield the events of a file as JSON objects."""
    with file.open("rb") as stream:
        for record in read_lines(stream, str(file)):
            if isinstance(record, DocumentRecord):
                found: Iterator[EventRecord] = flatten_events(record, record.doc.text)
                yield from (json.loads(to_line(event)) for event in found)
            elif isinstance(record, EventRecord):
                yield json.loads(to_line(record))


def write(file: Path, events: list[dict[str, Any]], lines: int, span: int) -> None:
    """Write so many lines, in rounds over the events that are spread over a span of weeks."""
    rounds = -(-lines // len(events))
    with file.open("w", encoding="utf-8") as stream:
        for number in range(lines):
            turn, place = divmod(number, len(events))
            weeks = turn * span // rounds
            shifted = moved(events[place], turn, weeks)
            stream.write(json.dumps(shifted, ensure_ascii=False, separators=(",", ":")) + "\n")


def moved(event: dict[str, Any], turn: int, weeks: int) -> dict[str, Any]:
    """Return an event of another round: other days, another document, other names."""
    made: dict[str, Any] = json.loads(json.dumps(event))
    made["doc"]["id"] = (
        "sha256:" + hashlib.sha256(f"{turn} {event['doc']['id']}".encode()).hexdigest()
    )
    made["doc"]["path"] = f"{turn}/{event['doc']['path']}"
    made["doc"]["published"]["value"] = earlier(event["doc"]["published"]["value"], weeks)
    first, last = (earlier(event["time"][key], weeks) for key in ("earliest", "latest"))
    made["time"].update(earliest=first, latest=last)
    if event["time"]["value"] is not None and first and last:
        made["time"]["value"] = first if first == last else f"{first}/{last}"
    for role in made["roles"]:
        if role.get("kind") in NAMED and turn:
            role["name"] += f" {turn}"
    if made["place"] is not None and turn:
        made["place"]["name"] += f" {turn}"
    made["known"] = None
    return made


def earlier(day: str | None, weeks: int) -> str | None:
    """Return a day, so many weeks earlier."""
    if day is None:
        return None
    moved_day = dt.date.fromisoformat(day).toordinal() - weeks * 7
    return dt.date.fromordinal(max(1, moved_day)).isoformat()


def measure(file: Path) -> None:
    """Link a file and print the figures."""
    from dprk_events.linking import linked_lines  # noqa: PLC0415

    with file.open("rb") as stream:
        began, busy = time.perf_counter(), time.process_time()
        lines = 0

        def counted() -> Iterator[bytes]:
            nonlocal lines
            for line in stream:
                lines += 1
                yield line

        told: Counter[bool] = Counter()
        records = read_lines(counted(), file.name)
        for _ in linked_lines(records, lambda each: told.update([each.documents > 1])):
            pass
        took, busy = time.perf_counter() - began, time.process_time() - busy
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{lines:>9,} lines  {told.total():>9,} happenings, {told[True]:,} of several documents  "
        f"{took:8.1f} s ({busy:.0f} s of the processor, {1e6 * busy / lines:.0f} µs a line)  "
        f"{most:7.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
