"""``dprk-events extract --engine``: extract on many processes or machines, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.failure import Status, fail, say
from dprk_events.formats import format_names

if TYPE_CHECKING:
    from dprk_events.distributed import GateMode, PartResult
    from dprk_events.reading import ReadingOptions


class Engine(StrEnum):
    """The engine that distributes the work."""

    dask = "dask"


if TYPE_CHECKING:

    class Parts(StrEnum):
        """Format of the output files: one of :mod:`dprk_events.formats` that loses nothing."""

        jsonl = "jsonl"

else:
    Parts = StrEnum("Parts", {name: name for name in format_names(lossless=True)})


EngineName = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        help="Distribute the work over a cluster; -o FOLDER then receives one file per part. "
        "Run the same command again to resume.",
    ),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--address",
        metavar="URL|FILE",
        help="With --engine: address of the cluster's scheduler (tcp://host:port), or its "
        "scheduler file; by default, a cluster is started on this machine.",
    ),
]
PartsFormat = Annotated[
    Parts | None,
    typer.Option("--parts", help="With --engine: format of the parts (default: jsonl)."),
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
    gate: GateMode = "off",
    with_text: bool = False,
) -> Status:
    """Extract on a cluster and report the result; end the program if that is impossible.

    ``workers``: number of processes of a cluster on this machine; 0 for one per core.
    """
    if output in (None, "-") or (output is not None and Path(output).is_file()):
        fail("--engine writes one file per part. Give a folder for them with -o FOLDER.")

    from dprk_events.distributed import ClusterError, make_job, run  # noqa: PLC0415
    from dprk_events.events import RuleError  # noqa: PLC0415
    from dprk_events.known import KnownError  # noqa: PLC0415
    from dprk_events.language import ModelError  # noqa: PLC0415
    from dprk_events.output.console import error_console  # noqa: PLC0415

    def progress(done: Iterator[PartResult], total: int) -> Iterator[PartResult]:
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
    except (RuleError, KnownError) as error:
        fail(f"--rules: {error}")
    except ModelError as error:
        fail(f"--model: {error}")
    except ClusterError as error:
        fail(f"--engine: {error}")
    if not quiet:
        existing = f" ({totals.skipped} already existed)" if totals.skipped else ""
        failed = f" ({totals.errors} of them errors)" if totals.errors else ""
        say(f"{totals.lines} lines{failed} in {totals.parts} parts{existing}, written to {output}")
    return Status.SOME_FAILED if totals.errors else Status.DONE


def refuse(address: str | None, parts: Parts | None) -> None:
    """End the program if options of ``--engine`` are given without it."""
    for name, value in (("--address", address), ("--parts", parts)):
        if value is not None:
            fail(f"{name} requires --engine dask.")
