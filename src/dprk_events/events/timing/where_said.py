"""Dates of a statement that hold for where it was made: "a jugé mardi …, lors d'une réunion"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.verbs import is_plain_verb, reacting, telling
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
OCCASION, AT_ITS_END = WORDS["occasion"], WORDS["at_its_end"]
STATEMENTS, ON_THE_WAY = WORDS["statements"], WORDS["before_journey"]
INDEFINITE, STOPS = WORDS["indefinite"], closed_class("hard_stops")
NEAR_VERB = 3
"""Words between a verb of saying and its day."""


def of_what_was_said_there(chain: Chain, one: Timed) -> int | None:
    """See "a estimé lundi qu'il était temps d'agir, lors d'une réunion": it was held on Monday.

    So too "à l'issue d'une rencontre". The noun is indefinite, so that no other occasion is meant,
    and nothing told between is in a compound past, which might have been then.
    """
    view = chain.view
    phrase = view.phrase(one.token)
    if one.raw.group is not None or phrase is None or not one.done:
        return None
    if _opens_on_the_way(view, phrase):
        return _day_said_behind(view, one, phrase.last + 1)
    if not _is_occasion(view, phrase) or _article(view, phrase) not in INDEFINITE:
        return None
    begin, _ = view.sentence(one.token)
    for at, number in view.dates_in(view.sentence_at[one.token]):
        if at >= phrase.start or view.dates[number].grain not in DAY:
            continue
        verb = _said(view, begin, at, phrase.start)
        if verb is None or _told_between(view, max(at, verb + 1), phrase.start):
            return None
        return number
    return None


def _opens_on_the_way(view: DocView, phrase: Phrase) -> bool:
    """Match "En visite à Pyongyang, …", "De passage à Séoul, …" at the head of a sentence."""
    begin, _ = view.sentence(phrase.head)
    bare = phrase.first == phrase.start + 1 and view.words[phrase.start] in ON_THE_WAY
    return bare and phrase.start == begin


def _day_said_behind(view: DocView, one: Timed, first: int) -> int | None:
    """Return the day of "a annoncé mardi", "a dénoncé mardi" in the main clause."""
    _, end = view.sentence(one.token)
    verb = next((i for i in range(first, end) if is_plain_verb(view, i)), None)
    if verb is None or view.pos[verb - 1] != "AUX" or not STOPS.isdisjoint(view.words[first:verb]):
        return None
    for at, number in view.dates_in(view.sentence_at[one.token]):
        if verb < at <= verb + NEAR_VERB and view.dates[number].grain in DAY:
            return number
    return None


def _is_occasion(view: DocView, phrase: Phrase) -> bool:
    """Match "lors d'une réunion", "au cours de", "à l'issue de"."""
    if phrase.prep in OCCASION:
        return True
    return not AT_ITS_END.isdisjoint(view.words[phrase.start : phrase.head])


def _article(view: DocView, phrase: Phrase) -> str:
    """Return the article of a noun phrase, if it has one."""
    return view.words[phrase.first - 1] if phrase.first > phrase.start else ""


def _said(view: DocView, begin: int, date: int, end: int) -> int | None:
    """Return the verb of saying whose day a date is: "a jugé mardi", "Mardi, Séoul a jugé"."""
    verbs = (i for i in range(begin, end) if is_plain_verb(view, i) and not is_reduced(view, i))
    if date <= begin + OPENING:
        verb = next((i for i in verbs if i > date), None)
    else:
        near = [i for i in verbs if date - NEAR_VERB <= i < date]
        verb = near[-1] if near else None
    if verb is None or not STOPS.isdisjoint(view.words[verb:end]):
        return None
    word = view.words[verb]
    announced = not STATEMENTS.isdisjoint(view.words[begin:verb])  # "l'annonce a été faite mardi"
    return verb if announced or word in reacting() or word in telling() else None


def _told_between(view: DocView, first: int, end: int) -> bool:
    """Return whether a compound past stands between: "a jugé mardi que Kim avait menti lors de"."""
    return any(
        is_plain_verb(view, i)
        and view.tokens[i].morph.get("Tense", []) == ["Past"]
        and not is_reduced(view, i)
        for i in range(first, end)
    )
