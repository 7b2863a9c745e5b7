"""The day of a clause that tells what went on meanwhile: "pendant que Kim recevait Lavrov"."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.refusals import (
    NEARER,
    OF_GOVERNOR,
    OF_LATER_CLAUSE,
    OF_MAIN_CLAUSE,
    OF_SHOWING,
    OF_VERB_BEFORE,
    TOO_FAR,
)
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.verbs import is_plain_verb, just_done
from dprk_events.french import auxiliary_forms, closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
WHILE, THEN = WORDS["while"], WORDS["while_behind"]
BEEN, SINCE, OF = WORDS["been"], WORDS["since"], closed_class("of")
AVOIR = auxiliary_forms("avoir")
COMMA, STOPS = ",", closed_class("hard_stops")
OPENERS = closed_class("clause_openers")
HOLDING = frozenset(
    {TOO_FAR, NEARER, OF_VERB_BEFORE, OF_GOVERNOR, OF_MAIN_CLAUSE, OF_LATER_CLAUSE, OF_SHOWING}
)
"""Why a date was refused that may hold for the other clause too."""


class _Clause(NamedTuple):
    """The clause that "pendant que" opens: its first and last token."""

    first: int
    last: int

    def holds(self, token: int) -> bool:
        return self.first <= token <= self.last


def of_what_went_on_meanwhile(chain: Chain, one: Timed) -> int | None:
    """See "a tiré mardi un missile pendant que Lavrov visitait Séoul": both were on Tuesday.

    So too "Alors que Séoul entamait lundi ses manœuvres, le Nord a tiré". What goes on is in the
    imperfect; "alors que Séoul avait protesté mardi" is of an earlier day.
    """
    view = chain.view
    begin, end = view.sentence(one.token)
    clause = _clause(view, begin, end)
    if clause is None or not one.done or not _goes_on(view, clause):
        return None
    inside = clause.holds(one.token)
    if not inside and not _is_told(view, one, clause, begin):
        return None
    here = view.sentence_at[one.token]
    found = stated_dates(view, here)
    if not found and inside and chain.goes_on(here):
        return chain.day_of(here - 1)  # "… a tiré mardi. Des habitants ont fui pendant que"
    if len(found) != 1:
        return None
    at, number = found[0]
    why = one.dating.refused.get(number, TOO_FAR)
    if clause.holds(at) is inside or why not in HOLDING or word_before(view, at)[1] in OF:
        return None
    return number if view.dates[number].grain in DAY else None


def _clause(view: DocView, begin: int, end: int) -> _Clause | None:
    """Return the clause of "alors que", "au moment où"; the first of a sentence."""
    for i in range(begin, end):
        if view.words[i] in WHILE and view.words[i + 1] in THEN:
            return _Clause(i, _end_of(view, i + 2, end) if i <= begin + 1 else end)
    return None


def _end_of(view: DocView, first: int, end: int) -> int:
    """Return where a clause ends that opens its sentence: at the comma behind its verb."""
    verb = next((i for i in range(first, end) if view.is_finite(view.tokens[i])), end)
    return next((i for i in range(verb, end) if view.words[i] == COMMA), end)


def _goes_on(view: DocView, clause: _Clause) -> bool:
    """Match "visitait", "était reçu"; not "avait visité", "visite", "visitait depuis lundi"."""
    if not SINCE.isdisjoint(view.words[clause.first : clause.last + 1]):
        return False
    for i in range(clause.first, clause.last + 1):
        if view.pos[i] not in VERBAL or not view.is_finite(view.tokens[i]):
            continue
        if view.tokens[i].morph.get("Tense", []) != ["Imp"]:
            return False
        if view.words[i] in just_done() and view.words[i + 1] in OF:
            return False  # "venaient de terminer"
        had = view.words[i] in AVOIR and view.pos[i] == "AUX"
        return not had and BEEN.isdisjoint(view.words[i + 1 : i + 3])
    return False


def _is_told(view: DocView, one: Timed, clause: _Clause, begin: int) -> bool:
    """Return whether a deed of the main clause is told by its verb, in a past tense."""
    first = clause.last + 1 if clause.first <= begin + 1 else begin
    group = one.raw.group or one.raw.positions.light
    if group is not None and group.tense in {"infinitive", "imperfect"} and group.compound:
        return False
    told = one.token if group is None else group.verb
    between = range(first, min(told, one.token))
    openers = any(view.words[i] in OPENERS or view.words[i] in STOPS for i in between)
    return not openers and (group is not None or any(is_plain_verb(view, i) for i in between))
