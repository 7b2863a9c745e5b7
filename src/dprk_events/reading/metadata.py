"""Read ``--metadata``: a CSV with the date, address, source and title of each file."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import os
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dprk_events.reading.decoding import decode
from dprk_events.reading.errors import UnreadableError, not_found, printable_path
from dprk_events.reading.listing import STDIN
from dprk_events.reading.loading import load_file
from dprk_events.reading.published import parse_timestamp

_COLUMNS = ("published", "url", "source", "title")
_DELIMITERS = ",;\t"
_MAX_BYTES = 100_000_000


class MetadataError(ValueError):
    """A metadata file that cannot be used; the message names file, row and remedy."""


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """The metadata of one file; None if the cell is empty or the column is missing."""

    row: int
    published: dt.date | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """Rows by file. ``missing`` lists the paths that did not exist on loading."""

    rows: Mapping[str, MetadataRow]
    missing: tuple[str, ...] = ()

    def lookup(self, path: str) -> MetadataRow | None:
        """Return the row of a file, whichever path leads to it."""
        return self.rows.get(file_key(path)) if self.rows else None


def load_metadata(path: str) -> Metadata:
    """Read the CSV at ``path``; :class:`MetadataError` if it cannot be used.

    Columns, in any order: ``path`` (absolute, or relative to the CSV's folder, else to the
    working directory), ``published`` (YYYY-MM-DD, a time of day after it is ignored), ``url``,
    ``source``, ``title``; others are ignored. The delimiter may be a comma, a semicolon or a tab.
    An empty cell means unknown.
    """
    name = printable_path(path)
    try:
        if not Path(path).is_file():
            raise not_found()
        text = decode(load_file(path, _MAX_BYTES)).text
    except UnreadableError as error:
        msg = f"{name}: {error.message}"
        raise MetadataError(msg) from error
    rows: dict[str, MetadataRow] = {}
    missing: list[str] = []
    folder = Path(path).resolve().parent
    for number, cells in _cells(text, name):
        key, exists = _locate(cells["path"], folder)
        if key in rows:
            msg = (
                f"{name}, row {number}: {cells['path']!r} is also the file of row {rows[key].row}. "
                "Keep one of the two rows."
            )
            raise MetadataError(msg)
        if not exists:
            missing.append(cells["path"])
        rows[key] = _row(number, cells, name)
    return Metadata(rows, tuple(missing))


def _cells(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the number of each row, as a spreadsheet counts, and its cells by column."""
    header: list[str] | None = None
    first_line = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row, values in enumerate(reader, 1):
            if not any(value.strip() for value in values):
                continue
            if header is None:
                header = _header(values, name)
                continue
            cells = dict(zip(header, (value.strip() for value in values), strict=False))
            if any(value.strip() for value in values[len(header) :]):
                msg = (
                    f"{name}, row {row}: {len(values)} cells under {len(header)} "
                    f"columns. Put a cell that contains {delimiter!r} in double quotes."
                )
                raise MetadataError(msg)
            if not cells.get("path"):
                msg = f"{name}, row {row}: no path. Fill it in or remove the row."
                raise MetadataError(msg)
            yield row, cells
    except csv.Error as error:
        msg = f"{name}, line {reader.line_num}: this is not CSV ({error}). Fix its quotes."
        raise MetadataError(msg) from error


def _header(values: list[str], name: str) -> list[str]:
    header = [value.strip().lower() for value in values]
    found = ", ".join(repr(value) for value in header)
    if "path" not in header:
        msg = f"{name}, row 1: there is no column 'path' (found: {found}). Add it."
        raise MetadataError(msg)
    if not set(header) & set(_COLUMNS):
        msg = f"{name}, row 1: no usable column in {found}. Add one of {', '.join(_COLUMNS)}."
        raise MetadataError(msg)
    twice = sorted({value for value in header if value and header.count(value) > 1})
    if twice:
        msg = f"{name}, row 1: the column {twice[0]!r} occurs twice. Rename one of the two."
        raise MetadataError(msg)
    return header


def _row(number: int, cells: dict[str, str], name: str) -> MetadataRow:
    published: dt.date | None = None
    if value := cells.get("published"):
        try:
            published = parse_timestamp(value)
        except ValueError as error:
            msg = f"{name}, row {number}, column published: {error}"
            raise MetadataError(msg) from error
    url, source, title = (cells.get(column) or None for column in ("url", "source", "title"))
    return MetadataRow(number, published, url, source, title)


def _locate(path: str, folder: Path) -> tuple[str, bool]:
    """Find the file a row refers to: beside the CSV first, then from the working directory."""
    if path == STDIN:
        return STDIN, True
    for place in (folder / path, Path(path)):
        try:
            if place.exists():
                return file_key(str(place)), True
        except (OSError, ValueError):
            continue
    return file_key(str(folder / path)), False


def file_key(path: str) -> str:
    """Return the key of a file: its absolute path, links resolved, accents composed.

    Composed, because file names from a Mac may be decomposed.
    """
    if path == STDIN:
        return path
    with contextlib.suppress(OSError, ValueError):
        path = os.path.realpath(path)
    return unicodedata.normalize("NFC", path)
