"""Dates of an event that no single date expression holds: several days, or all until a limit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.dates.timex import Timex


def set_of(dates: Sequence[Timex], text: str) -> Timex:
    """Return the dates of one event, each with a value and in order, as one.

    Its value is the EDTF set of theirs, its bounds run from the first to the last, and so do its
    words in the ``text``: "27 février et du 5 mars".
    """
    first, last = dates[0], dates[-1]
    value = "{" + ",".join(str(date.value) for date in dates) + "}"
    words = text[first.start : last.end]
    return replace(first, text=words, end=last.end, value=value, latest=last.latest)


def up_to(limit: Timex, start: int, text: str) -> Timex:
    """Return the time until a date with the word before it, from ``start``: "avant le 15 avril".

    Its value is open before; None where that of the limit is none, or no single time.
    """
    last = limit.latest if limit.part == "end" else limit.value  # "avant la fin du mois"
    value = f"../{last}" if last is not None and last.replace("-", "").isalnum() else None
    words = text[start : limit.end]
    return replace(limit, text=words, start=start, value=value, kind="span", earliest=None)


def between(first: Timex, last: Timex, text: str) -> Timex:
    """Return the time from one date to another as one: "depuis lundi et jusqu'au 19 mars".

    Its value runs from the beginning of the first to the end of the last; its words in the
    ``text`` are all from the one to the other, whichever comes first.
    """
    start, end = min(first.start, last.start), max(first.end, last.end)
    value = f"{str(first.value).split('/')[0]}/{str(last.value).split('/')[-1]}"
    return replace(
        first,
        text=text[start:end],
        start=start,
        end=end,
        value=value,
        kind="span",
        latest=last.latest,
        grain="span",
    )


def since(date: Timex, start: int, text: str) -> Timex:
    """Return the time from a date on with the words before it: "depuis le sommet de 2019"."""
    words = text[start : date.end]
    value = f"{date.value}/.."
    return replace(date, text=words, start=start, value=value, kind="span", latest=None)


def beginning(span: Timex) -> Timex:
    """Return the date at which an open span begins: 1976 of "depuis 1976"; else the date itself."""
    if ".." not in str(span.value):
        return span
    value = str(span.value).split("/")[0]
    return replace(span, value=value, kind="date")


def last_years(count: int, words: Timex, published: dt.date) -> Timex:
    """Return the ``count`` years up to the reference date, of "en trois ans"."""
    first = published.year - count
    return replace(
        words,
        value=f"{first}/{published.year}",
        kind="span",
        earliest=f"{first}-01-01",
        latest=published.isoformat(),
        anchor="published",
        grain="span",
    )
