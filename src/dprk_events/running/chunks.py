"""Documents → chunks for workers, of about the same size."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator

from dprk_events.reading import ReadingError, Source

MOST = 32
"""Documents in a chunk: a batch of the model."""

MOST_BYTES = 400_000
"""Bytes of documents in a chunk, but for a document that has more by itself."""

AT_LEAST = 500
"""What a document weighs however small it is, in bytes: the work that each needs."""

AHEAD = 2
"""Chunks a worker that are looked at before one is cut."""

Documents = tuple[Source | ReadingError, ...]


def chunks_of(sources: Iterable[Source | ReadingError], jobs: int) -> Iterator[Documents]:
    """Cut documents into chunks, in order.

    As long as there are many, a chunk is as large as the model likes it. The last ones, and those
    of a small input, are smaller and smaller, so that no worker waits long for another: each is
    the share of what is left over twice the workers (guided self-scheduling, Polychronopoulos and
    Kuck 1987).
    """
    queue = iter(sources)
    waiting: deque[tuple[Source | ReadingError, int]] = deque()
    more = True
    while True:
        while more and len(waiting) < AHEAD * jobs * MOST:
            source = next(queue, None)
            if source is None:
                more = False
            else:
                waiting.append((source, weight(source)))
        if not waiting:
            return
        limit = MOST_BYTES
        if not more:
            limit = min(limit, sum(size for _, size in waiting) // (2 * jobs))
        chunk: list[Source | ReadingError] = []
        taken = 0
        while waiting and len(chunk) < MOST:
            if chunk and taken + waiting[0][1] / 2 > limit:
                break
            source, size = waiting.popleft()
            chunk.append(source)
            taken += size
        yield tuple(chunk)


def weight(source: Source | ReadingError) -> int:
    """Give the size of a document in bytes, without reading it."""
    size = 0
    if isinstance(source, Source):
        try:
            data = source.data
            size = len(data) if data is not None else os.stat(source.path).st_size  # noqa: PTH116 - the path as given
        except (OSError, ValueError):
            size = 0  # reading it will say what is wrong
    return size + AT_LEAST
