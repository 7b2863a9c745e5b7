"""List the documents to read, in order, before reading any, so that their number is known."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Sequence
from stat import S_ISDIR

from dprk_events.reading.article import ReadingError
from dprk_events.reading.errors import UnreadableError, from_os_error, not_found
from dprk_events.reading.formats import FOLDER_SUFFIXES, HTML_SUFFIXES

STDIN = "-"
"""The path that stands for standard input. To read a file of that name, pass ``./-``."""

_RECORD = re.compile(r"(.+)#[1-9]\d*", re.S)
_MEMBER = re.compile(r"(.+?\.zip)/", re.S | re.I)
_FRAMES = ("_files", "_fichiers")
"""A browser that saves a complete ``page.html`` puts frames and adverts in ``page_files/``."""


def list_paths(paths: Sequence[str]) -> list[str | ReadingError]:
    """List the documents that ``paths`` stand for, without opening any.

    A file stands for itself, a directory for its texts (`FOLDER_SUFFIXES`), recursively, sorted by
    the names along the path, without hidden files and frames of saved pages; ``-`` stands for
    standard input. A path may also lead to a record or a member of a file (`container_of`). Links
    to directories are followed, but each directory is entered only once. For what cannot be listed
    there is a :class:`ReadingError` in its place.
    """
    listed: list[str | ReadingError] = []
    for path in paths:
        if path == STDIN:
            listed.append(path)
            continue
        try:
            status = os.stat(path)  # noqa: PTH116 - pathlib would rewrite the path as given
        except OSError as error:
            listed.append(path if container_of(path) else from_os_error(error).at(path))
        except ValueError:  # a NUL, or a character the file system cannot encode
            listed.append(not_found().at(path))
        else:
            listed.extend(_walk(path) if S_ISDIR(status.st_mode) else [path])
    return listed


def _walk(top: str) -> Iterator[str | ReadingError]:
    """Yield the texts of one directory, iteratively: nesting may be deep."""
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
            if (
                status.st_dev,
                status.st_ino,
            ) in entered:  # a link to an ancestor, or a second link to it
                continue
            entered.add((status.st_dev, status.st_ino))
            children = _children(path)
        except OSError as error:
            found = True
            yield from_os_error(error).at(path)
            continue
        stack.extend(reversed(children))
    if not found:
        yield UnreadableError(
            "no-texts",
            "The directory has no texts (*.txt, *.md, *.html, *.pdf, *.jsonl …; hidden files "
            "are ignored). Give a directory that has some, or list the files one by one.",
        ).at(top)


def _children(directory: str) -> list[tuple[str, bool]]:
    """Return the subdirectories and texts of ``directory``, sorted by name: (path, is a directory).

    A pipe or a dangling link named like a text is included: reading it reports the error.
    """
    children: list[tuple[str, bool]] = []
    with os.scandir(directory) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
        names = {entry.name for entry in found}
        for entry in found:
            if entry.name.startswith(".") or _is_frames(entry.name, names):
                continue
            try:
                is_directory = entry.is_dir()
            except OSError:  # a link to itself
                is_directory = False
            if is_directory or entry.name.lower().endswith(FOLDER_SUFFIXES):
                children.append((os.path.join(directory, entry.name), is_directory))  # noqa: PTH118
    return children


def _is_frames(name: str, beside: Container[str]) -> bool:
    """Return whether ``name`` is the folder of a saved page next to it."""
    return any(
        name.endswith(end) and name.removesuffix(end) + suffix in beside
        for end in _FRAMES
        for suffix in HTML_SUFFIXES
    )


def container_of(path: str) -> str | None:
    """Return the file that contains ``path`` (``a.jsonl#12``, ``a.zip/b.txt``), if there is one.

    If a file with exactly that name exists, it takes precedence: None.
    """
    places = [match[1] for match in (_MEMBER.match(path), _RECORD.fullmatch(path)) if match]
    try:
        if not places or os.path.lexists(path):
            return None
        return next((place for place in places if os.path.isfile(place)), None)  # noqa: PTH113
    except ValueError:  # see list_paths
        return None
