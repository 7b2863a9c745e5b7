"""The time of an event as numbers: days since year 1, and what is presumed where none is told."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?[~?%]?")

DAY, WEEK, MONTH, SEASON, YEAR = 2, 10, 31, 92, 366
"""The longest span, in days, of each precision: a night is of two days."""


class When(NamedTuple):
    """When an event happens.

    ``first`` and ``last`` bound the days that the text tells, None where open; ``yearless`` is a
    month and day of an unknown year. Where the text tells no time, ``published`` bounds an event
    that is ``done`` above, and one that is ``ahead`` (planned or held possible) below.

    :func:`made` works out once what each pair asks for: whether the text says when, at least in
    part (``told``), the days from the first to the last (``width``, None where one is open), and
    the publication day of news that says no time (``news``).
    """

    first: int | None
    last: int | None
    yearless: tuple[int, int | None] | None
    published: int | None
    done: bool
    ahead: bool
    lead: bool
    told: bool
    width: int | None
    news: int | None
    top: bool = True

    @property
    def placed(self) -> bool:
        """Whether it has a place in the calendar: a year at least, or its article's day."""
        return self.published is not None or (self.told and self.yearless is None)


def made(
    first: int | None,
    last: int | None,
    yearless: tuple[int, int | None] | None,
    published: int | None,
    *,
    done: bool,
    ahead: bool,
    lead: bool,
) -> When:
    """Return a time with what follows from it."""
    told = first is not None or last is not None or yearless is not None
    width = None if first is None or last is None else last - first + 1
    news = published if lead and not told else None
    return When(first, last, yearless, published, done, ahead, lead, told, width, news)


def when_of(key: Mapping[str, Any], modality: str) -> When:
    """Return the time of an entry's key."""
    time = key["time"]
    value, published = time["value"], key["published"]["value"]
    yearless = _YEARLESS.fullmatch(value or "")
    bounds = (time["earliest"], time["latest"]) if value is not None else (None, None)
    first, last = day(bounds[0]), day(bounds[1])
    out = day(published)
    coming = first is not None and out is not None and first > out
    return made(
        first,
        last,
        (int(yearless[1]), int(yearless[2] or 0) or None) if yearless else None,
        out,
        done=modality in {"asserted", "reported"} and not coming,
        ahead=modality in {"planned", "possible"} or coming,
        lead=key["lead"],
    )._replace(top=key.get("top", True))


def within(when: When, days: tuple[int, int]) -> When:
    """Return a time as two days and those between bound it more closely."""
    return when._replace(first=days[0], last=days[1], width=days[1] - days[0] + 1)


def ongoing(when: When) -> When:
    """Return the time of what is done since a day, with the day that it was written as its last."""
    first, written = when.first, when.published
    if not when.done or first is None or when.last is not None or written is None:
        return when
    return within(when, (first, written)) if first <= written else when


def beginning(when: When, days: int) -> When:
    """Return the time of what is to begin on a day, with the last of the days that it may take."""
    if not when.ahead or when.first is None or when.last is not None:
        return when
    return within(when, (when.first, when.first + days))


def ending(when: When, days: int) -> When:
    """Return the time of what ends on a day, with the first of the days that it may have taken."""
    if when.first is None or when.width != 1:
        return when
    return within(when, (when.first - days, when.first))


def recent(when: When, days: int) -> When:
    """Return the time of what a headline tells of this month or year: it is of the last days."""
    last, width = when.last, when.width
    if not (when.done and when.lead and when.top) or width is None or width <= WEEK:
        return when
    if last is None or last != when.published:
        return when
    return within(when, (last - days, last))


def past(when: When) -> When:
    """Return the told time of what is done: when it was written says no more."""
    return when._replace(published=None, lead=False, news=None)


def day(value: str | None) -> int | None:
    """Return the number of an ISO day."""
    return None if value is None else dt.date.fromisoformat(value).toordinal()


def iso(number: int) -> str:
    """Return the ISO day of a number."""
    return dt.date.fromordinal(number).isoformat()


def span(when: When) -> str:
    """Return the told time in words."""
    if when.yearless is not None:
        month, of_month = when.yearless
        return f"--{month:02}" + (f"-{of_month:02}" if of_month else "")
    first, last = when.first, when.last
    if first is not None and first == last:
        return iso(first)
    return f"{'..' if first is None else iso(first)}/{'..' if last is None else iso(last)}"
