"""Read streams of records, one article per line of JSON or row of CSV, in bounded memory."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from dprk_events.reading.errors import UnreadableError, too_large
from dprk_events.reading.fields import Fields, no_text
from dprk_events.reading.formats import cells, delimiter_of
from dprk_events.reading.source import Columns

_SKIPPED = 50
"""To find the line after an overlong one, up to this many times the limit is skipped."""

OWN = b'{"record":"'
"""The start of each line of this program's output."""

_MARK = b"\xef\xbb\xbf"

Row = tuple[int, bytes | UnreadableError]
"""The number of a record, and its bytes without the line end or its error."""


def json_rows(lines: io.BufferedReader, max_bytes: int) -> Iterator[Row]:
    """Yield the non-blank lines of JSON Lines, with their line numbers from 1.

    Raises:
        UnreadableError: It is JSON but not JSON Lines, or no further line can be found.

    """
    number = 0
    while line := lines.readline(max_bytes + 3):  # 3: a line end, or a byte order mark
        number += 1
        if number == 1:
            line = line.removeprefix(_MARK)
            if line.lstrip()[:1] == b"[" or line.strip() == b"{":
                raise UnreadableError(
                    "unsupported",
                    "This is JSON, but not one article per line. Convert it: "
                    "jq -c '.[]' FILE.json > FILE.jsonl (for a list), jq -c . (for objects).",
                )
            if line.startswith(OWN):
                raise UnreadableError(
                    "not-articles",
                    "This is output of dprk-events, not articles. Keep it elsewhere, or omit it.",
                )
        content = line.rstrip(b"\r\n")
        if len(content) > max_bytes:
            if not line.endswith(b"\n"):
                _skip_line(lines, max_bytes)
            yield number, too_large(f"more than {max_bytes:,} bytes in one line", max_bytes)
        elif content.strip():
            yield number, content


def csv_columns(header: str, fields: Fields) -> Columns:
    """Read the header of a table of articles.

    Raises:
        UnreadableError: No column holds the text.

    """
    header = header.rstrip("\r\n")
    delimiter = delimiter_of(header)
    names = tuple(cells(header, delimiter))
    if not {name.strip().casefold() for name in names} & set(fields.text):
        raise no_text(fields, names, "column")
    return Columns(names, delimiter)


def csv_rows(lines: io.BufferedReader, columns: Columns, max_bytes: int) -> Iterator[Row]:
    """Yield the non-blank rows after the header, counted from 1.

    Rows are split in bytes read as Latin-1, which has a character for each byte; decoding is left
    to `parse_row`.
    """
    csv.field_size_limit(max(csv.field_size_limit(), max_bytes))
    taken = _Taken(lines, max_bytes)
    number = 0
    rows = csv.reader(taken, delimiter=columns.delimiter, strict=True)
    while True:
        taken.begin()
        try:
            row = next(rows, None)
        except csv.Error as error:
            number += 1
            yield number, _not_csv(error)
        except UnreadableError as error:  # too long: the next row starts after it
            number += 1
            yield number, error
        else:
            if row is None:
                return
            if any(cell.strip() for cell in row):
                number += 1
                yield number, b"".join(taken.bytes).rstrip(b"\r\n")


def parse_json(text: str) -> dict[str, object]:
    """Parse a line of JSON; UnreadableError (``bad-record``) if it is not a JSON object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise UnreadableError(
            "bad-record", f"This line is not JSON: {reason}. Fix it, or write the file again."
        ) from error
    if not isinstance(value, dict):
        raise UnreadableError(
            "bad-record", 'This line is not a JSON object. Write each line as {"text": "…"}.'
        )
    return value


def parse_row(text: str, columns: Columns) -> dict[str, object]:
    """Parse a row of CSV; UnreadableError (``bad-record``) if it does not fit the header."""
    try:
        row = next(csv.reader(io.StringIO(text, newline=""), delimiter=columns.delimiter))
    except (csv.Error, StopIteration) as error:
        raise _not_csv(error) from error
    if any(cell.strip() for cell in row[len(columns.names) :]):
        raise UnreadableError(
            "bad-record",
            f"This row has {len(row)} cells under {len(columns.names)} columns. "
            f"Put a cell that contains {columns.delimiter!r} in double quotes.",
        )
    return dict(zip(columns.names, row, strict=False))


class _Taken:
    """Lines for `csv.reader` that remembers the bytes of the current row."""

    def __init__(self, lines: io.BufferedReader, max_bytes: int) -> None:
        self._lines = lines
        self._max_bytes = max_bytes
        self._size = 0
        self.bytes: list[bytes] = []

    def begin(self) -> None:
        """Start a new row."""
        self.bytes.clear()
        self._size = 0

    def __iter__(self) -> _Taken:
        return self

    def __next__(self) -> str:
        line = self._lines.readline(self._max_bytes + 3)
        if not line:
            raise StopIteration
        self.bytes.append(line)
        self._size += len(line)
        if self._size > self._max_bytes + 2:
            if not line.endswith(b"\n"):
                _skip_line(self._lines, self._max_bytes)
            raise too_large(
                f"more than {self._max_bytes:,} bytes in one row (is a quote not closed?)",
                self._max_bytes,
            )
        return line.decode("latin-1")


def _skip_line(lines: io.BufferedReader, max_bytes: int) -> None:
    """Skip the rest of a line.

    Raises:
        UnreadableError: It does not end: a packed file may unpack without bound.

    """
    for _ in range(_SKIPPED):
        line = lines.readline(max_bytes)
        if not line or line.endswith(b"\n"):
            return
    raise UnreadableError(
        "too-large",
        f"A line is more than {_SKIPPED} times longer than the limit ({max_bytes:,} bytes). "
        "The rest of the file is not read. Write one article per line.",
    )


def _not_csv(error: Exception) -> UnreadableError:
    return UnreadableError(
        "bad-record", f"This row is not CSV: {error or 'it is empty'}. Fix its quotes."
    )
