"""The day that a summary in the present is counted from: "Deux jours après le tir, il promet"."""

from __future__ import annotations

import datetime as dt

from dprk_events.dates import Timex
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.chain import DAY
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.verbs import coming
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import POSSESSIVES, DocView

WORDS = word_lists(__package__)
POINTING, HE = WORDS["pointing"], WORDS["he"]
OPENERS = closed_class("clause_openers") | closed_class("hard_stops")
TOP, VERB_REACH = 3, 2
"""Sentences from the headline on that tell the article's news; words from a verb to its count."""


def day_of_present_news(view: DocView, at: int, published: dt.date | None) -> Timex | None:
    """Return the day of what a summary tells in the present, with a count at a token; else None.

    It is the only day that the summary names, else that of the article: « Au lendemain du tir,
    Tokyo proteste ». Nothing before it may have another time, from which it could go on.
    """
    here = view.sentence_at[at]
    if published is None or not _is_in_present(view, at):
        return None
    if _comes_now(view, at):
        return None if stated_dates(view, here) else _on(published)
    if here >= TOP:
        return None
    stated = [
        (then, number)
        for sentence in range(min(TOP, len(view.sentences)))
        for then, number in stated_dates(view, sentence)
        if not view.in_dateline(then)
    ]
    if any(view.sentence_at[then] == here or view.dates[n].grain not in DAY for then, n in stated):
        return None
    days = {view.dates[n].value: view.dates[n] for _, n in stated}
    if len(days) > 1 or None in days:
        return None
    only = next(iter(days.values()), None)
    if only is not None:
        return only if only.value is not None and _is_near(only.value, published) else None
    return _on(published)


def _on(published: dt.date) -> Timex:
    day = published.isoformat()
    return Timex("", 0, 0, day, "date", earliest=day, latest=day, anchor="published", grain="day")


def _comes_now(view: DocView, at: int) -> bool:
    """Match "Sa décision tombe", "Ce tir intervient" right before a count."""
    begin, _ = view.sentence(at)
    near = range(at - 1, max(begin, at - 1 - VERB_REACH), -1)
    comes = any(view.words[i] in takes_place_forms() or view.words[i] in coming() for i in near)
    return comes and view.words[begin] in POINTING | POSSESSIVES | HE


def _is_near(day: str, published: dt.date) -> bool:
    return published - dt.timedelta(days=1) <= dt.date.fromisoformat(day) <= published


def _is_in_present(view: DocView, at: int) -> bool:
    """Return whether the main clause of a sentence is in the present: "promet", "est"."""
    first, last = view.sentence(at)
    finite = [i for i in range(first, last + 1) if view.is_finite(view.tokens[i])]
    if not finite and first == 0:
        return "AUX" not in view.pos[first : last + 1]  # "Séoul convoque", taken for a participle
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
