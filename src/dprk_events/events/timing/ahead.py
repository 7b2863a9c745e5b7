"""A deed told as past has no date that lies ahead of the article: "sont convenus pour vendredi"."""

from __future__ import annotations

import datetime as dt

from dprk_events.events.timing.chain import Timed
from dprk_events.syntax import DocView

ZONES = dt.timedelta(days=1)
"""A day ahead of the article it is tomorrow in Korea already."""
AHEAD = "it lies ahead of the article, and the event is told as past"


def without_future(view: DocView, one: Timed, published: dt.date | None) -> Timed:
    """Take a date away that lies ahead of what a compound past tells: it dates something else.

    "Les deux pays se sont mis d'accord pour reprendre le 5 octobre" was agreed on before that day.

    Args:
        view: The document.
        one: The mention, with its own date.
        published: The reference date, None where it is not known.

    """
    number = one.dating.number
    told = one.raw.group
    if number is None or published is None or told is None or not one.done:
        return one
    if not told.compound or told.form == "infinitive" or not lies_ahead(view, number, published):
        return one
    refused = {**one.dating.refused, number: AHEAD}
    return one._replace(dating=one.dating._replace(number=None, refused=refused))


def lies_ahead(view: DocView, number: int, published: dt.date) -> bool:
    """Return whether a date begins after the reference date."""
    earliest = view.dates[number].earliest
    return earliest is not None and dt.date.fromisoformat(earliest) > published + ZONES
