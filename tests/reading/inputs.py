"""Short ways to read what a test wrote."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from dprk_events.reading import Article, ReadingError, ReadingOptions, count_paths, read_paths

DEFAULT = ReadingOptions()

Save = Callable[[str, "bytes | str"], Path]


def read(
    *paths: Path | str, options: ReadingOptions = DEFAULT, stdin: bytes | None = None
) -> list[Article | ReadingError]:
    given = [str(path) for path in paths]
    found = list(read_paths(given, options, None if stdin is None else io.BytesIO(stdin)))
    assert count_paths(given, options) in (None, len(found))
    return found


def article(
    *paths: Path | str, options: ReadingOptions = DEFAULT, stdin: bytes | None = None
) -> Article:
    [found] = read(*paths, options=options, stdin=stdin)
    assert isinstance(found, Article), found
    return found


def error(
    *paths: Path | str, options: ReadingOptions = DEFAULT, stdin: bytes | None = None
) -> ReadingError:
    [found] = read(*paths, options=options, stdin=stdin)
    assert isinstance(found, ReadingError), found
    assert found.message.endswith((".", ")"))
    return found
