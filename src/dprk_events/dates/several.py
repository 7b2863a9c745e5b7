"""Several dates as one: the set of their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.dates.timex import Timex


def set_of(dates: Sequence[Timex]) -> Timex:
    """Return the dates of one event, each with a value and in order, as one.

    Its value is the EDTF set of theirs, its bounds run from the first to the last; the words are
    those of the first.
    """
    value = "{" + ",".join(str(date.value) for date in dates) + "}"
    return replace(dates[0], value=value, latest=dates[-1].latest)
