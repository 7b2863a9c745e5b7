"""The work of a worker: a part of the input → a file of output. Independent of the engine."""

from __future__ import annotations

import io
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from dprk_events.distributed.documents import documents
from dprk_events.distributed.errors import MismatchError
from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import Part
from dprk_events.distributed.store import Store
from dprk_events.formats import count_records, open_format
from dprk_events.loading import load_pipeline
from dprk_events.reading import ReadingError
from dprk_events.records import Record

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline

_ONE_AT_A_TIME = Lock()
"""A pipeline is not thread-safe, and a worker may have several threads."""


_KILLED = (
    "Every process that worked on this document died. It may need more memory than there is: split "
    "it, or give the workers more memory."
)


@dataclass(frozen=True, slots=True)
class PartResult:
    """The file of a part: its name, number of lines, and how many of them are errors.

    ``skipped`` is true if the file already existed.
    """

    file: str
    lines: int
    errors: int
    skipped: bool = False


def do_part(job: Job, part: Part) -> PartResult:
    """Extract a part and write its file; if the file already exists, only count its lines.

    Raises:
        MismatchError: This worker's program, model or rules differ from those of the run.
        ModelError: This worker does not have the model.

    """
    store, file = Store(job.output), part.file(job.format)
    if (there := store.get(file)) is not None:
        return PartResult(file, *count_records(job.format, there), skipped=True)
    with _ONE_AT_A_TIME:
        items = documents(part, job.options)
        with closing(_pipeline(job).run(items)) as all_done:
            return _write(job, part, (r for done in all_done for r in job.selection.records(done)))


def do_part_one_by_one(job: Job, part: Part, killers: frozenset[int]) -> PartResult:
    """Redo a part that killed its workers, as `do_part` but one document at a time.

    The number of the current document is kept in a file beside the part's
    (`document_in_progress`), so that it is known if this worker dies too. The documents whose
    numbers are in ``killers`` become error records.
    """
    store, records = Store(job.output), list[Record]()
    with _ONE_AT_A_TIME:
        pipeline = _pipeline(job)
        for number, item in enumerate(documents(part, job.options)):
            if number in killers:
                item = ReadingError(item.path, "killed", _KILLED)  # noqa: PLW2901
            else:
                store.put(_progress_file(part), str(number).encode())
            with closing(pipeline.run([item])) as all_done:
                for done in all_done:
                    records += job.selection.records(done)
    return _write(job, part, records)


def document_in_progress(job: Job, part: Part) -> int | None:
    """Return the number of the document `do_part_one_by_one` was at; None if it never began."""
    number = Store(job.output).get(_progress_file(part))
    return None if number is None else int(number)


def _progress_file(part: Part) -> str:
    return f".{part.file('at')}"


def _write(job: Job, part: Part, records: Iterable[Record]) -> PartResult:
    file, sink = part.file(job.format), io.BytesIO()
    lines = errors = 0
    with open_format(job.format, sink, job.lines) as out:
        for record in records:
            out.item(record)
            lines += 1
            errors += record.record == "error"
    Store(job.output).put(file, sink.getvalue())
    return PartResult(file, lines, errors)


def _pipeline(job: Job) -> Pipeline:
    pipeline = _load(job.model, job.rules, job.gate != "off")
    made_by = pipeline.provenance.model_dump()
    if made_by != job.made_by:
        versions = ", ".join(f"{k} {made_by[k]}, not {v}" for k, v in job.made_by.items())
        raise MismatchError(
            f"a worker has different versions from this machine ({versions}). Install the same "
            "versions on both."
        )
    return pipeline


@lru_cache(maxsize=1)
def _load(model: str, rules: str | None, gated: bool) -> Pipeline:
    """Load the pipeline once per process."""
    return load_pipeline(model, rules, only_dprk=gated)
