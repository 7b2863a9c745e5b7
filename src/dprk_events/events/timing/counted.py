"""Dates counted from that of another deed: "a tiré mardi, deux jours après l'essai"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dprk_events.dates import Timex, counted
from dprk_events.events.event import DONE
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.counted_on import day_counted_on
from dprk_events.events.timing.heads import is_apart
from dprk_events.events.timing.named_again import day_known_of
from dprk_events.events.timing.news import (
    day_of_news,
    day_of_subject,
    days_between,
)
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.present_news import day_of_present_news
from dprk_events.events.timing.verbs import caused_from, following_verb, is_plain_verb, telling
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
BARE, PORTIONS, HAPPENINGS = WORDS["bare_count"], WORDS["portions"], WORDS["happenings"]
OUTCOMES = WORDS["outcomes"]
APART = frozenset({",", *WORDS["to_limit"]})
OF, THAT = closed_class("of"), closed_class("que")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")

NONE = -1


class _Count(NamedTuple):
    """A count with the deed named behind it; its first and last token, and the deed's last."""

    words: Timex
    first: int
    last: int
    named: int
    """Index of the deed named, among the mentions; ``NONE`` where it is none of them."""


def count_days(
    view: DocView, timed: Sequence[Timed], published: dt.date | None = None
) -> dict[int, Timex]:
    """Return the dates of mentions that have one only by a count, by their place in ``timed``.

    Of "a tiré mardi un missile, deux jours après l'essai" the test's is counted back from Tuesday;
    of "a réagi au lendemain du tir de mardi" the reaction's is counted on from it.

    Args:
        view: The document.
        timed: Its mentions, in text order, with their dates.
        published: The reference date, None where it is not known.

    """
    found: dict[int, Timex] = {}
    for each in _counts(view, timed):
        if each.named == NONE:
            day = day_counted_on(view, timed, each.first, each.last, each.words)
        else:
            day = _of_named(view, timed, each, each.named, published)
        if day is not None:
            found.setdefault(*day)
    return found


def _of_named(
    view: DocView, timed: Sequence[Timed], each: _Count, number: int, published: dt.date | None
) -> tuple[int, Timex] | None:
    """Return the deed whose day is counted, and the day: of the one named, or of the one told."""
    named = timed[number]
    known = day_known_of(view, timed, number)
    if known is not None:
        told = _told(view, timed, each)
        if told is None or timed[told].dating.number is not None:
            return None
        day = counted(each.words, view.dates[known], back=False)
        return None if day is None else (told, day)
    base = _base(view, timed, each)
    since = None if base is None else view.dates[base]
    if since is None and named.done:
        since = day_of_present_news(view, each.first, published)
    day = None if since is None else counted(each.words, since, back=True)
    day = None if day is None else in_words_of(view, named, day)
    return None if day is None else (number, day)


def in_words_of(view: DocView, named: Timed, day: Timex) -> Timex:
    """Return a time with the words that name the deed, for those of the date mean another."""
    found = named.raw.candidate
    start, end = view.span(found.first, found.last)
    return replace(day, text=view.text[start:end], start=start, end=end)


def _counts(view: DocView, timed: Sequence[Timed]) -> Iterator[_Count]:
    """Yield the counts of the document that have a deed right behind them."""
    for sentence in range(len(view.sentences)):
        for at, number in view.dates_in(sentence):
            words = days_between(view, at) or view.dates[number]
            if words.away is None or not _counts_from(view, at):
                continue
            last = at
            while last + 1 < len(view.words) and view.date_at[last + 1] == number:
                last += 1
            named = _named_behind(view, timed, last)
            yield _Count(words, at, last, NONE if named is None else named)


def _counts_from(view: DocView, at: int) -> bool:
    """Refuse "l'annonce la veille d'un tir", where "la veille" may stand alone."""
    if view.words[at] not in BARE:
        return True
    return at == view.sentence(at)[0] or view.words[at - 1] in APART


def _named_behind(view: DocView, timed: Sequence[Timed], last: int) -> int | None:
    """Return the deed right behind a count: "l'essai", "une série de tirs", "avoir tiré"."""
    _, end = view.sentence(last)
    heads: list[int] = []
    for phrase in view.each_phrase(last + 1, end):
        if phrase.start > last + 2 and not heads:
            break
        heads += range(phrase.start, phrase.head + 1)  # "sa poignée de main"
        if view.words[phrase.head] not in PORTIONS | OUTCOMES:
            break
    for number, one in enumerate(timed):
        group = one.raw.group or one.raw.positions.light
        if one.token <= last or one.token > end:
            continue
        first = last + 1 if group is None else caused_from(view, group.first) or group.first
        if group is not None and group.tense == "infinitive" and last < first <= last + 2:
            return number
        if group is not None and _is_told_behind_that(view, one, last, group.first):
            return number
        if one.raw.group is None and one.token in heads:
            return number if one.modality in DONE or one.modality == "planned" else None
    return None


def _is_told_behind_that(view: DocView, one: Timed, last: int, first: int) -> bool:
    """Match "deux jours après que le Conseil a adopté": the first verb behind "que"."""
    if not one.done or last + 1 >= first or view.words[last + 1] not in THAT:
        return False
    between = range(last + 2, first)
    told = any(is_plain_verb(view, i) and not is_reduced(view, i) for i in between)
    return not told and STOPS.isdisjoint(view.words[last + 2 : first])


def _base(view: DocView, timed: Sequence[Timed], each: _Count) -> int | None:
    """Return the date of the deed from which the one named is counted back."""
    if following_verb(view, each.first) is not None:
        return day_of_subject(view, each.first)
    news = day_of_news(view, timed, each.first)
    if news is not None:
        return news
    begin, _ = view.sentence(each.first)
    dates = view.dates_in(view.sentence_at[each.first])
    before = [(at, n) for at, n in dates if at < each.first]
    if each.first <= begin + OPENING and not before:
        named = timed[each.named].token
        near = _of_main_verb(view, named, [date for date in dates if date[0] > named])
    else:
        near = before[-1] if before and not _parted(view, timed, before[-1], each) else None
    if near is not None:
        at, number = near
        bound = word_before(view, at)[1] in OF
        return number if not bound and view.dates[number].value is not None else None
    told = _told(view, timed, each)
    if told is None:
        told = _noun_before(view, timed, each)
    if told is None and each.words.away is not None and each.words.away.n == 0:
        return _head_of(view, each)
    return None if told is None else day_known_of(view, timed, told)


def _head_of(view: DocView, each: _Count) -> int | None:
    """Return the only day of "Lundi, la fusée s'était abîmée deux minutes après son décollage"."""
    begin, _ = view.sentence(each.first)
    days = [(at, n) for at, n in view.dates_in(view.sentence_at[each.first]) if view.dates[n].value]
    if len(days) != 1 or days[0][0] > begin + OPENING:
        return None
    at, number = days[0]
    return (
        number if view.dates[number].grain == "day" and word_before(view, at)[1] not in OF else None
    )


def _noun_before(view: DocView, timed: Sequence[Timed], each: _Count) -> int | None:
    """Return the deed of "lors d'une réunion, au lendemain de l'essai": no verb comes between.

    A participle may describe it: "lors d'une séance convoquée au lendemain de l'essai".
    """
    begin, _ = view.sentence(each.first)
    nouns = [
        n for n, one in enumerate(timed) if begin <= one.token < each.first and not one.raw.group
    ]
    if not nouns or not timed[nouns[-1]].done:
        return None
    between = range(timed[nouns[-1]].token + 1, each.first)
    told = any(is_plain_verb(view, i) and not is_reduced(view, i) for i in between)
    return None if told or any(view.words[i] in STOPS for i in between) else nouns[-1]


def _parted(view: DocView, timed: Sequence[Timed], date: tuple[int, int], each: _Count) -> bool:
    """Match "a dénoncé mardi les tirs menés au lendemain de la visite": the tests are counted."""
    at, number = date
    first = _behind_inserted(view, at, each.first)
    if opens_clause(view, first, each.first):
        return True
    if any(view.pos[i] == "VERB" for i in range(first + 1, each.first) if view.date_at[i] is None):
        return True
    if view.words[each.first - 1] == ",":
        return False
    inside = (one for one in timed if at < one.token < each.first)
    named = any(word in HAPPENINGS for word in view.words[at : each.first])
    return named or any(one.dating.number != number for one in inside)


def _behind_inserted(view: DocView, date: int, count: int) -> int:
    """Return where a clause goes on behind "…, a dit l'armée," before a count; else its date."""
    if view.words[count - 1] == ",":
        count -= 1
    elif view.words[count - 2] == ",":  # ", à la veille de"
        count -= 2
    else:
        return date
    said = [i for i in range(date + 1, count) if view.words[i] in telling()]
    opened = next((i for i in range(count - 1, date, -1) if view.words[i] == ","), None)
    if len(said) != 1 or opened is None or not opened < said[0]:
        return date
    told = [i for i in range(date + 1, opened) if is_plain_verb(view, i)]
    plain = not told and STOPS.isdisjoint(view.words[opened:count])
    return count if plain and auxiliary_tense(view.words[opened + 1]) == "present" else date


def _of_main_verb(
    view: DocView, named: int, dates: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the date of "…, le Conseil s'est réuni lundi": one verb between, no clause opened.

    Another count may stand between: "et un mois après l'essai du 6 janvier, Séoul a décidé lundi".
    """
    commas = [i for i in range(named + 1, view.sentence(named)[1]) if view.words[i] == ","]
    for at, number in dates:
        before = [i for i in commas if i < at]
        if not before:
            continue
        comma = before[0]
        if view.dates[number].value is None:
            continue
        verbs = [i for i in range(comma, at) if is_plain_verb(view, i)]
        plain = len(verbs) == 1 and STOPS.isdisjoint(view.words[comma:at])
        return (at, number) if plain else None
    return None


def _told(view: DocView, timed: Sequence[Timed], each: _Count) -> int | None:
    """Return the deed of the clause that the count belongs to; None where that is not plain."""
    begin, end = view.sentence(each.first)
    if each.first <= begin + OPENING:
        for number, one in enumerate(timed):
            if timed[each.named].token < one.token <= end and number != each.named:
                return number if _is_main(view, one) else None
        return None
    before = [n for n, one in enumerate(timed) if begin <= one.token < each.first]
    if not before:
        return None
    one = timed[before[-1]]
    verb = one.token if one.raw.group is None else max(one.token, one.raw.group.verb)
    plain = one.done and not opens_clause(view, verb, each.first)
    return before[-1] if plain and _is_main(view, one) else None


def _is_main(view: DocView, one: Timed) -> bool:
    """Return whether a deed is what the main clause tells: by its verb, or by a light one."""
    group = one.raw.group or one.raw.positions.light
    if group is None or group.form == "infinitive" or group.tense == "infinitive":
        return False
    return one.done and not is_apart(view, group.verb)
