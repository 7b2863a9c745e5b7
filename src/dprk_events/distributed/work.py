"""What a worker does: a part of the input → a file of output. Knows no engine."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
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
from dprk_events.records import DocumentRecord, flatten, to_line

if TYPE_CHECKING:
    from dprk_events.extraction import Extractor
    from dprk_events.records import Extracted

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
        counts = count_rows if job.format == "parquet" else _count_lines
        return Done(file, *counts(there), skipped=True)
    with _ONE_AT_A_TIME:
        items = documents(part, job.options)
        with closing(_extractor(job).extract_with_text(items)) as all_done:
            lines = [line for done in all_done for line in _to(job, done)]
    return _write(job, part, lines)


def do_part_singly(job: Job, part: Part, deadly: frozenset[int]) -> Done:
    """Do a part that took its workers down: as `do_part`, document by document.

    The number of the document in hand is left in a file beside the part's (`document_in_hand`), so
    that it is known if this worker dies too. ``deadly``: numbers of documents that become errors.
    """
    store, lines = Store(job.output), list[bytes]()
    with _ONE_AT_A_TIME:
        extractor = _extractor(job)
        for number, item in enumerate(documents(part, job.options)):
            if number in deadly:
                item = ReadingError(item.path, "killed", _KILLED)  # noqa: PLW2901
            else:
                store.put(_in_hand(part), str(number).encode())
            with closing(extractor.extract_with_text([item])) as all_done:
                for done in all_done:
                    lines += _to(job, done)
    return _write(job, part, lines)


def document_in_hand(job: Job, part: Part) -> int | None:
    """Give the number of the document at which `do_part_singly` was; None if it never began."""
    number = Store(job.output).get(_in_hand(part))
    return None if number is None else int(number)


def _in_hand(part: Part) -> str:
    return f".{part.file('at')}"


def _write(job: Job, part: Part, lines: list[bytes]) -> Done:
    file = part.file(job.format)
    data = to_parquet(lines, job.lines) if job.format == "parquet" else b"".join(lines)
    Store(job.output).put(file, data)
    return Done(file, *_count_lines(b"".join(lines)))


def _to(job: Job, done: Extracted) -> list[bytes]:
    if job.gate == "drop" and isinstance(done.record, DocumentRecord) and done.record.gated:
        return []
    return [to_line(record) for record in flatten(done.record, job.lines, done.text)]


def _extractor(job: Job) -> Extractor:
    extractor = _load(job.model, job.rules, job.gate != "off")
    made_by = extractor.pipeline.model_dump()
    if made_by != job.made_by:
        told = ", ".join(f"{k} {made_by[k]}, not {v}" for k, v in job.made_by.items())
        raise MismatchError(
            f"a worker has other versions than this machine ({told}). Install the same on both."
        )
    return extractor


@lru_cache(maxsize=1)
def _load(model: str, rules: str | None, gated: bool) -> Extractor:
    """Load the stages once a process."""
    from dprk_events.events import RuleSet  # noqa: PLC0415
    from dprk_events.extraction import Extractor  # noqa: PLC0415
    from dprk_events.language import Gate, Gazetteer, load_model  # noqa: PLC0415
    from dprk_events.language.memory import large_arrays_apart  # noqa: PLC0415

    large_arrays_apart()
    rule_set = RuleSet.load(None if rules is None else Path(rules))
    names = Gazetteer.load()
    return Extractor(load_model(model), names, rule_set, gate=Gate(names) if gated else None)


def _count_lines(data: bytes) -> tuple[int, int]:
    lines = data.splitlines()
    return len(lines), sum(line.startswith(b'{"record":"error"') for line in lines)
