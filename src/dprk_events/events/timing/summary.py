"""The date of a headline's deed, which the summary below it tells: "Le tir a eu lieu mardi"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dprk_events.dates import Timex
from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.setting import STATED
from dprk_events.events.timing.verbs import reacting, telling
from dprk_events.french import auxiliary_forms, closed_class, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
NO_NEWS, POINTING, LIMIT = WORDS["no_news"], WORDS["pointing"], WORDS["limit"]
HAPPENINGS, STATEMENTS, ALREADY = WORDS["happenings"], WORDS["statements"], WORDS["first_time"]
OF = closed_class("of")
AVOIR, ETRE = auxiliary_forms("avoir"), auxiliary_forms("être")
SUMMARY = 2
"""Sentences of the summary in which the same type is told again; the first for any other."""
NEWS = dt.timedelta(days=7)
"""What happened longer before the article is not told in the summary as the news."""
GRAINS = frozenset({"day", "night", "span", None})
AUXILIARY_REACH = 4


def of_the_summary(chain: Chain, one: Timed) -> int | None:
    """See "Moscou et Pyongyang signent un pacte", and below it "ont paraphé mercredi un traité".

    The headline must be a line of its own, with no date in it.
    """
    view = chain.view
    first = _body(view)
    if first is None or view.sentence_at[one.token] >= first or not _is_news(view, one):
        return None
    if any(view.dates_in(number) for number in range(first)):
        return None
    told = next((n for n in _told_again(chain, one, first) if _is_of_news(chain, n)), None)
    if told is not None:
        return told
    told = _of_first_clause(view, one, first)
    return told if told is not None and _is_of_news(chain, told) else None


def _body(view: DocView) -> int | None:
    """Return the number of the first sentence below the headline; None if there is no headline."""
    line = view.text.find("\n")
    if line <= 0 or view.text[:line].rstrip().endswith("."):
        return None
    return next(
        (n for n, (begin, _) in enumerate(view.sentences) if view.tokens.idx[begin] > line), None
    )


def _is_news(view: DocView, one: Timed) -> bool:
    """Return whether the headline tells the deed as its news, not as what came before."""
    if not one.done:
        return False
    group = one.raw.group
    if group is not None:
        return not (group.compound and group.tense == "imperfect")
    phrase = view.phrase(one.token)
    return phrase is None or phrase.prep not in NO_NEWS


def _told_again(chain: Chain, one: Timed, first: int) -> Iterator[int]:
    """Yield the dates of mentions of the same type in the summary, nearest first."""
    view = chain.view
    last = min(first + SUMMARY, len(view.sentences)) - 1
    for other in chain.within(view.sentences[first][0], view.sentences[last][1]):
        group, number = other.raw.group, other.dating.number
        if other.raw.type != one.raw.type or not other.done or number is None:
            continue
        before = group is not None and group.compound and group.tense == "imperfect"
        if not before and not _of_others(view, one, other):
            yield number


def _of_others(view: DocView, one: Timed, other: Timed) -> bool:
    """Return whether two deeds are told of different actors by name."""
    mine, theirs = _actors(view, one), _actors(view, other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _actors(view: DocView, one: Timed) -> set[str]:
    named = [f.entity for f in one.raw.fills if f.role == "actor" and f.entity is not None]
    return {view.entities[n].country or view.entities[n].text for n in named}


def _is_of_news(chain: Chain, number: int) -> bool:
    """Return whether a date is one of the last days before the article, or a time since one."""
    date = chain.view.dates[number]
    if date.kind not in STATED or date.grain not in GRAINS:
        return False
    day = _first_day(date)
    if chain.published is None or day is None:
        return chain.published is None and date.grain in DAY
    return chain.published - NEWS <= day <= chain.published or _is_open(date)


def _is_open(date: Timex) -> bool:
    """Match a time since a day or until one."""
    return date.value is not None and ".." in date.value


def _first_day(date: Timex) -> dt.date | None:
    day = date.earliest or date.latest
    return None if day is None else dt.date.fromisoformat(day)


def _of_first_clause(view: DocView, one: Timed, first: int) -> int | None:
    """Read "Le missile s'est abîmé mercredi": who or what the headline tells of, told further."""
    begin, end = view.sentences[first]
    subject = next(view.each_phrase(begin, end), None)
    if subject is None or subject.start != begin or not _is_told_of(view, one, subject):
        return None
    verb = _verb(view, subject.last + 1, end)
    if verb is None:
        return None
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and _dates_the_verb(view, verb, at):
            return number
    return None


def _is_told_of(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "le missile", "les appareils"; "200 ballons" if the headline has balloons."""
    if subject.prep is not None or subject.pronoun:
        return False
    heads = {view.words[f.phrase.head] for f in one.raw.fills if f.phrase is not None}
    if view.words[subject.head] in heads:
        return True
    if view.words[subject.start] not in POINTING or view.nationality(subject):
        return False
    kinds = view.kinds(subject)
    if subject.entity is not None and "weapon" not in kinds:
        return False
    return view.words[subject.head] in HAPPENINGS or bool(_KINDS & kinds)


_KINDS = frozenset({"weapon", "aircraft", "force", "people", "soldier", "person"})
"""What "le …" in a summary may mean of the headline."""


def _verb(view: DocView, first: int, last: int) -> int | None:
    """Return the verb of the clause that begins the summary, told as done; None for any other."""
    for i in range(first, last + 1):
        if view.pos[i] != "VERB" or view.entity_at[i] is not None:
            continue
        before = view.words[max(first, i - AUXILIARY_REACH) : i]
        tenses = [AVOIR.get(w) or ETRE.get(w) for w in before]
        told = any(tense in {"present", "conditional"} for tense in tenses)
        if told:
            spoken = view.words[i] in reacting() or view.words[i] in telling()
            return None if spoken else i
        if view.is_finite(view.tokens[i]):
            return None
    return None


def _dates_the_verb(view: DocView, verb: int, date: int) -> bool:
    """Return whether no noun with a day of its own stands before a date: "l'essai de mardi"."""
    _, word = word_before(view, date)
    if word in OF or word in LIMIT:
        return False
    behind = next(view.each_phrase(date + 1, view.sentence(date)[1]), None)
    last = date if behind is None else behind.last
    return not any(
        view.words[i] in STATEMENTS or view.words[i] in ALREADY for i in range(verb, last + 1)
    )
