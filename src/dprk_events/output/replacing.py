"""Files and folders that are there whole or not at all: made beside their place, then renamed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dprk_events.output.writer import CannotOpenError


@contextmanager
def replacing(target: str) -> Iterator[Path]:
    """Yield a path to write to; what is there in the end takes the place of ``target``.

    If anything fails or is interrupted, ``target`` stays as it was. What is no file or folder, such
    as ``/dev/null`` or a named pipe, is yielded itself.

    Raises:
        CannotOpenError: Nothing can be written there.

    """
    path = Path(target)
    if path.exists() and not path.is_file() and not path.is_dir():
        yield path
        return
    place = path.resolve()  # a link goes on leading there
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(place.parent, os.W_OK):
            raise PermissionError(0, "its folder cannot be written to")
        _remove(beside)  # of a run that was killed and had the same number
    except OSError as error:
        raise CannotOpenError(
            f"cannot open {path} for writing: {error.strerror}. Choose another path with -o FILE."
        ) from None
    try:
        yield beside
        _put(beside, place)
    finally:
        _remove(beside)


def _put(made: Path, place: Path) -> None:
    if place.is_file() and made.is_file():
        shutil.copymode(place, made)
    if place.is_dir():
        old = made.with_suffix(".old")
        place.rename(old)
        made.rename(place)
        _remove(old)
    else:
        made.replace(place)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
