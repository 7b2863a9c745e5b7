"""Dates of an event that no single date expression holds: several days, or all until a limit."""

from __future__ import annotations

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
