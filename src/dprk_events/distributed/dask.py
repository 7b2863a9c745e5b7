"""The engine: Dask spreads the parts over workers and does again what a dead one had in hand.

Everything the other modules do is plain functions of a job and a part; only this one knows Dask.
Ray and Spark were tried beside it with the same functions (docs/distributed.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from dprk_events.distributed.errors import ClusterError
from dprk_events.distributed.job import Job
from dprk_events.distributed.narrow import Narrower
from dprk_events.distributed.plan import Part
from dprk_events.distributed.store import need
from dprk_events.distributed.work import Done, do_part, do_part_singly, document_in_hand

RETRIES = 2
"""How often a part is tried again after an error (a store that does not answer)."""

Tell = Callable[[str], None]


@contextmanager
def connect(address: str | None, workers: int, tell: Tell) -> Iterator[Any]:
    """Give a client of the cluster at ``address``, or of a new one on this machine.

    Args:
        address: ``tcp://host:port`` of a scheduler, or the path of its scheduler file
            (``dask scheduler --scheduler-file FILE``); None: a cluster of this machine's own.
        workers: Processes of a cluster of one's own; 0: one a core.
        tell: Called with what the user should know.

    Raises:
        ClusterError: There is no scheduler there.

    """
    distributed = need("distributed")
    with ExitStack() as stack:
        if address is None:
            # A part that was in the hands of two dead workers is then looked at more closely.
            # A worker that is long in starting again (a busy machine) is not to be given up.
            settings = {
                "distributed.scheduler.allowed-failures": 1,
                "distributed.deploy.lost-worker-timeout": "1 day",
            }
            stack.enter_context(need("dask").config.set(settings))
            cluster = distributed.LocalCluster(
                n_workers=workers or need("dask.system").CPU_COUNT,  # heeds affinity and cgroups
                threads_per_worker=1,
                processes=True,
                memory_limit=0,  # a worker near a limit would be stopped in the middle of a part
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
            tell("the cluster has no worker yet: waiting for one (`dask worker`)")
        elif any(worker["nthreads"] > 1 for worker in found):
            tell(
                "some workers have several threads and will use one at a time: start them with "
                "`dask worker --nworkers auto --nthreads 1` for full speed"
            )
        yield client


def run_parts(client: Any, job: Job, parts: Sequence[Part]) -> Iterator[Done]:
    """Do all parts; gives each as it is done, in no order.

    Raises:
        ClusterError: A part failed for good; what is written stays.

    """
    distributed = need("distributed")
    jobs = Narrower(job).job_for
    futures = {client.submit(do_part, jobs(p), p, pure=False, retries=RETRIES): p for p in parts}
    deadly: list[Part] = []
    try:
        for future in distributed.as_completed(list(futures)):
            part = futures.pop(future)
            error = future.exception()
            if error is None:
                yield future.result()
            elif isinstance(error, distributed.KilledWorker):
                deadly.append(part)
            else:
                raise _failed(error)
            future.release()
    finally:
        client.cancel(list(futures))
    for part in deadly:
        yield _rescue(client, jobs(part), part)


def _rescue(client: Any, job: Job, part: Part) -> Done:
    """Do a part that took its workers down; documents that do so by themselves become errors."""
    killed: type[Exception] = need("distributed").KilledWorker
    deadly: frozenset[int] = frozenset()
    while True:
        try:
            done: Done = client.submit(do_part_singly, job, part, deadly, pure=False).result()
        except killed as error:
            number = document_in_hand(job, part)
            if number is None or number in deadly:  # no document's fault
                raise _failed(error) from error
            deadly |= {number}
        except Exception as error:
            raise _failed(error) from error
        else:
            return done


def _failed(error: BaseException) -> ClusterError:
    """Say what failed on a worker, and what to do."""
    if isinstance(error, ClusterError):
        return error
    return ClusterError(
        f"a worker failed ({type(error).__name__}: {error}). What is written stays: mend the "
        "cause and run the same command again. Workers need the same dprk-events, model and files."
    )
