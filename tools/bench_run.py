"""How tools/bench.py runs what it measures, each in a process of its own, and puts it in words."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORKER = Path(__file__).with_name("bench_worker.py")

Json = dict[str, Any]


@dataclass
class Page:
    """The page as it grows: its sections, and the rows of the table on top."""

    lines: list[str] = field(default_factory=list)
    glance: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Add lines."""
        self.lines += lines

    def title(self, words: str) -> None:
        """Begin a section."""
        self.add("", f"## {words}", "")

    def table(self, *heads: str) -> None:
        """Begin a table."""
        self.add(row(*heads), "|---" * len(heads) + "|")

    def aim(self, what: str, aim: str, ratios: Sequence[float], places: int = 2) -> None:
        """Put a figure into the table on top, beside what is aimed at."""
        self.glance.append(row(what, aim, spread(ratios, places)))


def row(*cells: str) -> str:
    """Give a row of a table."""
    return f"| {' | '.join(cells)} |"


def spread(values: Sequence[float], places: int) -> str:
    """Give median, least and largest."""
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{middle:.{places}f} ({low:.{places}f} – {high:.{places}f})"


def ratios(ones: Sequence[float], others: Sequence[float]) -> list[float]:
    """Divide what was measured in turn, pair by pair."""
    return [one / other for one, other in zip(ones, others, strict=True)]


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the environment of what is measured: this checkout, and one BLAS thread.

    Python may keep what it compiles: an installed program comes compiled, as spaCy does here.
    """
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    fixed = {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return kept | fixed | dict(extra or {})


def worker(name: str, paths: Sequence[str], extra: Mapping[str, str] | None = None) -> Json:
    """Run one work of bench_worker.py and give what it measured.

    ``extra`` are variables of its environment.
    """
    say(" ".join([name, *(f"{key}={value}" for key, value in (extra or {}).items())]))
    run = subprocess.run(
        [sys.executable, str(WORKER), name], input=json.dumps(paths), stdout=subprocess.PIPE,
        check=True, text=True, env=environment(extra),
    )  # fmt: skip
    measured: Json = json.loads(run.stdout)
    return measured


def command(arguments: Sequence[str]) -> float:
    """Time a fresh ``python -c``: seconds of processor time."""
    say(arguments[-1][:40])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", *arguments],
        stdout=subprocess.DEVNULL, check=True, env=environment(), cwd=ROOT,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def say(words: str) -> None:
    """Tell on standard error what goes on."""
    print(f"bench: {words} …", file=sys.stderr)
