"""Determine the publication date from outside the text: an option, a cell, a file name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import PurePath

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Published

# The confidence of each source: what the user states is certain; a file may be named after the day
# of its download, and a page's head may be generated.
_CONFIDENCE: dict[PublishedSource, float] = {
    "option": 1.0,
    "metadata": 1.0,
    "front-matter": 0.95,
    "filename": 0.9,
}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_TIME = re.compile(r"[T ]\s*\d{1,2}[:h]\d{2}.*", re.ASCII | re.S)
_NAME = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})(?=[^0-9A-Za-z]|T\d|$)", re.ASCII)
_ISO_HEAD = re.compile(r"\d{4}-", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_LONGEST = 60  # characters of a written-out date; longer cells are something else
_FIRST_YEAR = 1900  # eight digits with an earlier year are a number, not a date


def parse_published(value: str) -> dt.date:
    """Parse a date written YYYY-MM-DD; a ValueError says how to write it."""
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        reason = "has no such day" if match else "is not a date that this program reads"
        msg = f"{value!r} {reason}. Write it as YYYY-MM-DD, for example 2024-01-05."
        raise ValueError(msg) from None


def parse_timestamp(value: str) -> dt.date:
    """Parse the date in a table cell or front matter; ValueError as for `parse_published`.

    The date is YYYY-MM-DD with or without a time of day, or written out with its year in French or
    English ("4 mai 2024", "Sat, 04 May 2024 10:00 GMT", "25/12/2024"; "03/04/2024" may be March or
    April and is refused). The day is used as written, in the time zone of the source.
    """
    value = value.strip()
    if _TIME.fullmatch(value[10:]):
        value = value[:10]
    if _DAY.fullmatch(value) is None and (written := _written_out(value)) is not None:
        return written
    return parse_published(value)


def _written_out(value: str) -> dt.date | None:
    """Parse a full written-out date with dateparser; None if day, month or year is missing.

    Only absolute dates are accepted, and only if two base dates and both orders of day and month
    agree: the current date has no influence, and no order is guessed.
    """
    if not _YEAR.search(value) or len(value) > _LONGEST or _ISO_HEAD.match(value):
        return None
    import dateparser  # noqa: PLC0415  slow to import and needed for few tables only

    found = {
        dateparser.parse(
            value,
            languages=["fr", "en"],
            settings={
                "DATE_ORDER": order,
                "PARSERS": ["absolute-time"],
                "PREFER_LOCALE_DATE_ORDER": False,
                "REQUIRE_PARTS": ["day", "month", "year"],
                "RELATIVE_BASE": base,
            },
        )
        for base in (dt.datetime(1999, 1, 1), dt.datetime(2031, 12, 31))  # noqa: DTZ001
        for order in ("DMY", "MDY")
    }
    days = {moment.date() for moment in found if moment is not None}
    if None in found or len(days) != 1:
        return None
    day = days.pop()
    return day if f"{day.year:04}" in value else None


def date_in_name(path: str) -> dt.date | None:
    """Return the date at the start of a file name: ``2024-01-05_…``, ``20240105-…``."""
    match = _NAME.match(PurePath(path).name)
    if match is None or int(match[1]) < _FIRST_YEAR:
        return None
    try:
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


def choose_published(grounds: Iterable[tuple[PublishedSource, dt.date | None]]) -> Published:
    """Choose the first date that is known; ``grounds`` are in order of precedence."""
    for source, value in grounds:
        if value is not None:
            return Published(value, source, _CONFIDENCE[source])
    return Published()


def conflicts(grounds: Iterable[tuple[PublishedSource, dt.date | None]]) -> str | None:
    """Return a message about sources with different dates; None if they agree."""
    said = [(source, value) for source, value in grounds if value is not None]
    if len({value for _, value in said}) < 2:
        return None
    (first, day), *others = said
    rest = ", ".join(f"{source}: {value}" for source, value in others if value != day)
    return f"the publication date was taken from {first}: {day} (not {rest})"
