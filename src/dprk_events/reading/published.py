"""The publication date from outside the text: an option, a cell, a file's name."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath

from dprk_events.reading.article import Published, PublishedSource

# How sure each ground is: what the user states is taken as said; a file may be named by the day of
# its download, and a page's head may be made by a program.
_CONFIDENCE: dict[PublishedSource, float] = {
    "option": 1.0,
    "metadata": 1.0,
    "front-matter": 0.95,
    "filename": 0.9,
}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_TIME = re.compile(r"[T ]\s*\d{1,2}[:h]\d{2}.*", re.ASCII | re.S)
_NAME = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})(?=[^0-9A-Za-z]|T\d|$)", re.ASCII)
_FIRST_YEAR = 1900  # eight digits below that are not a day but a number


def parse_published(value: str) -> dt.date:
    """Read a day written YYYY-MM-DD; ValueError saying how to write it if it is not."""
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        reason = "has no such day" if match else "is not a date this program reads"
        msg = f"{value!r} {reason}. Write it as YYYY-MM-DD, for example 2024-01-05."
        raise ValueError(msg) from None


def parse_timestamp(value: str) -> dt.date:
    """Read YYYY-MM-DD with or without a time of day after it; ValueError as `parse_published`.

    The day is taken as written, in the writer's own time zone.
    """
    value = value.strip()
    if _TIME.fullmatch(value[10:]):
        value = value[:10]
    return parse_published(value)


def date_in_name(path: str) -> dt.date | None:
    """Read the date that a file's name begins with: ``2024-01-05_…``, ``20240105-…``."""
    match = _NAME.match(PurePath(path).name)
    if match is None or int(match[1]) < _FIRST_YEAR:
        return None
    try:
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def choose_published(
    option: dt.date | None,
    metadata: dt.date | None,
    front_matter: dt.date | None,
    filename: dt.date | None,
) -> Published:
    """Take the first date there is: the nearer to the user's own word, the better."""
    grounds: tuple[tuple[PublishedSource, dt.date | None], ...] = (
        ("option", option),
        ("metadata", metadata),
        ("front-matter", front_matter),
        ("filename", filename),
    )
    for source, value in grounds:
        if value is not None:
            return Published(value, source, _CONFIDENCE[source])
    return Published()
