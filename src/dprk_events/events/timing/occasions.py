"""Dates that an event shares with the occasion on which it happened: "lors d'un contrôle"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.heads import is_apart
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
OCCASION, FIRST_TIME = WORDS["occasion"], WORDS["first_time"]
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
GATHERINGS, FOR, OF = WORDS["gatherings"], WORDS["for"], closed_class("of")
OCCASION_ON, DATE_GAP, GATHERING_GAP = 4, 2, 3
"""Sentences after an occasion in which it may be dated, and words from it to its date."""


def of_its_occasion(chain: Chain, one: Timed) -> int | None:
    """See "sont convenus d'une trêve lors du sommet de 2018": deed and occasion are one time."""
    view = chain.view
    begin, end = view.sentence(one.token)
    for other in chain.within(begin, end):
        if other is one or other.dating.number is None or other.modality != one.modality:
            continue
        first, second = (one, other) if one.token < other.token else (other, one)
        if first.raw.group is not None and _is_occasion_of(view, first.token, second.token):
            return other.dating.number
        if second.raw.group is not None and _opens_as_occasion(view, first.token, second):
            return other.dating.number
    return None


def of_what_it_is_for(chain: Chain, one: Timed) -> int | None:
    """See "attendu à Moscou pour le défilé du 9 mai": who travels is there on that day."""
    view = chain.view
    if not any(fill.role == "destination" for fill in one.raw.fills):
        return None
    _, end = view.sentence(one.token)
    for phrase in view.each_phrase(one.token + 1, end):
        if phrase.prep not in FOR or view.words[phrase.head] not in GATHERINGS:
            continue
        between = range(one.token + 1, phrase.start)
        if any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between):
            return None
        for at, number in view.dates_in(view.sentence_at[one.token]):
            near = 0 < at - phrase.head <= GATHERING_GAP
            if near and not OF.isdisjoint(view.words[phrase.head + 1 : at]):
                return number if view.dates[number].grain in DAY else None
    return None


def of_its_occasion_dated_elsewhere(chain: Chain, one: Timed) -> int | None:
    """See "tué lors d'un contrôle en mer. … un contrôle en mer samedi": the same occasion."""
    view = chain.view
    _, end = view.sentence(one.token)
    occasion = next((p for p in view.each_phrase(one.token + 1, end) if p.prep in OCCASION), None)
    if occasion is None or not one.done or one.dating.refused:
        return None
    here, named = view.sentence_at[one.token], _words(view, occasion.head, end)
    for number in range(here + 1, min(here + OCCASION_ON, len(view.sentences) - 1) + 1):
        first, last = view.sentences[number]
        for phrase in view.each_phrase(first, last):
            if _words(view, phrase.head, last) == named:
                for at, date in view.dates_in(number):
                    if phrase.last < at <= phrase.last + DATE_GAP:
                        return date if view.dates[date].grain in DAY else None
    return None


def _is_occasion_of(view: DocView, deed: int, occasion: int) -> bool:
    """Match "a signé un accord lors d'un sommet"; not "vu trois fois, la première lors de …"."""
    phrase = view.phrase(occasion)
    if phrase is None or phrase.prep not in OCCASION:
        return False
    return not any(
        view.words[i] in STOPS or view.words[i] in FIRST_TIME or view.is_finite(view.tokens[i])
        for i in range(deed + 1, phrase.start)
    )


def _opens_as_occasion(view: DocView, occasion: int, deed: Timed) -> bool:
    """Match "Lors d'un voyage en Russie, Kim s'était entretenu": the occasion opens the clause."""
    phrase = view.phrase(occasion)
    if phrase is None or phrase.prep not in OCCASION or is_apart(view, deed.token):
        return False
    return not any(
        view.words[i] in STOPS or view.words[i] in FIRST_TIME or view.is_finite(view.tokens[i])
        for i in range(occasion + 1, deed.raw.group.first if deed.raw.group else deed.token)
    )


def _words(view: DocView, head: int, last: int) -> tuple[str, ...]:
    """Return a noun and what directly describes it: "contrôle maritime"."""
    after = head + 1
    while after <= last and view.pos[after] == "ADJ":
        after += 1
    return tuple(view.words[head:after])
