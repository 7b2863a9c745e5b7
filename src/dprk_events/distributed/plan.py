"""Inputs → parts of about equal size: the same inputs always give the same parts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from dprk_events.distributed.errors import ClusterError
from dprk_events.distributed.found import Found, find
from dprk_events.distributed.store import need
from dprk_events.reading import ReadingError

SMALLEST, LARGEST, WANTED = 16_000, 4_000_000, 64
"""Bytes of a part, least and most, and how many parts there should be in between.

What a part costs is lost when a worker dies, so it should take no more than minutes; what the
engine costs for each (some milliseconds) should not be seen. 4 MB of text are a thousand articles.
"""


@dataclass(frozen=True, slots=True)
class Slice:
    """Documents that follow one another in one file.

    Attributes:
        path: The file as the user named it: what records say.
        url: Where it is, for any worker: an absolute path, or a URL.
        kind: ``text``: whatever it holds, as a whole; ``jsonl``: a document a line; ``parquet``:
            a document a row.
        start: First byte (of a file unpacked, jsonl) or row (parquet).
        stop: The byte or row after the last.
        first: Number of the first document's line or row in the file, from 1.

    """

    path: str
    url: str
    kind: Literal["text", "jsonl", "parquet"]
    start: int = 0
    stop: int = 0
    first: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """What one task does and one file of output holds; parts follow the order of the inputs."""

    number: int
    slices: tuple[Slice | ReadingError, ...]

    def file(self, suffix: str) -> str:
        """Give the name of its file."""
        return f"part-{self.number:06}.{suffix}"


@dataclass(frozen=True, slots=True)
class Plan:
    """All parts, and a digest of what they are made of (names, sizes, times of change)."""

    parts: tuple[Part, ...]
    digest: str


def make_plan(inputs: Sequence[str], part_bytes: int | None = None) -> Plan:
    """List the inputs and cut them into parts.

    Files of JSON Lines are read through once, to find where lines end and what their numbers are.

    Args:
        inputs: Files and folders, or URLs of such (``s3://bucket/folder/*.jsonl.gz``).
        part_bytes: Bytes of a part; by default such that there are about 64, of 16 kB to 4 MB.

    Raises:
        ClusterError: Nothing can be read there.

    """
    found = list(find(inputs))
    total = sum(item.size for item in found if isinstance(item, Found))
    size = part_bytes or min(LARGEST, max(SMALLEST, total // WANTED))
    parts: list[Part] = []
    held: list[Slice | ReadingError] = []
    weight = 0
    for piece, pounds in _pieces(found, size):
        if held and weight + pounds > size:
            parts.append(Part(len(parts), tuple(held)))
            held, weight = [], 0
        held.append(piece)
        weight += pounds
    if held:
        parts.append(Part(len(parts), tuple(held)))
    digest = hashlib.sha256(repr((size, found)).encode("utf-8", "surrogatepass")).hexdigest()
    return Plan(tuple(parts), digest)


def _pieces(
    found: Iterable[Found | ReadingError], size: int
) -> Iterator[tuple[Slice | ReadingError, int]]:
    """Give slices of at most about ``size`` bytes, each with its bytes."""
    for item in found:
        if isinstance(item, ReadingError):
            yield item, 0
        elif item.kind == "text":
            yield Slice(item.path, item.url, "text"), item.size
        elif item.kind == "jsonl":
            with need("fsspec").open(item.url, "rb", compression="infer") as stream:
                lines = _are_lines(stream.readline(1 << 16))
                stream.seek(0)
                for start, stop, first in cut_lines(stream, size) if lines else ():
                    yield Slice(item.path, item.url, "jsonl", start, stop, first), stop - start
            if not lines:  # reading it whole will say what is wrong
                yield Slice(item.path, item.url, "text"), 0
        else:
            rows = _rows(item.url)
            step = max(1, rows * size // max(1, item.size))
            for start in range(0, rows, step):
                stop = min(rows, start + step)
                weight = item.size * (stop - start) // rows
                yield Slice(item.path, item.url, "parquet", start, stop, start + 1), weight


def _are_lines(head: bytes) -> bool:
    """Tell by the first line whether a file may be JSON Lines in UTF-8, and not our own output."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head[:1] == b"{" and head.strip() != b"{" and not head.startswith(b'{"record":"')


def cut_lines(stream: BinaryIO, size: int) -> Iterator[tuple[int, int, int]]:
    """Cut a file of lines into stretches of ``size`` bytes or a line more.

    Yields:
        First byte, the byte after the last, and the number of the first line, from 1.

    """
    start = at = 0
    first = line = 1
    while block := stream.read(1 << 20):
        begin = 0  # in the block, of what is not counted yet
        while (cut := block.find(b"\n", max(begin, start + size - at - 1)) + 1) > 0:
            line += block.count(b"\n", begin, cut)
            yield start, at + cut, first
            start, first, begin = at + cut, line, cut
        line += block.count(b"\n", begin)
        at += len(block)
    if at > start:
        yield start, at, first


def _rows(url: str) -> int:
    parquet = need("pyarrow.parquet")
    with need("fsspec").open(url, "rb") as stream:
        try:
            return int(parquet.ParquetFile(stream).metadata.num_rows)
        except need("pyarrow").ArrowInvalid as error:
            msg = f"{url} cannot be read as Parquet ({error}). Write it anew, or leave it out."
            raise ClusterError(msg) from error
