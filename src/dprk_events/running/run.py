"""One process or several."""

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
"""Bytes of input for each process where nobody says how many there are to be (docs/running.md)."""


def run_documents(
    work: Work, sources: Iterable[Source | ReadingError], jobs: int = 1
) -> Generator[Outcome, None, None]:
    """Give the outcome of each document, in input order and the same for any number of jobs.

    ``sources`` are taken as they are needed, a bounded number ahead. With ``jobs`` above 1 that
    many processes are forked; see :func:`jobs_of`.
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
    """Give the number of processes for ``--jobs``, and what there is to say about it.

    Where processes cannot be forked (Windows), it is 1 whatever is wanted: each would have to load
    a model of its own.

    Args:
        wanted: The number asked for; 0 is one for each core that this process may use. None leaves
            it to the input: as many of these as get `WORTH` bytes and a document each, and 1 for
            standard input, whose size is not known.
        listed: What is to be read, as :func:`dprk_events.reading.list_paths` lists it. Only the
            sizes of the files are looked at.
        documents: How many documents that are; None if it is not known.

    """
    fork = "fork" in multiprocessing.get_all_start_methods()
    if wanted is None:
        return (_worth(listed, documents) if fork else 1), None
    wanted = wanted or _cores()
    if wanted > 1 and not fork:
        return 1, (
            "--jobs: this system cannot fork processes, so that each would load a model of its "
            "own; going on with one. Under Windows, WSL can fork."
        )
    return wanted, None


def _worth(listed: Sequence[str | ReadingError], documents: int | None) -> int:
    """Give the number of processes for which there is work enough."""
    paths = [path for path in listed if isinstance(path, str)]
    most = _cores() if documents is None else min(_cores(), documents)
    if STDIN in paths:
        return 1
    size = 0
    for path in paths:
        with suppress(OSError, ValueError):  # reading it will say what is wrong
            size += os.stat(path).st_size  # noqa: PTH116 - the path as given
        if size >= most * WORTH:
            break
    return max(1, min(most, size // WORTH))


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1
