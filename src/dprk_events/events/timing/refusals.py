"""Decide why a date near a mention is not its own; checks run in the order of the list."""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.events.timing.cost import FAR, OPENING, least_cost
from dprk_events.events.timing.of_clauses import (
    is_before_the_fact,
    is_of_earlier_clause,
    is_of_later_clause,
    is_of_later_deed,
    is_of_main_clause,
    is_of_participle,
    is_of_relative_aside,
    is_of_verb_before,
    is_outside_aside,
)
from dprk_events.events.timing.of_described import is_of_described
from dprk_events.events.timing.of_nouns import (
    is_bound_before,
    is_in_brackets,
    is_limit,
    is_no_calendar_date,
    is_of_dateline,
    is_of_first_one,
    is_of_noun,
    is_of_those,
)
from dprk_events.events.timing.of_rivals import (
    is_behind_stop,
    is_beyond_expectation,
    is_of_apposition,
    is_of_calling_off,
    is_of_comparison,
    is_of_enumerated,
    is_of_feast,
    is_of_noun_before,
    is_of_other_subject,
    is_of_way_there,
    is_of_what_follows,
)
from dprk_events.events.timing.of_statements import (
    is_means,
    is_of_reaction,
    is_of_saying,
    is_of_showing,
    is_of_statement,
    is_of_what_tells_of_it,
)
from dprk_events.events.timing.of_things import is_of_the_thing
from dprk_events.events.timing.of_verbs_above import (
    is_of_governor,
    is_of_plan_made,
    is_of_preparing,
    is_of_verb_above,
)
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.french import closed_class
from dprk_events.syntax import DocView

HARD_STOPS, CLAUSE_OPENERS = closed_class("hard_stops"), closed_class("clause_openers")
NEAR_CHAIN, FAR_CHAIN = 9, 15
"""How much nearer another trigger may be: across a verb, and within a chain of noun phrases."""

Predicate = Callable[[DocView, Setting, NearDate], bool]


def is_far(_view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse a date behind too many words, verbs and clauses."""
    return date.cost is None or date.cost > FAR


def is_nearer_to_another(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mars" for "visite" in "la visite et le tir de mars": another trigger is nearer."""
    if _by_means(view, setting.token, date.at):
        return False  # "a clos jeudi le congrès par une parade"
    nearest = least_cost(view, setting.rivals, date.at, setting.rivals)
    if nearest is None or date.cost is None:
        return False
    margin = FAR_CHAIN if _one_chain(view, setting.token, date.at) else NEAR_CHAIN
    return nearest + margin < date.cost


def _by_means(view: DocView, token: int, date: int) -> bool:
    """Match an event by which its clause's deed is done, behind the date of the clause."""
    if date > token or not is_means(view, token):
        return False
    if date <= view.sentence(token)[0] + OPENING:  # "En mai, il a salué ceci par un tir"
        return CLAUSE_OPENERS.isdisjoint(view.words[date:token])
    return not opens_clause(view, date, token)


TOO_FAR, NEARER = "it is too far away", "it dates another event, which is nearer"
OF_GOVERNOR = "it dates the verb that governs the event"
OF_VERB_ABOVE = "it dates the verb above the infinitive"
OF_MAIN_CLAUSE = "it dates the main clause"
OF_SAYING = "it dates what is said about the event"
OF_REACTION = "it dates a reaction to the event"
OF_PLAN, LIMIT = "it dates the plan or threat before it", "it is a limit"
OF_WAY_THERE = "it dates the way there"
OF_LATER_CLAUSE = "it dates another clause"
BEFORE_THE_FACT = "it dates what came before or after the event"
OF_NOUN = "it dates the noun before it"
OF_FIRST_ONE = "it dates the one before this"
OF_DESCRIBED = "it dates what a participle describes"
OF_VERB_BEFORE, OF_SHOWING = "it dates the verb before it", "it dates the showing of the event"
REFUSALS: tuple[tuple[str, Predicate], ...] = (
    ("it does not say when", is_no_calendar_date),
    (TOO_FAR, is_far),
    ("it dates the report", is_of_dateline),
    (OF_GOVERNOR, is_of_governor),
    (OF_VERB_ABOVE, is_of_verb_above),
    (OF_PLAN, is_of_plan_made),
    ("it dates the preparation", is_of_preparing),
    (OF_SAYING, is_of_saying),
    (BEFORE_THE_FACT, is_before_the_fact),
    (OF_REACTION, is_of_reaction),
    ("it dates a statement", is_of_statement),
    ("it dates the participle before it", is_of_participle),
    (OF_DESCRIBED, is_of_described),
    ("it dates the deed by which a thing is told", is_of_the_thing),
    (OF_MAIN_CLAUSE, is_of_main_clause),
    ("it dates an aside", is_of_relative_aside),
    ("it dates the clause before", is_of_earlier_clause),
    (OF_LATER_CLAUSE, is_of_later_clause),
    ("it is outside the aside that tells of the event", is_outside_aside),
    ("it dates what came later or earlier", is_of_later_deed),
    (OF_VERB_BEFORE, is_of_verb_before),
    ("it dates its putting off", is_of_calling_off),
    ("it dates another thing in a list", is_of_enumerated),
    ("it dates the event named before this", is_of_noun_before),
    ("it dates what the expected one did", is_beyond_expectation),
    ("it dates what an apposition describes", is_of_apposition),
    ("it dates what somebody else did", is_of_other_subject),
    ("it is behind a stop, with a clause of its own", is_behind_stop),
    ("it dates what the number is compared with", is_of_comparison),
    (OF_WAY_THERE, is_of_way_there),
    ("it dates a feast for the event", is_of_feast),
    ("it dates what follows or precedes the event", is_of_what_follows),
    (OF_FIRST_ONE, is_of_first_one),
    (OF_SHOWING, is_of_showing),
    ("it dates what tells of the event", is_of_what_tells_of_it),
    (LIMIT, is_limit),
    ("it comes after that day", is_bound_before),
    (OF_NOUN, is_of_noun),
    ("it dates the name before the bracket", is_in_brackets),
    ("it dates others of the kind", is_of_those),
    (NEARER, is_nearer_to_another),
)
"""The reason reported for a refused date, and its check; the first that applies is reported."""


def _one_chain(view: DocView, token: int, date: int) -> bool:
    """Return whether no finite verb intervenes: "sa rencontre avec X au cours de sa visite"."""
    low, high = sorted((token, date))
    return not any(
        view.is_finite(view.tokens[i]) or view.words[i] in HARD_STOPS for i in range(low + 1, high)
    )
