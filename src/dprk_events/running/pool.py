"""Worker processes, forked with the model in them; what a killed one had in hand is done again."""

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
from dprk_events.running.chunks import Documents, chunks_of
from dprk_events.running.work import Outcome, Work

LOG = logging.getLogger(__name__)

KILLS = 2
"""Workers that may die of one document alone before it is given up."""

AHEAD = 4
"""Chunks a worker that may be in hand or wait for an earlier one: this bounds the memory."""

_SIGNALS = {signal.SIGINT, signal.SIGTERM}


class NoWorkerError(Exception):
    """The system starts no process; the message says what to do."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Documents that one worker does at once.

    ``first`` is the number of the first of them in the input; ``kills`` counts the workers that
    died while they had this document and no other.
    """

    first: int
    documents: Documents
    kills: int = 0


@dataclass(slots=True)
class _Worker:
    process: ForkProcess
    pipe: Connection
    piece: _Piece | None = None


class Pool:
    """Workers that share the memory of this process as it was when they were forked.

    Each has a pipe of its own, and there is no lock between them, so that one that is killed at
    any moment harms no other. It must be used from a process with a single thread.
    """

    def __init__(self, work: Work, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._context = multiprocessing.get_context("fork")
        self._workers: list[_Worker] = []
        self._again: deque[_Piece] = deque()

    def run(self, sources: Iterable[Source | ReadingError]) -> Iterator[Outcome]:
        """Give the outcomes of all documents in order.

        Raises:
            NoWorkerError: Not even one process can be started.

        """
        with _frozen():
            try:
                yield from self._run(chunks_of(sources, self._jobs))
            finally:
                self._stop()

    def _run(self, chunks: Iterator[Documents]) -> Iterator[Outcome]:
        done: dict[int, Sequence[Outcome]] = {}  # by the number of the first document
        cut = given = 0  # documents cut into pieces; documents given out
        more = True
        while True:
            while more or self._again:
                worker = self._idle()
                if worker is None:
                    break
                if self._again:
                    piece = self._again.popleft()
                else:
                    if len(done) + self._busy() >= AHEAD * self._jobs:
                        break
                    documents = next(chunks, ())
                    if not documents:
                        more = False
                        break
                    piece = _Piece(cut, documents)
                    cut += len(documents)
                self._hand(worker, piece, done)
            while given in done:
                outcomes = done.pop(given)
                given += len(outcomes)
                yield from outcomes
            if self._busy():
                self._receive(done)
            elif not more and not self._again and given == cut:
                return

    def _busy(self) -> int:
        return sum(worker.piece is not None for worker in self._workers)

    def _idle(self) -> _Worker | None:
        """Give a worker that waits for work, a new one if there may be more; else None."""
        for worker in [worker for worker in self._workers if worker.piece is None]:
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
                f"the system starts no worker process ({error.strerror or error}). "
                "Free memory or processes, or run without --jobs."
            ) from None
        self._workers.append(worker)
        return worker

    def _start(self) -> _Worker:
        here, there = self._context.Pipe()
        others = [worker.pipe for worker in self._workers]
        process = self._context.Process(
            target=_serve, args=(self._work, there, [here, *others]), daemon=True
        )
        # The signals wait until the worker has said what it does with them.
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

    def _hand(self, worker: _Worker, piece: _Piece, done: dict[int, Sequence[Outcome]]) -> None:
        worker.piece = piece
        try:
            worker.pipe.send(piece.documents)
        except OSError:  # it died over it
            self._bury(worker, done)

    def _receive(self, done: dict[int, Sequence[Outcome]]) -> None:
        """Wait until a worker has finished or died, and take what it gives."""
        pipes = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(pipes)):
            worker = pipes[cast(Connection, pipe)]
            try:
                outcomes = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker, done)
                continue
            if worker.piece is not None:
                done[worker.piece.first] = outcomes
            worker.piece = None

    def _bury(self, worker: _Worker, done: dict[int, Sequence[Outcome]]) -> None:
        """Put the documents of a dead worker back, one by one, so that a bad one stands out."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join()
        LOG.debug("worker %s died: %s", worker.process.pid, worker.process.exitcode)
        piece = worker.piece
        if piece is None:
            return
        if len(piece.documents) > 1:
            self._again.extendleft(
                reversed([_Piece(piece.first + n, (d,)) for n, d in enumerate(piece.documents)])
            )
        elif piece.kills + 1 < KILLS:
            self._again.appendleft(_Piece(piece.first, piece.documents, piece.kills + 1))
        else:
            error = _killed(piece.documents[0], worker.process.exitcode)
            done[piece.first] = [self._work.failed(error)]

    def _stop(self) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()


def _killed(source: Source | ReadingError, code: int | None) -> ReadingError:
    how = f"was ended by signal {-code}" if code is not None and code < 0 else "ended"
    return ReadingError(
        path=printable_path(source.path),
        kind="worker-killed",
        message=f"The process that worked on this alone {how}, twice. It may need more memory "
        "than there is: look at the document, or take it by itself without --jobs.",
    )


def _serve(work: Work, pipe: Connection, others: Sequence[Connection]) -> None:
    """Do what comes in until the parent is gone. This runs in the worker."""
    for other in others:  # or a worker would hold the pipe of another open
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    status = 0
    try:
        while True:
            pipe.send(list(work.each(pipe.recv())))
    except (EOFError, OSError):
        pass
    except BaseException as error:  # the parent sees a dead worker, and does it again
        LOG.debug("worker failed", exc_info=error)
        status = 1
    finally:
        os._exit(status)  # nothing of the parent's is closed or flushed here


@contextmanager
def _frozen() -> Iterator[None]:
    """Keep the garbage collector off what is there: it would copy shared memory by touching it."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
