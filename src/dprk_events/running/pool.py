"""Worker processes, forked with the model loaded; the work of a killed worker is done again."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from typing import cast

from dprk_events.reading import ReadingError, Source
from dprk_events.reading.errors import printable_path
from dprk_events.running.batches import Documents, batches_of
from dprk_events.running.work import Outcome, Work

LOG = logging.getLogger(__name__)

KILLS = 2
"""Number of workers that may die while processing one document alone before it is given up."""

AHEAD = 4
"""Batches per worker that may be in progress or wait for an earlier one; this bounds the memory."""

_SIGNALS = {signal.SIGINT, signal.SIGTERM}


class NoWorkerError(Exception):
    """No worker process could be started; the message says what to do."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Documents that are sent to a worker together.

    ``first`` is the number of the first of them in the input; ``kills`` counts the workers that
    died while processing this document alone.
    """

    first: int
    documents: Documents
    kills: int = 0


@dataclass(slots=True)
class _Worker:
    process: ForkProcess
    pipe: Connection
    batch: _Batch | None = None


class Pool:
    """Workers that share the memory of this process as it was when they were forked.

    Each worker has its own pipe, and workers share no lock, so killing one at any moment does not
    affect the others. The pool must be used from a single-threaded process.
    """

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._context = multiprocessing.get_context("fork")
        self._workers: list[_Worker] = []
        self._again: deque[_Batch] = deque()

    def run(self, sources: Iterable[Source | ReadingError]) -> Iterator[Outcome]:
        """Yield the outcomes of all documents, in order.

        Raises:
            NoWorkerError: Not a single worker process could be started.

        """
        with _frozen():
            try:
                yield from self._run(batches_of(sources, self._jobs))
            finally:
                self._stop()

    def _run(self, batches: Iterator[Documents]) -> Iterator[Outcome]:
        done: dict[int, Sequence[Outcome]] = {}  # by the number of the first document
        cut = given = 0  # documents put into batches; documents yielded
        more = True
        while True:
            while more or self._again:
                worker = self._idle()
                if worker is None:
                    break
                if self._again:
                    batch = self._again.popleft()
                else:
                    if len(done) + self._busy() >= AHEAD * self._jobs:
                        break
                    documents = next(batches, ())
                    if not documents:
                        more = False
                        break
                    batch = _Batch(cut, documents)
                    cut += len(documents)
                self._hand(worker, batch, done)
            while given in done:
                outcomes = done.pop(given)
                given += len(outcomes)
                yield from outcomes
            if self._busy():
                self._receive(done)
            elif not more and not self._again and given == cut:
                return

    def _busy(self) -> int:
        return sum(worker.batch is not None for worker in self._workers)

    def _idle(self) -> _Worker | None:
        """Return an idle worker, starting one if the limit allows; None if all are busy."""
        for worker in [worker for worker in self._workers if worker.batch is None]:
            if worker.process.is_alive():
                return worker
            self._bury(worker, {})
        if len(self._workers) >= self._jobs:
            return None
        try:
            worker = self._start()
        except OSError as error:
            if self._workers:
                LOG.debug("no more workers: %s", error)
                return None
            raise NoWorkerError(
                f"could not start a worker process ({error.strerror or error}). "
                "Free some memory, stop other processes, or run without --jobs."
            ) from None
        self._workers.append(worker)
        return worker

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        others = [worker.pipe for worker in self._workers]
        process = self._context.Process(
            target=_serve, args=(self._work, there, [here, *others]), daemon=True
        )
        # Signals are blocked until the worker has set up its handlers.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
        try:
            process.start()
        except BaseException:
            here.close()
            raise
        finally:
            there.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return _Worker(process, here)

    def _hand(self, worker: _Worker, batch: _Batch, done: dict[int, Sequence[Outcome]]) -> None:
        worker.batch = batch
        try:
            worker.pipe.send(batch.documents)
        except OSError:  # the worker died meanwhile
            self._bury(worker, done)

    def _receive(self, done: dict[int, Sequence[Outcome]]) -> None:
        """Wait until a worker has finished a batch or died, and collect its outcomes."""
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(pipes)):
            worker = pipes[cast(Connection, pipe)]
            try:
                outcomes = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, done)
                continue
            if worker.batch is not None:
                done[worker.batch.first] = outcomes
            worker.batch = None

    def _bury(self, worker: _Worker, done: dict[int, Sequence[Outcome]]) -> None:
        """Requeue the documents of a dead worker one by one, to isolate the one that killed it."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        LOG.debug("worker %s died: %s", worker.process.pid, worker.process.exitcode)
        batch = worker.batch
        if batch is None:
            return
        if len(batch.documents) > 1:
            self._again.extendleft(
                reversed([_Batch(batch.first + n, (d,)) for n, d in enumerate(batch.documents)])
            )
        elif batch.kills + 1 < KILLS:
            self._again.appendleft(_Batch(batch.first, batch.documents, batch.kills + 1))
        else:
            error = _killed(batch.documents[0], worker.process.exitcode)
            done[batch.first] = [self._work.failed(error)]

    def _stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _killed(source: Source | ReadingError, code: int | None) -> ReadingError:
    how = f"was killed by signal {-code}" if code is not None and code < 0 else "exited"
    return ReadingError(
        path=printable_path(source.path),
        kind="worker-killed",
        message=f"A worker process that had only this document {how}, twice. The document may need "
        "more memory than is available: inspect it, or process it by itself without --jobs.",
    )


def _serve(work: Work, pipe: Connection, others: Sequence[Connection]) -> None:
    """Process incoming batches until the parent is gone. This runs in the worker."""
    for other in others:  # otherwise this worker would keep the pipes of others open
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    status = 0
    try:
        while True:
            pipe.send(list(work.each(pipe.recv())))
    except (EOFError, OSError):
        pass
    except BaseException as error:  # the parent notices that the worker died and retries
        LOG.debug("worker failed", exc_info=error)
        status = 1
    finally:
        os._exit(status)  # without closing or flushing what belongs to the parent


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the garbage collector away from existing objects: touching shared memory copies it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
