"""The options ``-o FILE`` and ``--force``, and what ``-o`` must not overwrite."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from dprk_events.cli.failure import fail

OutputFile = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Output file (JSONL); - for standard output."
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Overwrite FILE even if it is not output of this program."),
]


def check_output(
    output: str | None,
    *,
    force: bool,
    inputs: Iterable[str] = (),
    is_own: Callable[[Path], bool] | None = None,
) -> None:
    """End the program if the output would overwrite what may not be meant.

    That is a file of another program, unless ``force`` is set, and in any case one of ``inputs``.
    Output of this program, empty files and devices may be overwritten; ``is_own`` says which files
    are such output, if it is not records.
    """
    if output is None or output == "-":
        return
    if any(same_file(name, output) for name in inputs):
        fail(f"{output} is also the input. Choose another path with -o FILE.")
    path = Path(output)
    if force or not path.is_file():
        return

    from dprk_events.formats import is_own_file  # noqa: PLC0415

    if path.stat().st_size and not (is_own or is_own_file)(path):
        fail(
            f"{output} exists and is not output of this program. Choose another path with "
            "-o FILE, or overwrite it with --force."
        )


def same_file(one: str, other: str) -> bool:
    """Return whether two paths name the same existing file."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
