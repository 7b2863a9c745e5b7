"""Tell by its date that an event is still to come: "Visite à Moscou la semaine prochaine"."""

from __future__ import annotations

import datetime as dt

from dprk_events.dates import Timex
from dprk_events.events.event import DONE
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.refusals import OF_WAY_THERE
from dprk_events.french import key, word_lists
from dprk_events.syntax import NOUNS, DocView, VerbGroup

SOON = word_lists(__package__)["soon"]
REACH = 12
"""Greatest distance in words from an event noun to a vague date that is its own."""


def still_to_come(
    view: DocView, one: Timed, count: Timex | None, published: dt.date | None
) -> Timex | None:
    """Return the date by which what is told as done lies ahead of the article; or None.

    Of a verb, in the present: "Kim et Trump se rencontrent demain".

    Args:
        view: The document.
        one: The mention, with its date, whether its own or a neighbour's.
        count: Its date where the words count it from that of another deed.
        published: The reference date, None where it is not known.

    """
    if one.modality not in DONE:
        return None
    if one.raw.group is not None:
        return _of_verb(view, one, one.raw.group, published)
    if view.pos[one.token] not in NOUNS:
        return None
    light = one.raw.positions.light
    if light is not None and light.compound:
        return None
    number = one.dating.number
    if number is not None:
        date = view.dates[number]
        return date if _ahead(date, published) and not _is_apart(view, one.token, number) else None
    if count is not None:
        return count if _ahead(count, published) else None
    return _way_there(view, one, published) or _soon(view, one.token)


def _of_verb(
    view: DocView, one: Timed, group: VerbGroup, published: dt.date | None
) -> Timex | None:
    """Find "demain" in "Kim arrive demain"; what has been done has no such day."""
    number = one.dating.number
    if number is None or group.tense != "present" or (group.compound and not group.passive):
        return None
    date = view.dates[number]
    return date if _ahead(date, published) and not _is_apart(view, one.token, number) else None


def _way_there(view: DocView, one: Timed, published: dt.date | None) -> Timex | None:
    """Find "vendredi" in "est attendu vendredi à Busan en vue de manœuvres": they come later."""
    way = (n for n, why in one.dating.refused.items() if why == OF_WAY_THERE)
    return next((view.dates[n] for n in way if _ahead(view.dates[n], published)), None)


def _ahead(date: Timex, published: dt.date | None) -> bool:
    return published is not None and (date.earliest or "") > published.isoformat()


def _is_apart(view: DocView, token: int, number: int) -> bool:
    """Return whether a clause begins between a noun and a date behind it."""
    dates = view.dates_in(view.sentence_at[token])
    at = next((at for at, each in dates if each == number), token)
    return opens_clause(view, token, at)


def _soon(view: DocView, token: int) -> Timex | None:
    """Find "dans les prochains jours", with no verb between the noun and it."""
    for at, number in view.dates_in(view.sentence_at[token]):
        date = view.dates[number]
        near = 0 < at - token <= REACH and not opens_clause(view, token, at)
        if near and date.value is None and not SOON.isdisjoint(key(date.text).split()):
            return date
    return None
