"""Paths and URLs → the files they stand for, in order."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dprk_events.distributed.errors import ClusterError
from dprk_events.distributed.store import require
from dprk_events.reading import ReadingError, list_paths

JSONL = (".jsonl", ".ndjson")
PARQUET = (".parquet", ".pq")
TEXT = (".txt", ".text", ".md")
_PACKED = (".gz", ".zst", ".bz2", ".xz")
_CHANGED = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "md5Hash")


@dataclass(frozen=True, slots=True)
class InputFile:
    """An input file.

    Attributes:
        path: Its name in records.
        url: Where it is, for any worker: an absolute path, or a URL.
        kind: What it holds.
        size: Its size in bytes.
        state: Changes when the file does: its ETag or modification time.

    """

    path: str
    url: str
    kind: Literal["text", "jsonl", "parquet"]
    size: int
    state: str


def find_input_files(inputs: Sequence[str]) -> Iterator[InputFile | ReadingError]:
    """Find the files that ``inputs`` stand for; yield an error in place of an unlistable one."""
    for name in inputs:
        if name == "-":
            raise ClusterError(
                "standard input cannot be sent to a cluster. Save it to a file that the workers "
                "can read."
            )
        yield from _find_remote(name) if "://" in name else _find_local(name)


def _find_local(name: str) -> Iterator[InputFile | ReadingError]:
    listed = list_paths([name])
    others = _tables(name, {item for item in listed if isinstance(item, str)})
    for item in (*listed, *others):
        if isinstance(item, ReadingError):
            if not (others and item.kind == "no-texts"):
                yield item
            continue
        try:
            status = os.stat(item)  # noqa: PTH116 - pathlib would rewrite the path as given
            size, state = status.st_size, str(status.st_mtime_ns)
        except (OSError, ValueError):  # reading it will report what is wrong
            size, state = 0, ""
        yield InputFile(item, os.path.abspath(item), kind_of(item), size, state)  # noqa: PTH100


def _tables(name: str, known: set[str]) -> list[str]:
    """Return the JSONL and Parquet files of a folder that are not listed yet, sorted."""
    files: list[str] = []
    for folder, below, names in os.walk(name):
        below[:] = [each for each in below if not each.startswith(".")]
        for each in names:
            path = os.path.join(folder, each)  # noqa: PTH118 - as `list_paths` joins
            if not each.startswith(".") and kind_of(each) != "text" and path not in known:
                files.append(path)
    return sorted(files)


def _find_remote(name: str) -> Iterator[InputFile | ReadingError]:
    core = require("fsspec.core")
    try:
        system, place = core.url_to_fs(name)
        entries = _entries(system, place)
    except (ImportError, ValueError) as error:  # unknown protocol, or its package is missing
        raise ClusterError(f"{name}: {error}") from error
    except OSError as error:
        raise ClusterError(f"{name} cannot be listed: {error}") from error
    if not entries:
        message = "There is nothing to read: no text, JSON Lines or Parquet file."
        yield ReadingError(name, "not-found", message)
    for path, info in entries:
        url = system.unstrip_protocol(path)
        state = next((str(info[key]) for key in _CHANGED if key in info), "")
        yield InputFile(url, url, kind_of(path), int(info.get("size") or 0), state)


def _entries(system: Any, place: str) -> list[tuple[str, Mapping[str, Any]]]:
    if any(sign in place for sign in "*?["):
        entries = system.glob(place, detail=True)
    elif system.isdir(place):
        entries = system.find(place, detail=True)
        suffixes = TEXT + JSONL + PARQUET
        entries = {p: i for p, i in entries.items() if _bare(p).endswith(suffixes)}
    elif system.exists(place):
        entries = {place: system.info(place)}
    else:
        entries = {}
    return [(p, i) for p, i in sorted(entries.items()) if i.get("type") != "directory"]


def kind_of(path: str) -> Literal["text", "jsonl", "parquet"]:
    """Return what a file holds, judging by its name."""
    name = _bare(path)
    if name.endswith(JSONL):
        return "jsonl"
    return "parquet" if name.endswith(PARQUET) else "text"


def _bare(path: str) -> str:
    name = path.lower()
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return name
