"""A part → its documents, read on the worker."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dprk_events.distributed.plan import Part, Slice
from dprk_events.distributed.store import require
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

_BOM = b"\xef\xbb\xbf"


def documents(part: Part, options: ReadingOptions) -> Iterator[Article | ReadingError]:
    """Read the documents of a part in order; yield an error in place of an unreadable one.

    Raises:
        OSError: A store failed, perhaps temporarily: the part should be retried.

    """
    for slice_ in part.slices:
        if isinstance(slice_, ReadingError):
            yield slice_
        elif slice_.kind == "text":
            yield from _file(slice_, options)
        else:
            rows = _lines(slice_, options) if slice_.kind == "jsonl" else _rows(slice_)
            for number, data in rows:
                path = f"{slice_.path}#{number}"
                if data is None:
                    yield _too_long(path, options)
                else:
                    yield read_source(Source(path, data, "jsonl"), options)


def _file(slice_: Slice, options: ReadingOptions) -> Iterator[Article | ReadingError]:
    """Read a whole file; records name it as the user did, wherever the worker runs."""
    here = printable_path(slice_.url)
    for source in _sources(slice_, options):
        item = read_source(source, options)
        inside = item.path.removeprefix(here)  # names one of several documents in the file
        yield replace(item, path=printable_path(slice_.path) + inside)


def _sources(slice_: Slice, options: ReadingOptions) -> Iterable[Source | ReadingError]:
    if "://" not in slice_.url:
        return open_sources([slice_.url], options)
    try:
        with require("fsspec").open(slice_.url, "rb") as stream:
            return [Source(slice_.url, load_stream(stream, options.max_bytes))]
    except (FileNotFoundError, PermissionError) as error:
        return [from_os_error(error).at(slice_.url)]
    except UnreadableError as error:
        return [error.at(slice_.url)]


def _lines(slice_: Slice, options: ReadingOptions) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines of a slice of JSONL with their numbers; None for a line over the limit."""
    with require("fsspec").open(slice_.url, "rb", compression="infer") as stream:
        stream.seek(slice_.start)
        at, number = slice_.start, slice_.first
        while at < slice_.stop:
            line = stream.readline(options.max_bytes + 3)  # room for line end or byte order mark
            if not line:
                break
            at += len(line)
            rest = line
            while not rest.endswith(b"\n") and (rest := stream.readline(1 << 20)):
                at += len(rest)
            content = (line.removeprefix(_BOM) if number == 1 else line).rstrip(b"\r\n")
            if len(content) > options.max_bytes:
                yield number, None
            elif content.strip():
                yield number, content
            number += 1


def _rows(slice_: Slice) -> Iterator[tuple[int, bytes]]:
    """Yield rows of Parquet as JSON lines, with their numbers."""
    parquet = require("pyarrow.parquet")
    with require("fsspec").open(slice_.url, "rb") as stream:
        file = parquet.ParquetFile(stream)
        at = 0
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            low, high = max(slice_.start, at), min(slice_.stop, at + rows)
            if low < high:
                table = file.read_row_group(group).slice(low - at, high - low)
                for number, row in enumerate(table.to_pylist(), low + 1):
                    yield number, json.dumps(row, ensure_ascii=False, default=str).encode()
            at += rows


def _too_long(path: str, options: ReadingOptions) -> ReadingError:
    message = (
        f"This record exceeds {options.max_bytes:,} bytes, the limit for one document. Split it."
    )
    return ReadingError(printable_path(path), "too-large", message)
