"""The same small job on Dask, Ray and Spark, one worker killed on the way: docs/distributed.md.

    pip install 'dask[distributed]' ray pyspark psutil     # Spark needs Java 17 as well
    python tools/try_engines.py                            # or: python tools/try_engines.py dask

Each engine gets the functions of dprk_events.distributed.work as they are, two workers of one
thread, and 200 short documents in ten parts.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from dprk_events.distributed import Job, Part, make_job, make_plan
from dprk_events.distributed.work import do_part

ROOT = Path(__file__).parents[1]
ENGINES = ("dask", "ray", "spark")
DOCUMENTS, PARTS, NOTHINGS = 200, 10, 500

Map = Callable[[Callable[[Any], Any], Sequence[Any]], None]


def nothing(_: object) -> None:
    """Do nothing: what a task costs by itself."""


def work(job: Job, pids: str, part: Part) -> None:
    """Do a part, and say which process does it."""
    (Path(pids) / f"{part.number}-{os.getpid()}").touch()
    do_part(job, part)


def dask_map(stop: list[Callable[[], Any]]) -> Map:
    """Start Dask."""
    import distributed  # noqa: PLC0415

    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs="CRITICAL"
    )
    client = distributed.Client(cluster)
    stop += [client.close, cluster.close]

    def run(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
        client.gather([client.submit(function, item, pure=False) for item in items])

    return run


def ray_map(stop: list[Callable[[], Any]]) -> Map:
    """Start Ray."""
    import ray  # noqa: PLC0415

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    stop.append(ray.shutdown)

    def run(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
        task = ray.remote(max_retries=3)(lambda item: function(item))  # noqa: PLW0108 - no partial
        ray.get([task.remote(item) for item in items])

    return run


def spark_map(stop: list[Callable[[], Any]]) -> Map:
    """Start Spark."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    context = builder.config("spark.log.level", "OFF").getOrCreate().sparkContext
    stop.append(context.stop)

    def run(function: Callable[[Any], Any], items: Sequence[Any]) -> None:
        context.parallelize(items, len(items)).map(function).collect()

    return run


def memory() -> int:
    """Give the memory of all processes of this engine but this one, in MB (shared parts once)."""
    import psutil  # noqa: PLC0415

    total = 0
    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            total += process.memory_full_info().pss
    return total // 1_000_000


def kill_one(pids: Path, killed: list[int]) -> None:
    """Kill -9 the process that began the fourth part, in the middle of it."""
    while len(found := sorted(pids.iterdir(), key=lambda p: p.stat().st_mtime)) < 4:
        time.sleep(0.02)
    time.sleep(0.1)
    pid = int(found[3].name.split("-")[1])
    os.kill(pid, signal.SIGKILL)
    killed.append(pid)


def texts(folder: Path) -> Path:
    """Write 200 short documents, pieces of the samples, as JSON Lines."""
    pieces = [
        piece
        for sample in sorted((ROOT / "samples").glob("*.txt"))
        for piece in sample.read_text("utf-8").split("\n\n")
        if len(piece) > 80
    ]
    file = folder / "documents.jsonl"
    rows = (pieces[n % len(pieces)] for n in range(DOCUMENTS))
    file.write_text("".join(json.dumps({"text": row}) + "\n" for row in rows), "utf-8")
    return file


def measure(engine: str) -> dict[str, Any]:
    """Run everything on one engine."""
    makers = {"dask": dask_map, "ray": ray_map, "spark": spark_map}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = texts(folder)
        plan = make_plan([str(file)], file.stat().st_size // PARTS)
        stop: list[Callable[[], Any]] = []
        begin = time.perf_counter()
        run = makers[engine](stop)
        run(nothing, [1, 2])
        row: dict[str, Any] = {"engine": engine, "start s": time.perf_counter() - begin}
        row["MB idle"] = memory()
        begin = time.perf_counter()
        run(nothing, range(NOTHINGS))
        row["ms a task"] = (time.perf_counter() - begin) / NOTHINGS * 1000
        seen: dict[str, bytes] = {}
        for kind in ("first", "job", "killed"):  # the first loads the model
            job = make_job(str(folder / kind))
            (folder / kind).mkdir()
            pids = folder / f"{kind}.pids"
            pids.mkdir()
            killed: list[int] = []
            killer = threading.Thread(target=kill_one, args=(pids, killed), daemon=True)
            if kind == "killed":
                killer.start()
            begin = time.perf_counter()
            run(partial(work, job, str(pids)), plan.parts)
            row[f"{kind} s"] = time.perf_counter() - begin
            seen[kind] = b"".join(p.read_bytes() for p in sorted((folder / kind).glob("part-*")))
        row["tasks begun with a kill"] = len(list(pids.iterdir()))
        row["killed"] = len(killed)
        row["same bytes"] = seen["first"] == seen["job"] == seen["killed"]
        begin = time.perf_counter()
        for each in stop:
            each()
        row["stop s"] = time.perf_counter() - begin
    return row


def main() -> None:
    """Measure one engine, or each in a process of its own."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
        return
    for engine in ENGINES:
        done = subprocess.run(
            [sys.executable, __file__, engine], capture_output=True, text=True, check=False
        )
        print((done.stdout.strip().splitlines() or [done.stderr[-2000:]])[-1], flush=True)


if __name__ == "__main__":
    main()
