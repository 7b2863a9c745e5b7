"""Divide the inputs into parts of about equal size; the same inputs always give the same parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from dprk_events.distributed.errors import ClusterError
from dprk_events.distributed.input_files import InputFile, find_input_files
from dprk_events.distributed.store import require
from dprk_events.reading import ReadingError

SMALLEST, LARGEST, WANTED = 16_000, 4_000_000, 64
"""Smallest and largest size of a part in bytes, and the number of parts aimed for in between.

The work on a part is lost when its worker dies, so a part should take no more than a few minutes;
but the engine's overhead per part (a few milliseconds) should be negligible. 4 MB of text are about
a thousand articles.
"""


@dataclass(frozen=True, slots=True)
class Slice:
    """Consecutive documents of one file.

    Attributes:
        path: The file's name in records, as the user gave it.
        url: Where it is, for any worker: an absolute path, or a URL.
        kind: ``text``: the whole file, whatever it holds; ``jsonl``: one document per line;
            ``parquet``: one document per row.
        start: First byte of the unpacked file (jsonl), or first row (parquet).
        stop: The byte or row after the last.
        first: Line or row number of the first document in the file, from 1.

    """

    path: str
    url: str
    kind: Literal["text", "jsonl", "parquet"]
    start: int = 0
    stop: int = 0
    first: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """The unit of work and of output: one task, one file. Parts are in the order of the inputs."""

    number: int
    slices: tuple[Slice | ReadingError, ...]

    def file(self, suffix: str) -> str:
        """Return the name of its file."""
        return f"part-{self.number:06}.{suffix}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All parts, and a hash of the inputs (names, sizes, modification times)."""

    parts: tuple[Part, ...]
    digest: str


def make_plan(inputs: Sequence[str], part_bytes: int | None = None) -> Plan:
    """List the inputs and divide them into parts.

    JSON Lines files are read through once, to find line ends and line numbers.

    Args:
        inputs: Files and folders, or their URLs (``s3://bucket/folder/*.jsonl.gz``).
        part_bytes: Size of a part in bytes; by default 16 kB to 4 MB, aiming for 64 parts.

    Raises:
        ClusterError: An input cannot be read.

    """
    found = list(find_input_files(inputs))
    total = sum(item.size for item in found if isinstance(item, InputFile))
    size = part_bytes or min(LARGEST, max(SMALLEST, total // WANTED))
    parts: list[Part] = []
    held: list[Slice | ReadingError] = []
    weight = 0
    for slice_, slice_bytes in _slices(found, size):
        if held and weight + slice_bytes > size:
            parts.append(Part(len(parts), tuple(held)))
            held, weight = [], 0
        held.append(slice_)
        weight += slice_bytes
    if held:
        parts.append(Part(len(parts), tuple(held)))
    digest = hashlib.sha256(repr((size, found)).encode("utf-8", "surrogatepass")).hexdigest()
    return Plan(tuple(parts), digest)


def _slices(
    found: Iterable[InputFile | ReadingError], size: int
) -> Iterator[tuple[Slice | ReadingError, int]]:
    """Yield slices of at most about ``size`` bytes, each with its size."""
    for item in found:
        if isinstance(item, ReadingError):
            yield item, 0
        elif item.kind == "text":
            yield Slice(item.path, item.url, "text"), item.size
        elif item.kind == "jsonl":
            with require("fsspec").open(item.url, "rb", compression="infer") as stream:
                lines = _are_lines(stream.readline(1 << 16))
                stream.seek(0)
                for start, stop, first in cut_lines(stream, size) if lines else ():
                    yield Slice(item.path, item.url, "jsonl", start, stop, first), stop - start
            if not lines:  # reading the whole file will report what is wrong
                yield Slice(item.path, item.url, "text"), 0
        else:
            rows = _rows(item.url)
            step = max(1, rows * size // max(1, item.size))
            for start in range(0, rows, step):
                stop = min(rows, start + step)
                weight = item.size * (stop - start) // rows
                yield Slice(item.path, item.url, "parquet", start, stop, start + 1), weight


def _are_lines(head: bytes) -> bool:
    """Return whether a first line may begin JSON Lines in UTF-8 that are not our own output."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" and head.strip() != b"{" and not head.startswith(b'{"record":"')


def cut_lines(stream: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Cut a file of lines into slices of ``size`` bytes, each extended to the end of its last line.

    Yields:
        First byte, the byte after the last, and the number of the first line, from 1.

    """
    start = at = 0
    first = line = 1
    while block := stream.read(1 << 20):
        begin = 0  # in the block, where line counting continues
        while (cut := block.find(b"\n", max(begin, start + size - at - 1)) + 1) > 0:
            line += block.count(b"\n", begin, cut)
            yield start, at + cut, first
            start, first, begin = at + cut, line, cut
        line += block.count(b"\n", begin)
        at += len(block)
    if at > start:
        yield start, at, first


def _rows(url: str) -> int:
    parquet = require("pyarrow.parquet")
    with require("fsspec").open(url, "rb") as stream:
        try:
            return int(parquet.ParquetFile(stream).metadata.num_rows)
        except require("pyarrow").ArrowInvalid as error:
            msg = f"{url} cannot be read as Parquet ({error}). Write it again, or leave it out."
            raise ClusterError(msg) from error
