"""Dates that a deed shares with the first of its subject's predicates: "a visité mardi … et a"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.heads import is_apart, told_by
from dprk_events.events.timing.places import WITHIN_GROUP, word_before
from dprk_events.events.timing.refusals import (
    NEARER,
    OF_DESCRIBED,
    OF_GOVERNOR,
    OF_REACTION,
    OF_SAYING,
    OF_SHOWING,
    OF_VERB_BEFORE,
    TOO_FAR,
)
from dprk_events.events.timing.verbs import telling, verb_before
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
JOINING = WORDS["joining"] | WORDS["but"]
OF = closed_class("of")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
NIGHT, COMMA = frozenset({"night"}), ","
HOLDING = frozenset(
    {
        NEARER,
        OF_DESCRIBED,
        OF_GOVERNOR,
        OF_REACTION,
        OF_SAYING,
        OF_SHOWING,
        OF_VERB_BEFORE,
        TOO_FAR,
    }
)
"""Why the date of the first predicate was refused, though it holds for the next."""
TOLD = frozenset({"asserted", "reported", "negated"})
AUXILIARY_REACH = 3
"""Words from a participle back to its auxiliary: "s'est longuement entretenu"."""


def of_the_predicate_before(chain: Chain, one: Timed) -> int | None:
    """See "Kim a inauguré mardi un hôpital et a assisté à un tir": one subject, one day.

    Whatever the first verb tells, if it is not what somebody says; "et assisté" has its auxiliary.
    """
    view = chain.view
    begin, _ = view.sentence(one.token)
    verb = told_by(chain, one, begin) if one.modality in TOLD else None
    if verb is None:
        return None
    start, auxiliary = _opens(view, verb, begin)
    if start <= begin or view.words[start - 1] not in JOINING:
        return None
    shares = view.tokens[verb].is_participle and view.words[start - 1] != COMMA
    if auxiliary is None and not shares:
        return None
    for at, number in reversed(view.dates_in(view.sentence_at[one.token])):
        if at < start and _holds(view, one, number) and _told_first(view, at, start, auxiliary):
            return number
    return None


def _opens(view: DocView, verb: int, begin: int) -> tuple[int, str | None]:
    """Return where a predicate begins, and the tense of its auxiliary; None where it has none."""
    start, tense = verb, None
    while start > begin and _in_group(view, start - 1):
        start -= 1
        tense = auxiliary_tense(view.words[start]) or tense
    return start, tense


def _holds(view: DocView, one: Timed, number: int) -> bool:
    """Return whether a date is a day that was refused as that of the verb before."""
    date = view.dates[number]
    return date.grain in DAY | NIGHT and one.dating.refused.get(number) in HOLDING


def _told_first(view: DocView, date: int, start: int, auxiliary: str | None) -> bool:
    """Return whether a date stands with a verb in the same tense, in the predicate before."""
    begin, _ = view.sentence(date)
    first = verb_before(view, date, begin, STOPS)
    if first is None or word_before(view, date)[1] in OF:
        return False
    if view.words[start - 1] == COMMA and is_apart(view, first):
        return False  # "Kim, qui a inauguré mardi un hôpital, a assisté à un tir"
    before = range(max(begin, first - AUXILIARY_REACH), first)
    tenses = {auxiliary_tense(view.words[i]) for i in before} - {None}
    if not tenses or (auxiliary is not None and auxiliary not in tenses):
        return False
    if "infinitive" in tenses or (auxiliary is None and view.words[first] in telling()):
        return False  # "a dit mardi avoir tiré un missile et envoyé"
    return not any(_parts(view, i) for i in range(date, start))


def _parts(view: DocView, i: int) -> bool:
    """Match what opens another clause; not the auxiliary of a predicate between the two."""
    if view.words[i] in STOPS:
        return True
    if not view.is_finite(view.tokens[i]) or view.date_at[i] is not None:
        return False
    before = i - 1
    while _in_group(view, before):
        before -= 1
    return view.words[before] not in JOINING


def _in_group(view: DocView, i: int) -> bool:
    """Return whether a token stands before a verb in its group; "puis" is taken for an adverb."""
    return view.pos[i] in WITHIN_GROUP and view.words[i] not in JOINING | STOPS
