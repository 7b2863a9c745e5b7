"""The date beside a known happening that the register confirms: "l'essai du 3 septembre 2017"."""

from __future__ import annotations

from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.dates import Timex
from dprk_events.events import Event
from dprk_events.events.row import KnownAs
from dprk_events.known import Register

MONTH = "month"


def confirmed_date(context: Context, event: Event, known: KnownAs, register: Register) -> Event:
    """Give an event without a date the one of its sentence that is the register's.

    « L'engin d'une puissance inégalée, qui a fait trembler la terre le 3 septembre 2017, était une
    bombe H » : what seemed to date something else is the day of the sixth test. A month that holds
    the day is taken, too, but no year: much else happens in it.
    """
    meant = register.get(known.id)
    if meant is None or event.date is not None or event.whole_date is not None:
        return event
    first, last = meant.days.first, meant.days.last
    if first is None or last is None:
        return event
    days = first.isoformat(), last.isoformat()
    for number, mention in enumerate(event.mentions):
        here = context.view.sentence_at[mention.token]
        for _, date in context.view.dates_in(here):
            if _is_of(context.view.dates[date], *days):
                told = list(event.mentions)
                told[number] = replace(mention, date=date)
                return replace(event, date=date, mentions=tuple(told))
    return event


def _is_of(date: Timex, first: str, last: str) -> bool:
    """Return whether a date is the days of the happening, or the month of them."""
    if date.value is None or date.earliest is None or date.latest is None:
        return False
    if (date.earliest, date.latest) == (first, last):
        return True
    return date.grain == MONTH and date.earliest <= first and last <= date.latest
