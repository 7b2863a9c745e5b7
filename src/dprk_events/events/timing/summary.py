"""The date of a headline's deed, which the summary below it tells: "Le tir a eu lieu mardi"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.decided import date_of_decision
from dprk_events.events.timing.first_clause import date_of_first_clause
from dprk_events.events.timing.lead import date_of_lead
from dprk_events.events.timing.lead_day import date_of_lead_day
from dprk_events.events.timing.refusals import OF_FIRST_ONE, OF_NOUN
from dprk_events.events.timing.setting import stated_dates
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

NO_NEWS = word_lists(__package__)["no_news"]
NOT_ITS = frozenset({OF_NOUN, OF_FIRST_ONE})
"""Why a date in the headline is not its deed's, which then is dated below."""
SUMMARY = 2
"""Sentences of the summary in which the same type is told again; the first for any other."""


def of_the_summary(chain: Chain, one: Timed) -> int | None:
    """See "Moscou et Pyongyang signent un pacte", and below it "ont paraphé mercredi un traité".

    The headline must be a line of its own, with no calendar date in it.
    """
    view = chain.view
    first = _body(view)
    if first is None or view.sentence_at[one.token] >= first or not one.done:
        return None
    headline = range(view.first_line.sentence, view.sentence_at[view.first_line.last] + 1)
    dates = (n for at in headline for _, n in stated_dates(view, at))
    if any(one.dating.refused.get(n) not in NOT_ITS for n in dates):
        return None  # but for "suspend l'accord de 2018", "une première depuis 2018"
    told = next((n for n in _told_again(chain, one, first) if chain.is_news(n)), None)
    if told is not None:
        return told
    news = _is_news(view, one)
    told = date_of_first_clause(chain, one, first, anew=not news)
    if told is None and news:
        told = date_of_decision(view, first, _actors(view, one))
    if told is None and news:
        told = date_of_lead(chain, one, first)
    if told is None and news:
        told = date_of_lead_day(chain, one, first)
    return told if told is not None and chain.is_news(told) else None


def _body(view: DocView) -> int | None:
    """Return the number of the first sentence below the headline; None if there is no headline."""
    line = view.first_line
    return None if view.texts[line.last] == "." else line.body


def _is_news(view: DocView, one: Timed) -> bool:
    """Return whether the headline tells the deed as its news, not as what came before."""
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
        said = other.modality == "reported"  # "avait franchi lundi la ligne, a fait savoir Séoul"
        if (said or not before) and not _of_others(view, one, other):
            yield number


def _of_others(view: DocView, one: Timed, other: Timed) -> bool:
    """Return whether two deeds are told of different actors by name."""
    mine, theirs = _actors(view, one), _actors(view, other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _actors(view: DocView, one: Timed) -> set[str]:
    named = [f.entity for f in one.raw.fills if f.role == "actor" and f.entity is not None]
    return {view.entities[n].country or view.entities[n].text for n in named}
