"""Where output goes and in which format: ``--to``, ``--columns``, ``--excel`` and ``-o FILE``."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from dprk_events.cli.failure import fail
from dprk_events.cli.output_file import check_output
from dprk_events.formats import (
    FormatError,
    Table,
    Traits,
    companions,
    format_names,
    format_of,
    is_own_folder,
    open_format,
    traits,
)
from dprk_events.output.replacing import replacing
from dprk_events.output.writer import CannotOpenError, OutputError, is_terminal
from dprk_events.stops import uninterrupted

if TYPE_CHECKING:
    from dprk_events.records import Lines, Record

    class FormatName(StrEnum):
        """A module of :mod:`dprk_events.formats`."""

        jsonl = "jsonl"

else:
    FormatName = StrEnum("FormatName", {name: name for name in format_names()})

Item = Callable[["Record | Mapping[str, Any]"], None]


def _column_sets() -> list[str]:
    from dprk_events.formats.tables import column_sets  # noqa: PLC0415 - loads the records

    return list(column_sets())


To = Annotated[
    FormatName | None,
    typer.Option(
        "--to", help="Output format; by default that of the ending of FILE, or else jsonl."
    ),
]
ColumnSet = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="NAME",
        autocompletion=_column_sets,
        help="Columns of a table: events (default), acled or cns (missile tests).",
    ),
]
Excel = Annotated[
    bool,
    typer.Option("--excel", help="CSV for Excel in French: byte order mark, ; and decimal commas."),
]
TableFile = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Output file or folder; - for standard output."
    ),
]
"""As ``OutputFile``, for commands that write other formats than JSON Lines too."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where records go, and as what.

    Attributes:
        output: ``-o FILE``.
        name: The format.
        columns: A set of columns; None for records as they are.
        excel: See :class:`~dprk_events.formats.Layout`.
        table: See :class:`~dprk_events.formats.Layout`.

    """

    output: str | None
    name: str
    columns: str | None = None
    excel: bool = False
    table: Table | None = None

    @property
    def traits(self) -> Traits:
        """What is known about the format."""
        return traits(self.name)

    @property
    def as_lines(self) -> bool:
        """Whether records are written as the lines that they are."""
        return self.name == "jsonl" and self.columns is None

    @property
    def wants(self) -> Lines:
        """The records that it is made from, if it is not made from any."""
        return "events" if self.columns is not None else self.traits.wants


def destination(
    output: str | None, to: StrEnum | None, columns: str | None, *, excel: bool
) -> Destination:
    """Choose the format; end the program if options do not go together or a package is missing."""
    name = to.value if to is not None else format_of(output or "") or "jsonl"
    kind = traits(name)
    if columns is not None and not kind.tabular:
        fail(f"--columns: {name} is not a table of events. Leave it out.")
    if excel and name != "csv":
        fail(f"--excel is for CSV, not for {name}. Leave it out, or use --to csv.")
    if columns is None and kind.wants == "events":
        columns = "events"
    if output in (None, "-"):
        if kind.target != "stream":
            fail(f"{name} needs a {kind.target} of its own: give it with -o {kind.target.upper()}.")
        if kind.binary and is_terminal():
            fail(f"{name} is nothing for a terminal: give a file with -o FILE.")
    made = Destination(output, name, columns, excel)
    try:  # before anything is read: a package may be missing
        sink = io.BytesIO() if kind.target == "stream" else Path(output or "")
        open_format(name, sink, made.wants, columns=columns, excel=excel)
    except FormatError as error:
        fail(str(error))
    return made


def check_destination(
    made: Destination,
    *,
    force: bool,
    inputs: list[str],
    is_own: Callable[[Path], bool] | None = None,
) -> None:
    """End the program if something would be overwritten that may not be meant to be.

    ``is_own`` is that of :func:`check_output`.
    """
    if made.output in (None, "-"):
        return
    path = Path(str(made.output))
    if made.traits.target == "folder":
        _check_folder(path, made.name, force=force)
        return
    if path.is_dir():
        fail(f"{path} is a folder. Choose another path with -o FILE.")
    check_output(made.output, force=force, inputs=inputs, is_own=is_own)
    for ending, content in companions(made.name, path).items():
        beside = path.with_name(path.name + ending)
        if not force and beside.exists() and beside.read_bytes() != content:
            fail(f"{beside} exists and would be written anew. Move it, or overwrite with --force.")


def _check_folder(path: Path, name: str, *, force: bool) -> None:
    if path.is_file():
        fail(f"{path} is a file, and {name} is a folder. Choose another path with -o FOLDER.")
    if not path.is_dir() or not any(path.iterdir()):
        return
    if not is_own_folder(name, path):
        fail(f"{path} holds other files. Choose another folder with -o FOLDER.")
    if not force:  # somebody may have worked on it
        fail(f"{path} holds annotations. Choose another folder, or replace them with --force.")


@contextmanager
def open_destination(made: Destination, lines: Lines | None = None) -> Iterator[Item]:
    """Open the output: yield a function that writes one record.

    A file or folder is put in its place when it is whole: after an error or an interrupt that
    leaves this context, what was there is as it was.

    Args:
        made: Where and as what.
        lines: The kind of record to expect, if the format does not say.

    Raises:
        OutputError: It cannot be written.
        BrokenPipeError: The reader of standard output has closed the pipe.

    """
    expected = lines or made.wants
    if made.output in (None, "-"):
        if sys.stdout is None:
            raise CannotOpenError("standard output is closed: give a file with -o FILE")
        with _written(made, sys.stdout.buffer, expected, "standard output") as item:
            yield item
        return
    with replacing(str(made.output)) as path:
        if made.traits.target == "stream":
            with path.open("wb") as sink, _written(made, sink, expected, made.output) as item:
                yield item
        else:
            with _written(made, path, expected, made.output) as item:
                yield item
    for ending, content in companions(made.name, Path(str(made.output))).items():
        Path(f"{made.output}{ending}").write_bytes(content)


@contextmanager
def _written(
    made: Destination, sink: BinaryIO | Path, lines: Lines, name: str | None
) -> Iterator[Item]:
    try:
        out = open_format(
            made.name, sink, lines, columns=made.columns, excel=made.excel, table=made.table
        )
        with out:
            yield lambda record: _item(out.item, record, sink)
        if not isinstance(sink, Path):
            sink.flush()
    except FormatError as error:
        fail(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"cannot write to {name}: {error.strerror or error}. "
            "Free some space, or choose another path with -o FILE."
        ) from None


def _item(item: Item, record: Any, sink: BinaryIO | Path) -> None:
    """Write one record; an interrupt waits until it is written."""
    with uninterrupted():
        item(record)
        if sink is getattr(sys.stdout, "buffer", None):
            sys.stdout.buffer.flush()
