"""PATHS → the documents to read, in order: listed first, so that their number is known."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from stat import S_ISDIR

from dprk_events.reading.article import ReadingError
from dprk_events.reading.errors import UnreadableError, from_os_error, not_found

STDIN = "-"
"""The path that stands for standard input. A file of that name is given as ``./-``."""

TEXT_SUFFIXES = (".txt", ".text", ".md")
"""What counts as a text inside a directory. A file given by name may be called anything."""


def list_paths(paths: Sequence[str]) -> list[str | ReadingError]:
    """List the documents that ``paths`` stand for, without opening any.

    A file gives itself; a directory its text files, recursively, in sorted order (by the names
    along the way), hidden ones left out; ``-`` standard input. Links to directories are followed,
    each directory is entered once. What cannot be listed is a :class:`ReadingError` in its place.
    """
    listed: list[str | ReadingError] = []
    for path in paths:
        if path == STDIN:
            listed.append(path)
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 - pathlib would rewrite the path as given
        except OSError as error:
            listed.append(from_os_error(error).at(path))
        except ValueError:  # a NUL, or a character the file system cannot encode
            listed.append(not_found().at(path))
        else:
            listed.extend(_walk(path) if S_ISDIR(status.st_mode) else [path])
    return listed


def _walk(top: str) -> Iterator[str | ReadingError]:
    """List one directory. A stack, not recursion: nesting may be deeper than Python's own stack."""
    found = False
    entered: set[tuple[int, int]] = set()
    stack: list[tuple[str, bool]] = [(top, True)]
    while stack:
        path, is_directory = stack.pop()
        if not is_directory:
            found = True
            yield path
            continue
        try:
            status = os.stat(path)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in entered:  # a link back, or a second link here
                continue
            entered.add((status.st_dev, status.st_ino))
            children = _children(path)
        except OSError as error:
            found = True
            yield from_os_error(error).at(path)
            continue
        stack.extend(reversed(children))
    if not found:
        suffixes = ", ".join(f"*{suffix}" for suffix in TEXT_SUFFIXES)
        yield UnreadableError(
            "no-texts",
            f"The directory has no text files ({suffixes}; hidden ones are left out). "
            "Give a directory that has some, or name the files one by one.",
        ).at(top)


def _children(directory: str) -> list[tuple[str, bool]]:
    """Give the subdirectories and texts of ``directory``, sorted by name: (path, is a directory).

    A pipe or a dangling link with the name of a text is given too: reading it tells what is wrong.
    """
    children: list[tuple[str, bool]] = []
    with os.scandir(directory) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            try:
                is_directory = entry.is_dir()
            except OSError:  # a link that leads back to itself
                is_directory = False
            if is_directory or entry.name.lower().endswith(TEXT_SUFFIXES):
                children.append((os.path.join(directory, entry.name), is_directory))  # noqa: PTH118
    return children
