"""One process or several."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Generator, Iterable

from dprk_events.reading import ReadingError, Source
from dprk_events.running.pool import Pool
from dprk_events.running.work import Outcome, Work


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


def jobs_of(wanted: int) -> tuple[int, str | None]:
    """Give the number of processes for ``--jobs``, and what there is to say about it.

    0 is one for each core that this process may use. Where processes cannot be forked (Windows),
    it is 1 whatever is wanted: each would have to load a model of its own.
    """
    if wanted == 0:
        try:
            wanted = len(os.sched_getaffinity(0))
        except AttributeError:  # macOS
            wanted = os.cpu_count() or 1
    if wanted > 1 and "fork" not in multiprocessing.get_all_start_methods():
        return 1, (
            "--jobs: this system cannot fork processes, so that each would load a model of its "
            "own; going on with one. Under Windows, WSL can fork."
        )
    return wanted, None
