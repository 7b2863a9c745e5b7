"""The interface of an output format, and the formats available."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, Protocol, Self

if TYPE_CHECKING:  # help texts list the formats, and should appear at once
    from dprk_events.records import Lines, Record

_NO_FORMATS = {"base", "selection"}

Kind = Literal["text", "day", "number", "integer", "boolean"]
"""What values a column has: text, days (``2024-01-05``), decimal or whole numbers, true/false."""
Table = tuple[tuple[str, Kind], ...]
"""The columns of a table that is not made of records: name and kind of each."""
Target = Literal["stream", "file", "folder"]
"""What a format writes to: any byte stream, only a file of its own, or a folder."""


class FormatError(Exception):
    """A format cannot be written; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known about a format without importing what it needs.

    Attributes:
        endings: Endings of file names that choose it, in lower case.
        wants: The records that it is made from.
        target: What its writer takes: a stream, or the path of a file or folder to be made.
        text: Whether it needs the text of the documents.
        lossless: Whether records can be had back from it, so that a run can be kept in it.
        binary: Whether it is nothing to be shown on a terminal.
        tabular: Whether a set of columns may be chosen.
        plain: Whether it can hold rows of any other table too, such as counts.

    """

    endings: tuple[str, ...]
    wants: Lines
    target: Target = "stream"
    text: bool = False
    lossless: bool = False
    binary: bool = False
    tabular: bool = True
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How to write: the records to expect, and for tables the columns.

    Attributes:
        lines: The kind of record to expect: documents, events or entities.
        columns: Name of a set of columns (``tables.column_sets``); None for the records as they
            are, or for the usual columns where a format can only hold a table.
        excel: Whether CSV is written for a spreadsheet in French: a mark, semicolons, commas.
        table: Names and kinds of the columns of a table that is not made of records: what is
            written are then mappings with these keys.

    """

    lines: Lines = "documents"
    columns: str | None = None
    excel: bool = False
    table: Table | None = None


class FormatWriter(Protocol):
    """Writes records: :meth:`begin`, any number of :meth:`item`, :meth:`end`.

    Each format module defines one, called ``Writer``, and its ``TRAITS``. It keeps a bounded number
    of records in memory, and the same records give the same bytes.
    """

    def __init__(self, sink: Any, layout: Layout) -> None:
        """Take the stream or path to write to (see :class:`Traits`). Raises FormatError."""

    def begin(self) -> None:
        """Write what comes before the first record."""

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write one record; a happening is given as the line of the contract."""

    def end(self) -> None:
        """Write what is left; the stream stays open.

        A writer may also have a method ``drop``, which is called instead if an error ends it.
        """


class OpenFormat:
    """Context manager that begins and ends a writer."""

    def __init__(self, writer: FormatWriter) -> None:
        self._writer = writer
        self.item = writer.item

    def __enter__(self) -> Self:
        self._writer.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if kind is None:
            self._writer.end()
        elif (drop := getattr(self._writer, "drop", None)) is not None:
            drop()


@cache
def format_names(*, lossless: bool = False, plain: bool = False) -> tuple[str, ...]:
    """Return the names of the formats, sorted.

    Args:
        lossless: Only of those that lose nothing of a record.
        plain: Only of those that can hold any table.

    """
    package = import_module(__package__)
    modules = (each.name for each in iter_modules(package.__path__) if not each.ispkg)
    names = sorted(set(modules) - _NO_FORMATS)
    return tuple(
        name
        for name in names
        if (not lossless or traits(name).lossless) and (not plain or traits(name).plain)
    )


@cache
def traits(name: str) -> Traits:
    """Return what is known about a format. Raises FormatError if there is none of this name."""
    known: Traits = _module(name).TRAITS
    return known


def format_of(path: str) -> str | None:
    """Return the format that the ending of a file name stands for; None if for none."""
    ending = Path(path).suffix.lower()
    for name in format_names():
        if ending and ending in traits(name).endings:
            return name
    return None


def open_format(
    name: str,
    sink: BinaryIO | Path,
    lines: Lines,
    *,
    columns: str | None = None,
    excel: bool = False,
    table: Table | None = None,
) -> OpenFormat:
    """Open a format for writing: return a context manager with a method ``item``.

    Args:
        name: One of :func:`format_names`.
        sink: The stream to write to; for some formats the path of a file or folder to be made.
        lines: The kind of record to expect: documents, events or entities.
        columns: See :class:`Layout`.
        excel: See :class:`Layout`.
        table: See :class:`Layout`.

    Raises:
        FormatError: There is no such format or set of columns, or a package that it needs is not
            installed.

    """
    return OpenFormat(_module(name).Writer(sink, Layout(lines, columns, excel, table)))


def companions(name: str, path: Path) -> Mapping[str, bytes]:
    """Return the files that belong beside a file of this format: ending of its name → content."""
    beside = getattr(_module(name), "companions", None)
    return {} if beside is None else beside(path)


def count_records(name: str, data: bytes) -> tuple[int, int]:
    """Count the records in a finished file, and how many of them are error records.

    Raises:
        FormatError: There is no such format, or its records cannot be counted.

    """
    count = getattr(_module(name), "count", None)
    if count is None:
        raise FormatError(f"the records of {name} cannot be counted: choose another format")
    records, errors = count(data)
    return records, errors


def is_own_file(path: Path) -> bool:
    """Return whether a file is empty or holds output of this program, in any format.

    That is not checked to the end: a format's ``recognises`` looks at what tells its files apart.
    A device or a pipe, which may be read without end, is no such file.
    """
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            if not file.read(1):
                return True
            for name in format_names():
                file.seek(0)
                recognises = getattr(_module(name), "recognises", None)
                if recognises is not None and recognises(file):
                    return True
    except OSError:
        return False
    return False


def is_own_folder(name: str, path: Path) -> bool:
    """Return whether a folder holds nothing but what this format writes, or nothing at all."""
    own: bool = _module(name).recognises_folder(path)
    return own


def required(module: str, what: str, extra: str) -> Any:
    """Import a package that a format needs. Raises FormatError with the way to install it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise FormatError(
            f"{what} needs the package {module.partition('.')[0]}: "
            f"pip install 'dprk-events[{extra}]'"
        ) from error


def _module(name: str) -> ModuleType:
    if name not in format_names():
        raise FormatError(f"no format {name!r}: choose one of {', '.join(format_names())}")
    return import_module(f"{__package__}.{name}")
