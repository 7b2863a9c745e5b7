"""The date of what is named behind a count: the test in "deux jours après l'essai"."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dprk_events.dates.counting import count
from dprk_events.dates.readings import Shift
from dprk_events.dates.timex import Timex


def counting_days(words: Timex, days: int) -> Timex:
    """Return a duration as a count of days from what is named behind it: "suit de deux jours"."""
    return replace(words, away=Shift("day", days, "text"))


def counted(words: Timex, known: Timex, *, back: bool) -> Timex | None:
    """Count from a known day by the words between two deeds.

    Args:
        words: The count, "deux jours après", with its ``away``.
        known: The date of the one deed, good to the day.
        back: Whether that is the deed told ("a tiré mardi, deux jours après l'essai"), from which
            the one named is counted back; else it is the one named.

    Returns:
        The count with the value of the other deed, as coarse as its unit; None where there is none.

    """
    if words.away is None or known.earliest is None:
        return None
    if known.grain == "month" and words.away.unit == "day" and abs(words.away.n) <= 1:
        return _on(words, known)  # "en janvier, au lendemain de l'essai": mostly in January, too
    # "en octobre, huit mois après"
    by_months = known.grain == "month" and words.away.unit == "month"
    if known.grain != "day" and not by_months:
        return None
    n = -words.away.n if back else words.away.n
    when = count(dt.date.fromisoformat(known.earliest), replace(words.away, n=n))
    if when.value is None:
        return None
    return replace(
        words,
        value=when.value,
        kind=when.kind,
        earliest=when.first.isoformat() if when.first else None,
        latest=when.last.isoformat() if when.last else None,
        anchor="text",
        grain=when.grain,
    )


def _on(words: Timex, known: Timex) -> Timex:
    """Return the count with the value of the date that it is counted from."""
    return replace(known, text=words.text, start=words.start, end=words.end, anchor="text")
