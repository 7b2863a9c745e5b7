"""The day that a summary in the present is counted from: "Deux jours après le tir, il promet"."""

from __future__ import annotations

import datetime as dt

from dprk_events.dates import Timex
from dprk_events.events.timing.chain import DAY
from dprk_events.events.timing.setting import stated_dates
from dprk_events.french import closed_class
from dprk_events.syntax import DocView

OPENERS = closed_class("clause_openers") | closed_class("hard_stops")
TOP = 3
"""Sentences from the headline on that tell the article's news."""


def day_of_present_news(view: DocView, at: int, published: dt.date | None) -> Timex | None:
    """Return the day of what a summary tells in the present, with a count at a token; else None.

    It is the only day that the summary names, else that of the article: « Au lendemain du tir,
    Tokyo proteste ». Nothing before it may have another time, from which it could go on.
    """
    here = view.sentence_at[at]
    last = TOP + any(view.in_dateline(i) for _, i in view.sentences[:TOP])
    if published is None or here >= last or not _is_in_present(view, at):
        return None
    stated = [
        (then, number)
        for sentence in range(min(last, len(view.sentences)))
        for then, number in stated_dates(view, sentence)
        if not view.in_dateline(then)
    ]
    if any(view.sentence_at[then] == here or view.dates[n].grain not in DAY for then, n in stated):
        return None
    days = {view.dates[n].value: view.dates[n] for _, n in stated}
    if len(days) > 1 or None in days:
        return None
    day = published.isoformat()
    only = next(iter(days.values()), None)
    if only is not None:
        return only if only.value is not None and _is_near(only.value, published) else None
    return Timex("", 0, 0, day, "date", earliest=day, latest=day, anchor="published", grain="day")


def _is_near(day: str, published: dt.date) -> bool:
    return published - dt.timedelta(days=1) <= dt.date.fromisoformat(day) <= published


def _is_in_present(view: DocView, at: int) -> bool:
    """Return whether the main clause of a sentence is in the present: "promet", "est"."""
    first, last = view.sentence(at)
    finite = [i for i in range(first, last + 1) if view.is_finite(view.tokens[i])]
    main = [i for i in finite if not _is_apart(view, i)]
    return bool(main) and all(_is_present(view, i) for i in main)


def _is_apart(view: DocView, verb: int) -> bool:
    """Return whether a verb stands in a clause of its own: "qui menaient", "que Séoul a"."""
    begin, _ = view.sentence(verb)
    opened = [i for i in range(begin, verb) if view.words[i] in OPENERS]
    return bool(opened) and "," not in view.words[opened[-1] : verb]


def _is_present(view: DocView, verb: int) -> bool:
    """Return whether a verb is a present, and no auxiliary of a compound past."""
    if view.tokens[verb].morph.get("Tense", []) != ["Pres"]:
        return False
    behind = view.words[verb + 1 : verb + 4]
    participle = any(view.tokens[verb + 1 + k].is_participle for k in range(len(behind)))
    return not (view.pos[verb] == "AUX" and participle)
