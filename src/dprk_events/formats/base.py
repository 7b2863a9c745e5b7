"""The interface of an output format, and the formats available."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

if TYPE_CHECKING:  # help texts list the formats, and should appear at once
    from dprk_events.records import Lines, Record

_NO_FORMATS = {"base", "selection"}


class FormatError(Exception):
    """A format cannot be written; the message says why and what to do."""


class FormatWriter(Protocol):
    """Writes records to a byte stream: :meth:`begin`, any number of :meth:`item`, :meth:`end`.

    Each format module defines one, called ``Writer``. It keeps a bounded number of records in
    memory, and the same records give the same bytes.
    """

    def __init__(self, sink: BinaryIO, lines: Lines) -> None:
        """Take the stream to write to and the kind of record to expect. Raises FormatError."""

    def begin(self) -> None:
        """Write what comes before the first record."""

    def item(self, record: Record) -> None:
        """Write one record."""

    def end(self) -> None:
        """Write what is left; the stream stays open."""


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


@cache
def format_names() -> tuple[str, ...]:
    """Return the names of the formats, sorted."""
    package = import_module(__package__)
    names = {module.name for module in iter_modules(package.__path__)}
    return tuple(sorted(names - _NO_FORMATS))


def open_format(name: str, sink: BinaryIO, lines: Lines) -> OpenFormat:
    """Open a format for writing: return a context manager with a method ``item``.

    Args:
        name: One of :func:`format_names`.
        sink: The stream to write to.
        lines: The kind of record to expect: documents, events or entities.

    Raises:
        FormatError: There is no such format, or a package that it needs is not installed.

    """
    return OpenFormat(_module(name).Writer(sink, lines))


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
    """
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


def _module(name: str) -> ModuleType:
    if name not in format_names():
        raise FormatError(f"no format {name!r}: choose one of {', '.join(format_names())}")
    return import_module(f"{__package__}.{name}")
