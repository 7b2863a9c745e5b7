"""Dates that an event shares with its neighbours in the same chain of telling.

An event that no date of its sentence is the own date of is asked about by the strategies in turn;
the first that answers gives it the date of a neighbour, because the words say that both are one
time. What is only near has no date of this.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from dprk_events.events.timing.ahead import lies_ahead, without_future
from dprk_events.events.timing.answers import of_what_it_answers, of_what_kept_them_off
from dprk_events.events.timing.backdrop import of_the_time_it_was_claimed_in, of_the_time_told_of
from dprk_events.events.timing.causes import (
    of_the_harm_it_did,
    of_what_brought_it_about,
    of_what_set_it_off,
)
from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.feasts import of_the_feast, of_the_feast_it_is_part_of
from dprk_events.events.timing.find import Dating
from dprk_events.events.timing.framed import of_what_it_frames
from dprk_events.events.timing.gathered import (
    of_the_meeting_it_was_made_at,
    of_the_occasion_just_told,
)
from dprk_events.events.timing.goes_on import of_the_incident_it_goes_on_from
from dprk_events.events.timing.headings import headings_of, of_its_heading
from dprk_events.events.timing.heads import of_the_head_of_its_sentence
from dprk_events.events.timing.joined import (
    of_the_clause_before,
    of_the_clause_it_goes_on_from,
    of_the_meeting_before,
    of_the_verb_before,
    of_the_verb_beside_it,
    of_the_verb_it_is_the_means_of,
)
from dprk_events.events.timing.meanwhile import of_what_went_on_meanwhile
from dprk_events.events.timing.occasions import (
    of_its_occasion,
    of_its_occasion_dated_elsewhere,
    of_what_it_is_for,
)
from dprk_events.events.timing.predicates import of_the_predicate_before
from dprk_events.events.timing.purposes import of_what_came_at_its_end, of_what_it_was_done_for
from dprk_events.events.timing.same_day import of_the_same_day
from dprk_events.events.timing.scenes import (
    of_the_day_that_opens_its_paragraph,
    of_the_gathering_that_opens_its_sentence,
    of_the_scene_set,
    of_the_talks_it_came_of,
    of_what_had_just_been,
    of_what_it_is_called_now,
    of_what_was_said_at_once,
)
from dprk_events.events.timing.setting import STATED
from dprk_events.events.timing.steps import (
    of_the_next_step,
    of_the_place_gone_to,
    of_the_visit_there,
    of_the_way_before,
    of_what_came_just_before,
)
from dprk_events.events.timing.summary import of_the_summary
from dprk_events.events.timing.taken_up import of_what_is_taken_up
from dprk_events.events.timing.told_again import of_the_telling_again, of_the_telling_further
from dprk_events.events.timing.where_said import of_what_was_said_there
from dprk_events.syntax import DocView

Strategy = Callable[[Chain, Timed], int | None]

STRATEGIES: tuple[tuple[str, Strategy], ...] = (
    ("it has one auxiliary with the verb before", of_the_verb_before),
    ("it is told of the subject of the verb before", of_the_predicate_before),
    ("it is told beside the headline's verb", of_the_verb_beside_it),
    ("it goes on from the clause before", of_the_clause_it_goes_on_from),
    ("it is one story with the clause before", of_the_clause_before),
    ("it is by what the verb before was done", of_the_verb_it_is_the_means_of),
    ("it is one time with its occasion", of_its_occasion),
    ("it is where something was said that day", of_what_was_said_there),
    ("it is for a gathering that is dated", of_what_it_is_for),
    ("a movement that is dated was for it", of_what_it_was_done_for),
    ("something came at its end that day", of_what_came_at_its_end),
    ("something was done at it that day", of_what_it_frames),
    ("it is held for a feast just told", of_the_feast),
    ("it is part of the feast just told", of_the_feast_it_is_part_of),
    ("it happened on the visit just told", of_the_visit_there),
    ("it happened where somebody had just gone", of_the_place_gone_to),
    ("it happened on the occasion just told", of_the_occasion_just_told),
    (
        "it was done at the gathering that opens its sentence",
        of_the_gathering_that_opens_its_sentence,
    ),
    ("it was made at the meeting just told", of_the_meeting_it_was_made_at),
    ("it came of the talks just told", of_the_talks_it_came_of),
    ("it is said of what is just told", of_what_it_is_called_now),
    ("it comes next in the chain of telling", of_what_came_just_before),
    ("it was done at once", of_what_was_said_at_once),
    ("it had just been when something happened", of_what_had_just_been),
    ("it is the news of the scene just set", of_the_scene_set),
    ("it is told of the day that opens its paragraph", of_the_day_that_opens_its_paragraph),
    ("it is told of the time just named", of_the_time_told_of),
    ("it was claimed in that time", of_the_time_it_was_claimed_in),
    ("it happened on the day just told", of_the_same_day),
    ("it is the next step of what is told", of_the_next_step),
    ("it was on the way of what is told", of_the_way_before),
    ("its occasion is dated elsewhere", of_its_occasion_dated_elsewhere),
    ("it is told again, with its time", of_the_telling_again),
    ("it is told further, with a day", of_the_telling_further),
    ("it was set off by what is told before it", of_what_set_it_off),
    ("it came of what is told beside it", of_what_brought_it_about),
    ("it did the harm that is told before it", of_the_harm_it_did),
    ("it is of the incident just told", of_the_incident_it_goes_on_from),
    ("it came of what is named again", of_what_is_taken_up),
    ("it answers what is told before", of_what_it_answers),
    ("it kept them off, or they were kept off", of_what_kept_them_off),
    ("the head of its sentence says when", of_the_head_of_its_sentence),
    ("it came of the meeting that opens its sentence", of_the_meeting_before),
    ("it is what went on meanwhile", of_what_went_on_meanwhile),
    ("its entry of a chronicle is dated", of_its_heading),
    ("it is the news, and the summary says when", of_the_summary),
)
"""Why a date is shared, and the strategy that finds it; the first that answers is taken."""


def share_dates(
    view: DocView, timed: Sequence[Timed], published: dt.date | None = None
) -> list[Dating]:
    """Return how each mention has its date, with those that it shares with a neighbour.

    Args:
        view: The document.
        timed: Its mentions, in text order, dated each by itself.
        published: The reference date, None where it is not known.

    """
    timed = [without_future(view, each, published) for each in timed]
    tokens, headings = [each.token for each in timed], headings_of(view)
    # Twice: "la fuite déclencha une fusillade, qui fit des morts" goes on from a date just shared.
    for _ in range(2):
        chain = Chain(view, timed, tokens, published, headings)
        shared = {
            n: _shared(chain, each) for n, each in enumerate(timed) if each.dating.number is None
        }
        if all(dating.number is None for dating in shared.values()):
            break
        timed = [each._replace(dating=shared.get(n, each.dating)) for n, each in enumerate(timed)]
    return [each.dating for each in timed]


def _shared(chain: Chain, one: Timed) -> Dating:
    for why, strategy in STRATEGIES:
        number = strategy(chain, one)
        if number is not None and _may_be(chain, one, number):
            return _sharing(one.dating, number, why)
    return one.dating


def _may_be(chain: Chain, one: Timed, number: int) -> bool:
    """Return whether a date says when, and does not lie ahead of a deed told as done."""
    date = chain.view.dates[number]
    if date.kind not in STATED:
        return False
    if chain.published is None or date.earliest is None or not one.done:
        return True
    return not lies_ahead(chain.view, number, chain.published)


def _sharing(dating: Dating, number: int, why: str) -> Dating:
    """Return the dating with a date that it shares, which is then no refused one."""
    refused = {at: reason for at, reason in dating.refused.items() if at != number}
    return dating._replace(number=number, refused=refused, shared=why)
