"""What a worker does: a part of the input → a file of output. Knows no engine."""

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
"""A pipeline is not made for threads, and a worker may have several."""


_KILLED = (
    "Every process that worked on this document died. There may be too little memory for it: split "
    "it, or give the workers more."
)


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
        return Done(file, *count_records(job.format, there), skipped=True)
    with _ONE_AT_A_TIME:
        items = documents(part, job.options)
        with closing(_pipeline(job).run(items)) as all_done:
            return _write(job, part, (r for done in all_done for r in job.selection.records(done)))


def do_part_singly(job: Job, part: Part, deadly: frozenset[int]) -> Done:
    """Do a part that took its workers down: as `do_part`, document by document.

    The number of the document in hand is left in a file beside the part's (`document_in_hand`), so
    that it is known if this worker dies too. ``deadly``: numbers of documents that become errors.
    """
    store, records = Store(job.output), list[Record]()
    with _ONE_AT_A_TIME:
        pipeline = _pipeline(job)
        for number, item in enumerate(documents(part, job.options)):
            if number in deadly:
                item = ReadingError(item.path, "killed", _KILLED)  # noqa: PLW2901
            else:
                store.put(_in_hand(part), str(number).encode())
            with closing(pipeline.run([item])) as all_done:
                for done in all_done:
                    records += job.selection.records(done)
    return _write(job, part, records)


def document_in_hand(job: Job, part: Part) -> int | None:
    """Give the number of the document at which `do_part_singly` was; None if it never began."""
    number = Store(job.output).get(_in_hand(part))
    return None if number is None else int(number)


def _in_hand(part: Part) -> str:
    return f".{part.file('at')}"


def _write(job: Job, part: Part, records: Iterable[Record]) -> Done:
    file, sink = part.file(job.format), io.BytesIO()
    lines = errors = 0
    with open_format(job.format, sink, job.lines) as out:
        for record in records:
            out.item(record)
            lines += 1
            errors += record.record == "error"
    Store(job.output).put(file, sink.getvalue())
    return Done(file, lines, errors)


def _pipeline(job: Job) -> Pipeline:
    pipeline = _load(job.model, job.rules, job.gate != "off")
    made_by = pipeline.provenance.model_dump()
    if made_by != job.made_by:
        told = ", ".join(f"{k} {made_by[k]}, not {v}" for k, v in job.made_by.items())
        raise MismatchError(
            f"a worker has other versions than this machine ({told}). Install the same on both."
        )
    return pipeline


@lru_cache(maxsize=1)
def _load(model: str, rules: str | None, gated: bool) -> Pipeline:
    """Load the stages once a process."""
    return load_pipeline(model, rules, only_dprk=gated)
