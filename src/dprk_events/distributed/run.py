"""A complete run: plan, output folder, parts, manifest."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dprk_events.distributed.dask import connect, run_parts
from dprk_events.distributed.job import Job
from dprk_events.distributed.plan import make_plan
from dprk_events.distributed.store import open_store, write_manifest
from dprk_events.distributed.work import PartResult


@dataclass(frozen=True, slots=True)
class Totals:
    """Contents of the output folder: parts (how many existed before), lines (how many errors)."""

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
    progress: Callable[[Iterator[PartResult], int], Iterator[PartResult]] = lambda parts, _: parts,
) -> Totals:
    """Extract ``inputs`` on a Dask cluster, part by part.

    Parts that are already in the output folder are not redone. The files, concatenated in the
    order of their names, are what a single process would have written.

    Args:
        job: The settings, from :func:`make_job`.
        inputs: Files, folders or URLs that fsspec supports.
        address: Address of a Dask scheduler; None starts a cluster on this machine.
        workers: Number of processes of a cluster on this machine; 0 for one per core.
        part_bytes: Bytes of input per part; see :func:`make_plan`.
        tell: Called with messages for the user.
        progress: Wraps the iterator of finished parts; called with it and the number of parts.

    Raises:
        MismatchError: The folder holds parts of a different run.
        MissingEngineError: The extra ``cluster`` is not installed.
        ClusterError: Input, output or workers cannot be reached, or a part failed permanently.

    """
    plan = make_plan(inputs, part_bytes)
    described = {**job.described(), "inputs": plan.digest}
    store = open_store(job.output, described)
    with connect(address, workers, tell) as client:
        done = sorted(
            progress(run_parts(client, job, plan.parts), len(plan.parts)), key=lambda d: d.file
        )
    store.remove_temporary()
    facts = [dataclasses.asdict(each) for each in done]
    for each in facts:
        del each["skipped"]  # the manifest does not depend on how often the run was resumed
    write_manifest(store, described, facts)
    return Totals(
        parts=len(done),
        skipped=sum(each.skipped for each in done),
        lines=sum(each.lines for each in done),
        errors=sum(each.errors for each in done),
    )
