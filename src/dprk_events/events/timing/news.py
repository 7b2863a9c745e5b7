"""From which day the news counts back: "Le décret suit de deux jours", "Ce tir intervient"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.dates import Timex, counting_days
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.verbs import following, following_verb
from dprk_events.french import closed_class, key, word_lists
from dprk_events.french.amounts import read_amount
from dprk_events.syntax import POSSESSIVES, DocView

WORDS = word_lists(__package__)
POINTING, HE, DAYS = WORDS["pointing"], WORDS["he"], WORDS["days"]
OF, OPENERS = closed_class("of"), closed_class("clause_openers")
SENTENCES_BACK, VERB_REACH = 2, 2
ROUND = 10
"""From so many days on, fives and tens are no exact count."""


def days_between(view: DocView, at: int) -> Timex | None:
    """Return "deux jours" of "suit de deux jours" with its count; None for other durations."""
    verb, number = following_verb(view, at), view.date_at[at]
    if verb is None or number is None:
        return None
    words = view.dates[number]
    amount = read_amount(key(words.text))
    if amount is None or DAYS.isdisjoint(key(words.text).split()):
        return None
    days = int(amount.value)
    if days >= ROUND and days % 5 == 0:
        return None
    return counting_days(words, days if view.words[verb] in following() else -days)


def day_of_subject(view: DocView, at: int) -> int | None:
    """Return the day before "suit de deux jours": of "Le décret, daté de lundi, suit de"."""
    verb = following_verb(view, at)
    if verb is None:
        return None
    begin, _ = view.sentence(at)
    days = [
        number
        for then, number in view.dates_in(view.sentence_at[at])
        if then < verb and view.dates[number].grain == "day" and view.dates[number].value
    ]
    return days[0] if len(days) == 1 and OPENERS.isdisjoint(view.words[begin:verb]) else None


def day_of_news(view: DocView, timed: Sequence[Timed], at: int) -> int | None:
    """Return the day of the subject of "Ce tir intervient deux jours après", told before.

    That of the last such deed, or the only day of the two sentences before "L'annonce intervient",
    "Elle survient".
    """
    begin, _ = view.sentence(at)
    near = range(at - 1, max(begin, at - 1 - VERB_REACH), -1)
    verb = next((i for i in near if view.words[i] in takes_place_forms()), None)
    subject = None if verb is None else next(view.each_phrase(begin, verb), None)
    if verb is None or subject is None or subject.start != begin:
        return None
    if view.words[begin] not in POINTING | POSSESSIVES | HE:
        return None
    aside = [each for each in stated_dates(view, view.sentence_at[at]) if each[0] < verb]
    if aside:  # "Le tir, effectué mercredi, intervient deux jours après"
        return _the_day(view, aside)
    same = next((one for one in timed if one.token == subject.head), None)
    before = [one for one in timed if one.token < begin and same and one.raw.type == same.raw.type]
    if not before:
        return _only_day(view, begin)
    dated = [one for one in before if one.dating.number is not None]
    if not dated or not dated[-1].done:
        return None
    number = dated[-1].dating.number
    return number if number is not None and view.dates[number].grain == "day" else None


def _only_day(view: DocView, begin: int) -> int | None:
    """Return the only day of the sentences before a token, which is of no noun."""
    here = view.sentence_at[begin]
    found = [
        (at, number)
        for sentence in range(max(0, here - SENTENCES_BACK), here)
        for at, number in stated_dates(view, sentence)
        if not view.in_dateline(at)
    ]
    return _the_day(view, found)


def _the_day(view: DocView, found: Sequence[tuple[int, int]]) -> int | None:
    """Return the only one of some dates, if it is a day and no noun's."""
    if len(found) != 1:
        return None
    at, number = found[0]
    plain = view.dates[number].grain == "day" and word_before(view, at)[1] not in OF
    return number if plain else None
