"""``dprk-events extract --engine``: the same on many processes or machines, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.failure import Status, fail, say

if TYPE_CHECKING:
    from dprk_events.distributed import Done, Gating
    from dprk_events.reading import ReadingOptions


class Engine(StrEnum):
    """What spreads the work."""

    dask = "dask"


class Parts(StrEnum):
    """How the files of output are written."""

    jsonl = "jsonl"
    parquet = "parquet"


EngineName = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        help="Spread the work over a cluster; -o FOLDER then gets a file for each part. "
        "Run again to go on after a stop.",
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="URL|FILE",
        help="With --engine: the cluster's scheduler (tcp://host:port), or its scheduler file; "
        "without it, a cluster on this machine.",
    ),
]
PartsFormat = Annotated[
    Parts | None, typer.Option("--parts", help="With --engine: how parts are written (jsonl).")
]


def run_engine(
    paths: Sequence[str],
    output: str | None,
    records: Records,
    options: ReadingOptions,
    model: str,
    rules: Path | None,
    *,
    address: str | None,
    parts: Parts | None,
    quiet: bool,
    workers: int = 0,
    gate: Gating = "off",
    with_text: bool = False,
) -> Status:
    """Extract on a cluster, and say what was done; ends the program where that cannot be.

    ``workers``: processes of a cluster on this machine; 0: one a core.
    """
    if output in (None, "-") or (output is not None and Path(output).is_file()):
        fail("--engine writes a file for each part. Give a folder for them with -o FOLDER.")

    from dprk_events.distributed import ClusterError, make_job, run  # noqa: PLC0415
    from dprk_events.events import RuleError  # noqa: PLC0415
    from dprk_events.language import ModelError  # noqa: PLC0415
    from dprk_events.output.console import error_console  # noqa: PLC0415

    def progress(done: Iterator[Done], total: int) -> Iterator[Done]:
        console = error_console()
        if quiet or not console.is_terminal:
            return done
        from rich.progress import track  # noqa: PLC0415

        return iter(track(done, "Parts", total, console=console, transient=True))

    try:
        job = make_job(
            output or "",
            model=model,
            rules=rules,
            options=options,
            lines=records.value,
            format=(parts or Parts.jsonl).value,
            gate=gate,
            with_text=with_text,
        )
        totals = run(job, paths, address=address, workers=workers, tell=say, progress=progress)
    except RuleError as error:
        fail(f"--rules: {error}")
    except ModelError as error:
        fail(f"--model: {error}")
    except ClusterError as error:
        fail(f"--engine: {error}")
    if not quiet:
        there = f", {totals.skipped} of them there already" if totals.skipped else ""
        failed = f", {totals.errors} of them errors" if totals.errors else ""
        say(f"{totals.lines} lines{failed}; parts: {totals.parts}{there}; in {output}")
    return Status.SOME_FAILED if totals.errors else Status.DONE


def refuse(address: str | None, parts: Parts | None) -> None:
    """End the program where options of ``--engine`` are given without it."""
    for name, value in (("--address", address), ("--parts", parts)):
        if value is not None:
            fail(f"{name} goes with --engine dask.")
