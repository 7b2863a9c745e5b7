"""A part → its documents, read where the worker is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dprk_events.distributed.plan import Part, Slice
from dprk_events.distributed.store import need
from dprk_events.reading import (
    Article,
    ReadingError,
    ReadingOptions,
    Source,
    open_sources,
    read_source,
)
from dprk_events.reading.errors import UnreadableError, from_os_error, printable_path
from dprk_events.reading.loading import load_stream

_MARK = b"\xef\xbb\xbf"


def documents(part: Part, options: ReadingOptions) -> Iterator[Article | ReadingError]:
    """Read the documents of a part in order; one that cannot be read is an error in its place.

    Raises:
        OSError: A store failed in a way that may pass; the part is to be tried again.

    """
    for piece in part.slices:
        if isinstance(piece, ReadingError):
            yield piece
        elif piece.kind == "text":
            yield from _file(piece, options)
        else:
            rows = _lines(piece, options) if piece.kind == "jsonl" else _rows(piece)
            for number, data in rows:
                path = f"{piece.path}#{number}"
                if data is None:
                    yield _too_long(path, options)
                else:
                    yield read_source(Source(path, data, "jsonl"), options)


def _file(piece: Slice, options: ReadingOptions) -> Iterator[Article | ReadingError]:
    """Read a file whole, named as the user named it wherever the worker runs."""
    here = printable_path(piece.url)
    for source in _sources(piece, options):
        item = read_source(source, options)
        inside = item.path.removeprefix(here)  # what names one of several documents in the file
        yield replace(item, path=printable_path(piece.path) + inside)


def _sources(piece: Slice, options: ReadingOptions) -> Iterable[Source | ReadingError]:
    if "://" not in piece.url:
        return open_sources([piece.url], options)
    try:
        with need("fsspec").open(piece.url, "rb") as stream:
            return [Source(piece.url, load_stream(stream, options.max_bytes))]
    except (FileNotFoundError, PermissionError) as error:
        return [from_os_error(error).at(piece.url)]
    except UnreadableError as error:
        return [error.at(piece.url)]


def _lines(piece: Slice, options: ReadingOptions) -> Iterator[tuple[int, bytes | None]]:
    """Give the lines of a stretch of JSONL with their numbers; None for one beyond the limit."""
    with need("fsspec").open(piece.url, "rb", compression="infer") as stream:
        stream.seek(piece.start)
        at, number = piece.start, piece.first
        while at < piece.stop:
            line = stream.readline(options.max_bytes + 3)  # a line end, or a byte order mark
            if not line:
                break
            at += len(line)
            rest = line
            while not rest.endswith(b"\n") and (rest := stream.readline(1 << 20)):
                at += len(rest)
            content = (line.removeprefix(_MARK) if number == 1 else line).rstrip(b"\r\n")
            if len(content) > options.max_bytes:
                yield number, None
            elif content.strip():
                yield number, content
            number += 1


def _rows(piece: Slice) -> Iterator[tuple[int, bytes]]:
    """Give rows of Parquet as lines of JSON, with their numbers."""
    parquet = need("pyarrow.parquet")
    with need("fsspec").open(piece.url, "rb") as stream:
        file = parquet.ParquetFile(stream)
        at = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            low, high = max(piece.start, at), min(piece.stop, at + rows)
            if low < high:
                table = file.read_row_group(group).slice(low - at, high - low)
                for number, row in enumerate(table.to_pylist(), low + 1):
                    yield number, json.dumps(row, ensure_ascii=False, default=str).encode()
            at += rows


def _too_long(path: str, options: ReadingOptions) -> ReadingError:
    message = (
        f"This record is longer than {options.max_bytes:,} bytes, the limit for one document. "
        "Split it."
    )
    return ReadingError(printable_path(path), "too-large", message)
