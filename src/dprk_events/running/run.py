"""Run in one process or in several."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress

from dprk_events.reading import ReadingError, Source
from dprk_events.reading.listing import STDIN
from dprk_events.running.pool import Pool
from dprk_events.running.work import Outcome, Work

WORTH = 10_000
"""Bytes of input that justify one process, if the user sets no number (docs/running.md)."""


def run_documents(
    work: Work, sources: Iterable[Source | ReadingError], jobs: int = 1
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each document, in input order; results do not depend on ``jobs``.

    ``sources`` are consumed as needed, a bounded number ahead. If ``jobs`` is above 1, that many
    worker processes are forked; see :func:`jobs_of`.
    """
    if jobs == 1:
        yield from work.each(sources)
    else:
        yield from Pool(work, jobs).run(sources)


def jobs_of(
    wanted: int | None,
    listed: Sequence[str | ReadingError] = (),
    documents: int | None = None,
) -> tuple[int, str | None]:
    """Return the number of processes for ``--jobs``, and a remark for the user or None.

    Where processes cannot be forked (Windows), the number is always 1: each process would have to
    load its own model.

    Args:
        wanted: The number requested; 0 means one for each core that this process may use. None
            means that the input decides: as many of these as get `WORTH` bytes and a document
            each, and 1 for standard input, whose size is unknown.
        listed: The input, as listed by :func:`dprk_events.reading.list_paths`. Only file sizes
            are looked at.
        documents: The number of documents; None if unknown.

    """
    fork = "fork" in multiprocessing.get_all_start_methods()
    if wanted is None:
        return (_worth(listed, documents) if fork else 1), None
    wanted = wanted or _cores()
    if wanted > 1 and not fork:
        return 1, (
            "--jobs: this system cannot fork processes, so each would have to load its own model; "
            "continuing with one process. On Windows, WSL can fork."
        )
    return wanted, None


def _worth(listed: Sequence[str | ReadingError], documents: int | None) -> int:
    """Return the number of processes for which there is enough work."""
    paths = [path for path in listed if isinstance(path, str)]
    most = _cores() if documents is None else min(_cores(), documents)
    if STDIN in paths:
        return 1
    size = 0
    for path in paths:
        with suppress(OSError, ValueError):  # the error is reported when the document is read
            size += os.stat(path).st_size  # noqa: PTH116 - the path as given
        if size >= most * WORTH:
            break
    return max(1, min(most, size // WORTH))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1
