"""The engine: Dask distributes the parts over workers and redoes the part of a worker that died.

The other modules are plain functions of a job and a part; only this one depends on Dask. Ray and
Spark were tried with the same functions (docs/distributed.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from dprk_events.distributed.errors import ClusterError
from dprk_events.distributed.job import Job
from dprk_events.distributed.part_jobs import PartJobs
from dprk_events.distributed.plan import Part
from dprk_events.distributed.store import require
from dprk_events.distributed.work import (
    PartResult,
    do_part,
    do_part_one_by_one,
    document_in_progress,
)

RETRIES = 2
"""How often a part is retried after an error, such as an unreachable store."""

Tell = Callable[[str], None]


@contextmanager
def connect(address: str | None, workers: int, tell: Tell) -> Iterator[Any]:
    """Connect to the cluster at ``address``, or start one on this machine; return a client.

    Args:
        address: ``tcp://host:port`` of a scheduler, or the path of its scheduler file
            (``dask scheduler --scheduler-file FILE``); None starts a cluster on this machine.
        workers: Number of processes of a cluster on this machine; 0 for one per core.
        tell: Called with messages for the user.

    Raises:
        ClusterError: There is no scheduler at ``address``.

    """
    distributed = require("distributed")
    with ExitStack() as stack:
        if address is None:
            # A part that killed two workers is then processed one document at a time.
            # A worker that is slow to restart, on a busy machine, must not be given up.
            settings = {
                "distributed.scheduler.allowed-failures": 1,
                "distributed.deploy.lost-worker-timeout": "1 day",
            }
            stack.enter_context(require("dask").config.set(settings))
            cluster = distributed.LocalCluster(
                n_workers=workers or require("dask.system").CPU_COUNT,  # respects affinity, cgroups
                threads_per_worker=1,
                processes=True,
                memory_limit=0,  # Dask would kill a worker near the limit in the middle of a part
                dashboard_address="127.0.0.1:0",  # only on this machine, on any free port
                silence_logs="CRITICAL",
            )
            stack.enter_context(cluster)
            yield stack.enter_context(distributed.Client(cluster))
            return
        where = {"scheduler_file": address} if Path(address).is_file() else {"address": address}
        try:
            client = stack.enter_context(distributed.Client(**where, timeout=20))
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"no Dask scheduler answers at {address} ({error}). Give its tcp://host:port, or "
                "the path of its scheduler file; start one with `dask scheduler`."
            ) from error
        found = client.scheduler_info(n_workers=-1)["workers"].values()
        if not found:
            tell("the cluster has no workers yet: waiting for one (start it with `dask worker`)")
        elif any(worker["nthreads"] > 1 for worker in found):
            tell(
                "some workers have several threads but can only use one: for full speed, start "
                "them with `dask worker --nworkers auto --nthreads 1`"
            )
        yield client


def run_parts(client: Any, job: Job, parts: Sequence[Part]) -> Iterator[PartResult]:
    """Process all parts; yield each result as it is ready, in any order.

    Raises:
        ClusterError: A part failed permanently; the parts already written are kept.

    """
    distributed = require("distributed")
    jobs = PartJobs(job).job_for
    futures = {client.submit(do_part, jobs(p), p, pure=False, retries=RETRIES): p for p in parts}
    killers: list[Part] = []
    try:
        for future in distributed.as_completed(list(futures)):
            part = futures.pop(future)
            error = future.exception()
            if error is None:
                yield future.result()
            elif isinstance(error, distributed.KilledWorker):
                killers.append(part)
            else:
                raise _failed(error)
            future.release()
    finally:
        client.cancel(list(futures))
    for part in killers:
        yield _rescue(client, jobs(part), part)


def _rescue(client: Any, job: Job, part: Part) -> PartResult:
    """Redo a part that killed its workers; the documents that caused it become error records."""
    killed: type[Exception] = require("distributed").KilledWorker
    killers: frozenset[int] = frozenset()
    while True:
        try:
            future = client.submit(do_part_one_by_one, job, part, killers, pure=False)
            done: PartResult = future.result()
        except killed as error:
            number = document_in_progress(job, part)
            if number is None or number in killers:  # not caused by a document
                raise _failed(error) from error
            killers |= {number}
        except Exception as error:
            raise _failed(error) from error
        else:
            return done


def _failed(error: BaseException) -> ClusterError:
    """Return an error that says what failed on a worker, and what to do."""
    if isinstance(error, ClusterError):
        return error
    return ClusterError(
        f"a worker failed ({type(error).__name__}: {error}). Finished parts are kept: fix the "
        "cause and run the same command again. Workers need the same dprk-events, model and files."
    )
