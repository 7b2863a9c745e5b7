"""Signs of the date: how it was found, and which dates beside it were not taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dprk_events.dates import Timex
from dprk_events.events import Event, Mention
from dprk_events.participants.signs.around import Around
from dprk_events.participants.signs.steps import first_of, step

BESIDE = {0: "in its sentence", -1: "in the sentence before", 1: "in the sentence behind"}
AWAY = (2, 5, 10, 20)
"""Steps of the tokens between trigger and date."""
AGO = (0, 1, 2, 8, 32, 366)
"""Steps of the days between a date and the article."""
MOST_DATES = 3
"""Dates of a sentence from which on their number tells no more."""


def signs_of_date(event: Event, seen: Around) -> Iterator[str]:
    """Yield what speaks for or against the date of a row, or its having none."""
    yield f"time {event.time.ground}"
    if any(mention.date is not None for mention in event.mentions):
        yield "own date"
    if len({mention.date for mention in event.mentions} - {None}) > 1:
        yield "dates differ"
    refused = _refused(event, seen)
    yield from (f"refused: {why}" for why in sorted(refused))
    if event.time.value is None:
        yield "undated"
        if refused:
            yield "undated, a date refused"
        yield from _left_out(event, seen)
    else:
        yield "dated"
        yield from _value(event, seen)
        yield from _way_to(event.mentions[0], seen)


def _refused(event: Event, seen: Around) -> set[str]:
    """Return why dates of the sentences of its mentions were not taken."""
    found = (seen.datings.get((each.token, each.type)) for each in event.mentions)
    return {why for dating in found if dating is not None for why in dating.refused.values()}


def _value(event: Event, seen: Around) -> Iterator[str]:
    """Yield how fine a date is, what it stands on, how long ago it is, and who shares it."""
    date = event.whole_date
    if date is None and event.date is not None:
        date = seen.view.dates[event.date]
    if date is not None:
        yield f"date of a {date.grain or 'span'}"
        yield f"date from {date.anchor}"
        yield from _ago(date, seen.published)
    found = (seen.datings.get((each.token, each.type)) for each in event.mentions)
    yield from sorted({f"shared: {each.shared}" for each in found if each and each.shared})


def _ago(date: Timex, published: str | None) -> Iterator[str]:
    """Yield how long before the article a date begins."""
    if published is None or date.earliest is None:
        return
    days = (dt.date.fromisoformat(published) - dt.date.fromisoformat(date.earliest)).days
    yield f"days ago {step(days, AGO)}"


def _way_to(mention: Mention, seen: Around) -> Iterator[str]:
    """Yield on which side of the trigger its date stands, and how far away."""
    view = seen.view
    sentence = view.sentence_at[mention.token]
    dates = set()
    for at, number in view.dates_in(sentence):
        dates.add(number)
        if number == mention.date:
            yield "date behind" if at > mention.token else "date before"
            yield f"tokens to the date {step(abs(at - mention.token), AWAY)}"
    yield f"{min(len(dates), MOST_DATES)} dates in the sentence"


def _left_out(event: Event, seen: Around) -> Iterator[str]:
    """Yield where dates stand that an undated row does not have."""
    view, here = seen.view, first_of(event, seen.view)
    for away, where in BESIDE.items():
        if 0 <= here + away < len(view.sentences):
            numbers = {number for _, number in view.dates_in(here + away)}
            if numbers & seen.valued:
                yield f"undated, a date {where}"
            if numbers & seen.spare:
                yield f"undated, a date of no row {where}"
    if not seen.valued:
        yield "undated, no date in the article"
    elif seen.spare:
        yield "undated, a date of no row"
