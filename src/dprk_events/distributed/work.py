"""What a worker does: a part of the input → a file of output. Knows no engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dprk_events.distributed.documents import documents
from dprk_events.distributed.errors import MismatchError
from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import Part
from dprk_events.distributed.store import Store
from dprk_events.distributed.tables import count_rows, to_parquet
from dprk_events.reading import ReadingError
from dprk_events.records import (
    DocumentRecord,
    Record,
    build_error,
    flatten_entities,
    flatten_events,
    to_line,
)

if TYPE_CHECKING:
    from dprk_events.extraction import Extracted, Extractor

_ONE_AT_A_TIME = Lock()
"""A pipeline is not made for threads, and a worker may have several."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a part's file holds: lines, and how many of them are errors.

    ``skipped``: the file was there already.
    """

    file: str
    lines: int
    errors: int
    skipped: bool = False


def do_part(job: Job, part: Part) -> Done:
    """Extract a part and write its file, whole; where that is there already, only count it.

    Raises:
        MismatchError: This worker's program, model or rules are not those of the run.
        ModelError: This worker has no such model.

    """
    store, file = Store(job.output), part.file(job.format)
    if (there := store.get(file)) is not None:
        counts = count_rows if job.format == "parquet" else _count_lines
        return Done(file, *counts(there), skipped=True)
    return write_part(job, part, do_documents(job, part))


def do_documents(job: Job, part: Part, start: int = 0, stop: int | None = None) -> list[bytes]:
    """Extract the documents of a part from ``start`` to ``stop`` (exclusive): lines of output."""
    with _ONE_AT_A_TIME:
        extractor = _extractor(job)
        items = islice(documents(part, job.options), start, stop)
        return [
            to_line(record)
            for extracted in extractor.extract_with_text(items)
            for record in _records(job, extracted)
        ]


def write_part(job: Job, part: Part, lines: list[bytes]) -> Done:
    """Write a part's file."""
    file = part.file(job.format)
    data = to_parquet(lines, job.lines) if job.format == "parquet" else b"".join(lines)
    Store(job.output).put(file, data)
    return Done(file, *_count_lines(b"".join(lines)))


def count_documents(job: Job, part: Part) -> int:
    """Count the documents of a part; no model is loaded."""
    return sum(1 for _ in documents(part, job.options))


def give_up(job: Job, part: Part, number: int) -> list[bytes]:
    """Give the line of a document that takes every worker down with it."""
    (item,) = islice(documents(part, job.options), number, number + 1)
    message = (
        "Every process that worked on this document died. There may be too little memory for it: "
        "split it, or give the workers more."
    )
    return [to_line(build_error(ReadingError(item.path, "killed", message)))]


def _records(job: Job, extracted: Extracted) -> Iterator[Record]:
    record = extracted.record
    if isinstance(record, DocumentRecord) and job.lines == "events":
        yield from flatten_events(record, extracted.text)
    elif isinstance(record, DocumentRecord) and job.lines == "entities":
        yield from flatten_entities(record)
    else:
        yield record


def _extractor(job: Job) -> Extractor:
    extractor = _load(job.model, job.rules)
    made_by = extractor.pipeline.model_dump()
    if made_by != job.made_by:
        told = ", ".join(f"{k} {made_by[k]}, not {v}" for k, v in job.made_by.items())
        raise MismatchError(
            f"a worker has other versions than this machine ({told}). Install the same on both."
        )
    return extractor


@lru_cache(maxsize=1)
def _load(model: str, rules: str | None) -> Extractor:
    """Load the stages once a process."""
    from dprk_events.events import RuleSet  # noqa: PLC0415
    from dprk_events.extraction import Extractor  # noqa: PLC0415
    from dprk_events.language import Gazetteer, load_model  # noqa: PLC0415

    rule_set = RuleSet.load(None if rules is None else Path(rules))
    return Extractor(load_model(model), Gazetteer.load(), rule_set)


def _count_lines(data: bytes) -> tuple[int, int]:
    lines = data.splitlines()
    return len(lines), sum(line.startswith(b'{"record":"error"') for line in lines)
