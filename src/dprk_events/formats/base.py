"""What an output format is, and which there are."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType, TracebackType
from typing import BinaryIO, Protocol, Self

from dprk_events.records import Lines, Record

_NO_FORMATS = {"base", "selection"}


class FormatError(Exception):
    """A format cannot be written here; the message says why and what to do."""


class FormatWriter(Protocol):
    """Writes records to a byte stream: :meth:`begin`, any number of :meth:`item`, :meth:`end`.

    A module of this package has one, called ``Writer``. It holds no more than a bounded number of
    records at a time, and the same records give the same bytes.
    """

    def __init__(self, sink: BinaryIO, lines: Lines) -> None:
        """Take the stream, and what kind of record will come. Raises FormatError."""

    def begin(self) -> None:
        """Write what stands before the first record."""

    def item(self, record: Record) -> None:
        """Write one record."""

    def end(self) -> None:
        """Write what is left; the stream stays open."""


class OpenFormat:
    """A writer between its beginning and its end: a context manager."""

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
    """List the formats, in order of name."""
    package = import_module(__package__)
    names = {module.name for module in iter_modules(package.__path__)}
    return tuple(sorted(names - _NO_FORMATS))


def open_format(name: str, sink: BinaryIO, lines: Lines) -> OpenFormat:
    """Open a format for writing: a context manager with a method ``item``.

    Args:
        name: One of :func:`format_names`.
        sink: Where the bytes go.
        lines: What kind of record is to come: documents, events or entities.

    Raises:
        FormatError: There is no such format, or a package that it needs is not installed.

    """
    return OpenFormat(_module(name).Writer(sink, lines))


def count_records(name: str, data: bytes) -> tuple[int, int]:
    """Count the records in a finished file of a format, and those of them that are errors.

    Raises:
        FormatError: There is no such format, or it is not one that can be counted.

    """
    count = getattr(_module(name), "count", None)
    if count is None:
        raise FormatError(f"the records of {name} cannot be counted: take another format")
    records, errors = count(data)
    return records, errors


def _module(name: str) -> ModuleType:
    if name not in format_names():
        raise FormatError(f"no format {name!r}: take one of {', '.join(format_names())}")
    return import_module(f"{__package__}.{name}")
