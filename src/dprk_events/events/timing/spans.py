"""Times that no date of the document holds: from here to there, the beginning of a span, years.

An ordered tuple of strategies; the first that answers is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from dprk_events.dates import Timex, beginning, between, last_years, since
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.counted import in_words_of
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import STATED
from dprk_events.events.timing.verbs import (
    beginning_verbs,
    ending_verbs,
    is_plain_verb,
    lasting,
    listed_since,
)
from dprk_events.french import closed_class, key, word_lists
from dprk_events.french.amounts import read_amount
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
AND, SINCE, OF = WORDS["joining"], WORDS["since"], closed_class("of")
DATE_NOUNS, IN, YEARS = WORDS["date_nouns"], WORDS["within"], WORDS["years"]
ENDS_WITH, ON_WHICH = WORDS["ends_with"], WORDS["on_which"]
HE, THIS, POINTING = WORDS["he"], WORDS["this"], WORDS["pointing"]
RELATIVE, FIRST_TIME = WORDS["relative"], WORDS["first_time"]
PERFECT = frozenset({"present", "conditional"})
"""Tenses of the auxiliary of what holds until now: "ont volé", "auraient volé"."""
STOPS = closed_class("hard_stops")
OPENERS = closed_class("clause_openers")
OPEN_END, OPEN_START, DAY = "/..", "../", "day"
VERB_REACH, SINCE_REACH, NAMED_REACH = 4, 10, 8
"""Words from a verb to its date, from "depuis" to it, and from "date de" to the deed."""


class _Asked(NamedTuple):
    """A mention with its date, those of its sentence, and the reference date."""

    view: DocView
    one: Timed
    dates: Sequence[tuple[int, int]]
    published: dt.date | None

    @property
    def date(self) -> Timex | None:
        number = self.one.dating.number
        return None if number is None else self.view.dates[number]


def span_of(view: DocView, one: Timed, published: dt.date | None) -> Timex | None:
    """Return the time of a mention that lies in several words; None where one date has it.

    Args:
        view: The document.
        one: The mention, with its date.
        published: The reference date, None where it is not known.

    """
    asked = _Asked(view, one, view.dates_in(view.sentence_at[one.token]), published)
    return next((found for way in WAYS if (found := way(asked)) is not None), None)


def _since_and_until(asked: _Asked) -> Timex | None:
    """See "s'exercent depuis lundi et jusqu'au 19 mars"."""
    view, own = asked.view, asked.one.dating.number
    for (at, number), (then, other) in zip(asked.dates, asked.dates[1:], strict=False):
        first, last = view.dates[number], view.dates[other]
        if own not in {number, other} or not _opens(first) or not _closes(last):
            continue
        inner = [i for i in range(at, then) if view.date_at[i] != number]
        if all(view.words[i] in AND for i in inner):
            return between(first, last, view.text)
    return None


def _from_begin_to_end(asked: _Asked) -> Timex | None:
    """See "L'exercice, entamé lundi, doit s'achever jeudi", "durer jusqu'à jeudi"."""
    view, one, own = asked.view, asked.one, asked.one.dating.number
    if one.raw.group is not None or own is None:
        return None
    days = [(at, n) for at, n in asked.dates if view.dates[n].kind in STATED]
    begun = next((n for at, n in days if _begins(view, at, n)), None)
    ended = next(
        (n for at, n in days if _closes(view.dates[n]) or _is_of(view, at, ending_verbs())),
        None,
    )
    if begun is None or ended is None or own not in {begun, ended}:
        return None
    first, last = view.dates[begun], view.dates[ended]
    first = beginning(first) if _opens(first) else first
    plain = first.grain == DAY == last.grain and ".." not in str(first.value)
    if not plain or first.earliest is None or last.latest is None:
        return None
    return between(first, last, view.text) if first.earliest < last.latest else None


def _begins(view: DocView, at: int, number: int) -> bool:
    """Match "entamé lundi", "mobilisent depuis lundi"."""
    return _is_of(view, at, beginning_verbs()) or _opens(view.dates[number])


def _until_told_next(asked: _Asked) -> Timex | None:
    """See "ont ouvert lundi des manœuvres. Elles dureront jusqu'au 1er septembre"."""
    view, one, first = asked.view, asked.one, asked.date
    following = view.sentence_at[one.token] + 1
    if first is None or following >= len(view.sentences) or first.grain != DAY:
        return None
    own = next((at for at, n in asked.dates if n == one.dating.number), None)
    if own is None or not _is_begun(view, own) or one.raw.group is not None:
        return None
    begin, end = view.sentences[following]
    opening = next(view.each_phrase(begin, end), None)
    if opening is None or opening.prep is not None or not _takes_up(view, one, opening):
        return None
    if not any(view.words[i] in lasting() for i in range(begin, end)):
        return None
    ends = (view.dates[n] for _, n in view.dates_in(following))
    last = next((date for date in ends if _closes(date) and date.latest is not None), None)
    if last is None or first.earliest is None or not first.earliest < str(last.latest):
        return None
    return replace(
        between(first, last, view.text), text=first.text, start=first.start, end=first.end
    )


def _is_begun(view: DocView, at: int) -> bool:
    """Match "ont ouvert hier leurs manœuvres", "ont débuté lundi"."""
    near = range(at - 1, max(view.sentence(at)[0], at - VERB_REACH) - 1, -1)
    return any(view.words[i] in beginning_verbs() for i in near)


def _takes_up(view: DocView, one: Timed, phrase: Phrase) -> bool:
    """Match "Elles", "Ces manœuvres", "Les manœuvres" for the deed just told."""
    if phrase.pronoun:
        return view.words[phrase.head] in HE
    same = view.words[phrase.head] == view.words[one.token]
    drills = view.words[phrase.start] in THIS or same
    return drills and view.words[phrase.start] in THIS | POINTING


def _since_what_is_dated(asked: _Asked) -> Timex | None:
    """See "a tiré cent missiles depuis la fin de la guerre en 1953", whose deeds have no day."""
    view, one = asked.view, asked.one
    begin, _ = view.sentence(one.token)
    told = one.raw.group or one.raw.positions.light
    if told is None or not told.compound or told.tense not in PERFECT:
        return None
    for at, number in asked.dates:
        date, opened = view.dates[number], _since(view, begin, at)
        if opened is None or date.value is None or "/" in date.value:
            continue
        if one.dating.number != number and not (opened == begin and one.dating.number is None):
            continue
        if opened > told.verb or (opened == begin and told.verb > at and one.token > at):
            return in_words_of(view, one, since(date, date.start, view.text))
    return None


def _since(view: DocView, begin: int, at: int) -> int | None:
    """Return "depuis" before a noun that a date belongs to: "depuis la fin de la guerre en"."""
    near = range(at - 1, max(begin, at - SINCE_REACH) - 1, -1)
    opened = next((i for i in near if view.words[i] in SINCE), None)
    if opened is None or view.date_at[opened] is not None:
        return None
    inner = range(opened + 1, at)
    clause = any(view.words[i] in OPENERS or view.pos[i] in {"VERB", "AUX"} for i in inner)
    return None if clause else opened


def _of_the_date_named(asked: _Asked) -> Timex | None:
    """See "depuis 1976, date de l'incident de la hache", "en 2018, année du sommet"."""
    view, one = asked.view, asked.one
    for at, number in asked.dates:
        last = at
        while last + 1 < len(view.words) and view.date_at[last + 1] == number:
            last += 1
        noun = last + 1
        while noun < one.token and view.pos[noun] == "PUNCT":
            noun += 1
        if noun == last + 1 or view.words[noun] not in DATE_NOUNS:
            continue
        if not noun < one.token <= noun + NAMED_REACH or not _is_about(view, noun, one):
            continue
        date = view.dates[number]
        if date.value is None or date.kind not in STATED:
            continue
        if one.dating.number == number and OPEN_END not in date.value:
            return None
        return in_words_of(view, one, beginning(date))
    return None


def _listed_since(asked: _Asked) -> Timex | None:
    """See "figurent depuis mardi sur la liste noire": they were put there on Tuesday."""
    group, date = asked.one.raw.group, asked.date
    if group is None or group.compound or date is None or not _opens(date):
        return None
    if asked.view.words[group.verb] not in listed_since() or date.grain != DAY:
        return None
    return beginning(date)


def _is_about(view: DocView, noun: int, one: Timed) -> bool:
    """Match "date de l'incident", "date du sommet"; no verb comes between.

    So too "date à laquelle il a tiré", "année où deux sommets ont réuni", with no other verb.
    """
    opened = next((i for i in range(noun + 1, noun + 4) if view.words[i] in ON_WHICH), None)
    if opened is not None:
        inner = range(opened + 1, one.token if one.raw.group is None else one.raw.group.first)
        return not any(is_plain_verb(view, i) or view.words[i] in RELATIVE for i in inner)
    if view.words[noun + 1] not in OF:
        return False
    between = range(noun + 1, one.token)
    return not any(is_plain_verb(view, i) or view.words[i] in RELATIVE for i in between)


def _in_years(asked: _Asked) -> Timex | None:
    """See "En trois ans, ils ont volé …": the years up to the reference date."""
    view, one = asked.view, asked.one
    group = one.raw.group
    if group is None or not group.compound or group.tense not in PERFECT:
        return None
    if asked.published is None or one.dating.number is not None or not one.done:
        return None
    if any(view.dates[n].value for _, n in asked.dates):
        return None
    for at, number in asked.dates:
        words = view.dates[number]
        if words.kind != "duration" or at == 0 or view.words[at - 1] not in IN:
            continue
        if YEARS.isdisjoint(key(words.text).split()) or _counts_times(view, at):
            continue
        amount = read_amount(key(words.text))
        if amount is not None and amount.value == int(amount.value):
            years = last_years(int(amount.value), words, asked.published)
            return in_words_of(view, one, years)
    return None


def _counts_times(view: DocView, at: int) -> bool:
    """Match "le premier tir en trois ans", which was on one day."""
    begin, _ = view.sentence(at)
    return not FIRST_TIME.isdisjoint(view.words[begin:at])


WAYS: tuple[Callable[[_Asked], Timex | None], ...] = (
    _since_and_until,
    _from_begin_to_end,
    _until_told_next,
    _since_what_is_dated,
    _of_the_date_named,
    _listed_since,
    _in_years,
)
"""How the words of several dates make one time; the first that answers is taken."""


def _opens(date: Timex) -> bool:
    return date.value is not None and date.value.endswith(OPEN_END)


def _closes(date: Timex) -> bool:
    return date.value is not None and date.value.startswith(OPEN_START)


def _is_of(view: DocView, at: int, verbs: frozenset[str]) -> bool:
    """Return whether a date stands right behind one of the verbs: "a débuté lundi"."""
    at, before = word_before(view, at)
    if before in ENDS_WITH and verbs is ending_verbs():
        return True  # "doit prendre fin jeudi"
    near = range(at - 1, max(view.sentence(at)[0], at - VERB_REACH) - 1, -1)
    verb = next(
        (i for i in near if view.pos[i] in {"VERB", "ADJ"} and view.entity_at[i] is None), None
    )
    if verb is None or view.words[verb] not in verbs:
        return False
    return not any(view.words[i] in {","} | STOPS | OPENERS for i in range(verb + 1, at))
