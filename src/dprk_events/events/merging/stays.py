"""Whether days that differ are those of one stay: who arrived on Tuesday leaves on Thursday."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dprk_events.dates import Timex
from dprk_events.events.event import DONE, Mention
from dprk_events.events.merging.alike import same_person
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.french import forms_of
from dprk_events.syntax import NOUNS, DocView

ARRIVING = forms_of(*WORDS["arriving"])
LEAVING = forms_of(*WORDS["leaving"])
LONGEST = dt.timedelta(days=7)
"""A stay of officials is no longer: what lies further apart are two."""
DAY = "day"


def is_one_stay(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "lors de sa visite à Séoul jeudi … Arrivé mardi": the same people, some days apart.

    One of the two tells of the arrival, which comes first; and neither says that it is another.
    """
    journey = "persons" in mention.event_type.told_apart_by and not mention.event_type.symmetric
    if not journey or mention.modality not in DONE or said.standings != draft.said.standings:
        return False
    arrival, later = said.dates.values(), draft.said.dates.values()
    rest: Iterable[Mention] = draft.mentions
    if not tells_arrival(view, mention):
        if not any(tells_arrival(view, each) for each in draft.mentions):
            return False
        arrival, later, rest = later, arrival, [mention]
    if not all(_tells_the_stay(view, each) for each in rest):
        return False  # "a déposé une gerbe": on one day of it
    return _within_a_stay(list(arrival), list(later)) and _of_the_same(said, draft.said)


def tells_arrival(view: DocView, mention: Mention) -> bool:
    """Match "arrivé", "a atterri"."""
    return view.words[mention.token] in ARRIVING


def _tells_the_stay(view: DocView, mention: Mention) -> bool:
    """Match "sa visite", "a quitté Pyongyang"."""
    return view.pos[mention.token] in NOUNS or view.words[mention.token] in LEAVING


def begins_the_stay(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether a mention gives the day from which on an event told before lasted."""
    here = tells_arrival(view, mention) and not any(tells_arrival(view, m) for m in draft.mentions)
    return here and is_one_stay(view, mention, said, draft)


def leave_undated(draft: Draft) -> None:
    """Take from an event the days that are only days of the stay."""
    draft.mentions[:] = [replace(each, date=None, counted=None) for each in draft.mentions]
    draft.said.dates.clear()


def _within_a_stay(arrival: list[Timex], later: list[Timex]) -> bool:
    days = [_day(date) for date in (*arrival, *later)]
    if len(arrival) != 1 or len(later) != 1 or None in days:
        return False
    first, last = days
    return first is not None and last is not None and first <= last <= first + LONGEST


def _day(date: Timex) -> dt.date | None:
    """Return the one day that a date is, None where it is none."""
    if date.grain != DAY or date.earliest is None or date.earliest != date.latest:
        return None
    return dt.date.fromisoformat(date.earliest)


def _of_the_same(one: Said, other: Said) -> bool:
    """Return whether the same side travels, and where both name persons, the same ones."""
    mine, theirs = one.keys["actor"], other.keys["actor"]
    if mine != theirs or not mine:
        return False
    named = bool(one.persons and other.persons)
    return not named or any(same_person(a, b) for a in one.persons for b in other.persons)
