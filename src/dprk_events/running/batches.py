"""Group documents into batches of about the same size for the worker processes."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator

from dprk_events.reading import ReadingError, Source

MOST = 32
"""The most documents in a batch: the model processes as many at a time."""

MOST_BYTES = 400_000
"""The most bytes in a batch, unless a single document is larger."""

AT_LEAST = 500
"""The weight of an empty document, in bytes: the fixed cost of processing a document."""

AHEAD = 2
"""How far to look ahead before a batch is cut, in full batches per worker."""

Documents = tuple[Source | ReadingError, ...]


def batches_of(sources: Iterable[Source | ReadingError], jobs: int) -> Iterator[Documents]:
    """Yield the documents in batches, in order.

    As long as many documents are left, batches are full. The last ones, and those of a small input,
    get smaller and smaller, so that no worker waits long for another: each holds the remaining work
    divided by twice the number of workers (guided self-scheduling, Polychronopoulos and Kuck 1987).
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
        batch: list[Source | ReadingError] = []
        taken = 0
        while waiting and len(batch) < MOST:
            if batch and taken + waiting[0][1] / 2 > limit:
                break
            source, size = waiting.popleft()
            batch.append(source)
            taken += size
        yield tuple(batch)


def weight(source: Source | ReadingError) -> int:
    """Return the weight of a document in bytes, without reading it."""
    size = 0
    if isinstance(source, Source):
        try:
            data = source.data
            size = len(data) if data is not None else os.stat(source.path).st_size  # noqa: PTH116 - the path as given
        except (OSError, ValueError):
            size = 0  # the error is reported when the document is read
    return size + AT_LEAST
