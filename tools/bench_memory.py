"""Measure how much memory a run takes with few and with many documents, and with more processes.

    python tools/bench_memory.py [--few 500] [--many 10000] [--jobs 2] [-- OPTION ...]

Each run is `dprk-events extract` in a process of its own, over short documents with ever new words.
Memory is the proportional set size (PSS: what processes share is counted once) of the process and
its workers, read four times a second from /proc (Linux); the peak while documents are done leaves
out the loading of the model, the peak of all does not. Prints a table; exits with 1 if many
documents take more than 1.1 times the memory of few.
"""

from __future__ import annotations

import argparse
import os
import random
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = (sys.executable, "-c", "from dprk_events.cli import main; main()")
LIMIT = 1.1
PAUSE = 0.25


@dataclass(frozen=True)
class Peak:
    """Megabytes at most, seconds, and how many processes there were."""

    working: float
    all: float
    seconds: float
    processes: int


@dataclass(frozen=True)
class Row:
    """One run and what it took."""

    documents: int
    jobs: int
    peak: Peak


class NotHereError(Exception):
    """The system does not tell the memory of processes; the message says what is needed."""


def compare(numbers: Sequence[int], jobs: int, options: Sequence[str] = ()) -> list[Row]:
    """Measure one process with each number of documents, then more processes with the first.

    Raises:
        NotHereError: The system has no /proc/PID/smaps_rollup.

    """
    if not Path("/proc/self/smaps_rollup").exists():
        raise NotHereError("Not measured: needs /proc/PID/smaps_rollup (Linux 4.14 or newer).")
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as name:
        for number in numbers:
            make_documents(Path(name) / str(number), number)
        for number, processes in [*((number, 1) for number in numbers), (numbers[0], jobs)]:
            print(f"{number} documents, {processes} processes …", file=sys.stderr)
            output = Path(name) / f"{number}-{processes}.jsonl"
            given = ["--jobs", str(processes), *options]
            rows.append(Row(number, processes, measure(Path(name) / str(number), output, given)))
    return rows


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Give the lines of a table."""
    yield "| documents | --jobs | peak while working, MB | peak of all, MB | seconds |"
    yield "|---|---|---|---|---|"
    for row in rows:
        peak = row.peak
        yield f"| {row.documents} | {row.jobs} | {peak.working:.0f} | {peak.all:.0f} "\
              f"| {peak.seconds:.0f} |"  # fmt: skip


def sentence(rows: Sequence[Row]) -> str:
    """Say the ratios in words."""
    few, *many, more = rows
    grown = [
        f"{row.documents} documents take {row.peak.working / few.peak.working:.3f} times the "
        f"memory of {few.documents} while working ({row.peak.all / few.peak.all:.3f} with "
        "loading); " for row in many
    ]  # fmt: skip
    times = more.peak.working / few.peak.working
    return f"{''.join(grown)}--jobs {more.jobs} takes {times:.2f} times that of one process."


def make_documents(folder: Path, number: int, seed: int = 1) -> None:
    """Write texts of some 40 words, five of which stand in no other text."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for n in range(number):
        place = folder / f"{n // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        new = ["".join(chance.choices(string.ascii_lowercase, k=9)) for _ in range(5)]
        (place / f"{n:06d}.txt").write_text(
            f"La Corée du Nord a tiré mardi {n} missiles {new[0]} vers {new[1].title()}, selon "
            f"l'agence {new[2].title()}.\nLe ministre {new[3].title()} {new[4].title()} doit se "
            "rendre à Moscou en janvier pour y rencontrer une délégation russe, a-t-il dit.\n",
            encoding="utf-8",
        )


def measure(folder: Path, output: Path, options: Sequence[str]) -> Peak:
    """Extract a folder and watch the memory."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"}
    command = [*PROGRAM, "extract", str(folder), "-q", "-o", str(output), *options]
    working = whole = 0.0
    most = 0
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment) as process:
        while process.poll() is None:
            sizes = [pss(number) for number in family(process.pid)]
            whole = max(whole, sum(sizes))
            most = max(most, len(sizes))
            if output.exists() and output.stat().st_size:
                working = max(working, sum(sizes))
            time.sleep(PAUSE)
    if process.returncode:
        raise SystemExit(f"the run ended with status {process.returncode}")
    return Peak(working, whole, time.perf_counter() - began, most)


def family(number: int) -> Iterator[int]:
    """Give a process and all below it, as far as they are still there."""
    yield number
    for thread in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            children = thread.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def pss(number: int) -> float:
    """Give the proportional set size of a process in megabytes, 0 if it is gone."""
    try:
        text = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in text.splitlines() if line.startswith("Pss:")]
    return int(sizes[0]) / 1000 if sizes else 0.0


def main() -> int:
    """Command line: measure, print, compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--few", type=int, default=500)
    parser.add_argument("--many", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("options", nargs="*", help="for `dprk-events extract`, after --")
    given = parser.parse_args()
    try:
        rows = compare((given.few, given.many), given.jobs, given.options)
    except NotHereError as error:
        raise SystemExit(str(error)) from None
    print("\n".join(table(rows)))
    print(f"\n{sentence(rows)}")
    return int(rows[1].peak.working / rows[0].peak.working > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
