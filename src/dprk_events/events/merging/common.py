"""Which article and tense a mention has, and what two mentions have in common."""

from __future__ import annotations

import datetime as dt

from dprk_events.dates import Timex
from dprk_events.events.event import Filler, Mention
from dprk_events.events.merging.alike import same_time
from dprk_events.events.merging.draft import PLACED, SIDES, Draft, Said
from dprk_events.french import Tense, auxiliary_tense, closed_class, key, looks_like_participle
from dprk_events.syntax import VERBAL, DocView

POINTING = closed_class("demonstratives")
PLUPERFECT: Tense = "imperfect"
"""Tense of the auxiliary of "avait tiré"."""
PERFECT: Tense = "present"
"""… and of "a tiré"."""
GROUP = 4
"""Words before a participle within which its auxiliary is."""
PREDICATE = 6
"""Words behind a noun within which the verb is of which it is the subject."""
STOPS = closed_class("hard_stops")
ARTICLE = 12
"""Code points before a filler within which its article stands."""
SOME_DAYS, LONG_BEFORE = dt.timedelta(days=7), dt.timedelta(days=90)
A_YEAR = dt.timedelta(days=300)
"""What was so long before the article is over; what then is none of its news; and what is no part
of anything that it tells as of late."""


def same_times(one: Said, other: Said) -> bool:
    """Return whether a date of one can be the time of a date of the other.

    A month that holds both says nothing where one has a day in it, too: of "mardi", "ce mois-ci"
    the 15th is another time.
    """
    if not one.dates.keys().isdisjoint(other.dates.keys()):
        return True
    return any(
        same_time(a, b) and not _narrowed(a, b, other) and not _narrowed(b, a, one)
        for a in one.dates.values()
        for b in other.dates.values()
    )


def _narrowed(one: Timex, wide: Timex, those: Said) -> bool:
    """Return whether one of those dates lies within a wide one of theirs, apart from ``one``."""
    inside = [each for each in those.dates.values() if each is not wide and same_time(each, wide)]
    finer = (each for each in inside if each.value and len(each.value) > len(wide.value or ""))
    return any(not same_time(one, each) for each in finer)


def share(one: Said, other: Said) -> bool:
    """Return whether they have a side, a date or a place in common."""
    sides = any(not one.keys[role].isdisjoint(other.keys[role]) for role in SIDES)
    places = any(one.places[role].meets(other.places[role]) for role in PLACED)
    return sides or places or same_times(one, other)


def is_well_before(said: Said, draft: Draft, span: dt.timedelta) -> bool:
    """Return whether all dates of a mention are longer before the article than a span of time."""
    days = [date.latest for date in said.dates.values() if date.latest is not None]
    if draft.published is None or not days:
        return False
    return max(days) < (draft.published - span).isoformat()


def points_at(view: DocView, mention: Mention) -> bool:
    """Match "ce tir"."""
    return article(view, mention.token) in POINTING


def article(view: DocView, token: int) -> str:
    """Return the word before a noun and its adjectives."""
    phrase = view.phrase(token)
    return word_before(view, phrase.first if phrase is not None else token)


def word_before(view: DocView, first: int) -> str:
    """Return the word before a token, "" at the beginning."""
    return view.words[first - 1] if first else ""


def word_before_filler(view: DocView, filler: Filler) -> str:
    """Return the word before a filler, "" where there is none."""
    before = key(view.text[max(0, filler.start - ARTICLE) : filler.start]).split()
    return before[-1] if before else ""


def clause_in_pluperfect(view: DocView, mention: Mention) -> bool:
    """Match a verb in the pluperfect, also of a noun: "le tir de mai avait échoué"."""
    if view.pos[mention.token] in VERBAL:
        return in_pluperfect(view, mention)
    begin, _ = view.sentence(mention.token)
    carried = (view.words[i] for i in range(max(begin, mention.token - PREDICATE), mention.token))
    if any(auxiliary_tense(word) == PLUPERFECT for word in carried):
        return True
    _, end = view.sentence(mention.token)
    for i in range(mention.token + 1, min(end, mention.token + PREDICATE) + 1):
        if auxiliary_tense(view.words[i]) == PLUPERFECT:
            return i < end and looks_like_participle(view.words[i + 1])
        if view.pos[i] in VERBAL or view.words[i] in STOPS:
            return False
    return False


def in_pluperfect(view: DocView, mention: Mention) -> bool:
    """Match "avait tiré"."""
    return _with_auxiliary(view, mention, PLUPERFECT)


def in_perfect(view: DocView, mention: Mention) -> bool:
    """Match "a tiré"."""
    return _with_auxiliary(view, mention, PERFECT)


def _with_auxiliary(view: DocView, mention: Mention, tense: Tense) -> bool:
    begin, _ = view.sentence(mention.token)
    before = view.words[max(begin, mention.token - GROUP) : mention.token]
    verbal = view.pos[mention.token] in VERBAL
    return verbal and any(auxiliary_tense(w) == tense for w in before)
