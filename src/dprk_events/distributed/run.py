"""A whole run: plan, folder, parts, manifest."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dprk_events.distributed.dask import connect, run_parts
from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import make_plan
from dprk_events.distributed.store import open_store, write_manifest
from dprk_events.distributed.work import Done


@dataclass(frozen=True, slots=True)
class Totals:
    """What a run's folder holds: parts, of which there already, lines, of which errors."""

    parts: int
    skipped: int
    lines: int
    errors: int


def run(
    job: Job,
    inputs: Sequence[str],
    *,
    address: str | None = None,
    workers: int = 0,
    part_bytes: int | None = None,
    tell: Callable[[str], None] = lambda _: None,
    progress: Callable[[Iterator[Done], int], Iterator[Done]] = lambda parts, _: parts,
) -> Totals:
    """Extract ``inputs`` on a Dask cluster, part by part.

    Parts that the folder holds already are not done again. The files, one after the other in the
    order of their names, are what one process would have written.

    Args:
        job: What to do, from :func:`make_job`.
        inputs: Files, folders or URLs that fsspec knows.
        address: Of a Dask scheduler; None: a cluster on this machine.
        workers: Processes of a cluster on this machine; 0: one a core.
        part_bytes: Bytes of input in a part; see :func:`make_plan`.
        tell: Called with what the user should know.
        progress: Wraps the parts as they are done; called with them and with their number.

    Raises:
        MismatchError: The folder holds parts of another run.
        MissingEngineError: The extra ``cluster`` is not installed.
        ClusterError: Input, output or workers cannot be reached, or a part failed for good.

    """
    plan = make_plan(inputs, part_bytes)
    described = {**job.described(), "inputs": plan.digest}
    store = open_store(job.output, described)
    with connect(address, workers, tell) as client:
        done = sorted(
            progress(run_parts(client, job, plan.parts), len(plan.parts)), key=lambda d: d.file
        )
    store.sweep()
    facts = [dataclasses.asdict(each) for each in done]
    for each in facts:
        del each["skipped"]  # the same folder, whatever way it came to be
    write_manifest(store, described, facts)
    return Totals(
        parts=len(done),
        skipped=sum(each.skipped for each in done),
        lines=sum(each.lines for each in done),
        errors=sum(each.errors for each in done),
    )
