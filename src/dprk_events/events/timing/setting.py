"""Describe a mention for the search for its date, and the dates near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Governor, Scope, is_cue
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.cost import FAR, least_cost
from dprk_events.events.timing.verbs import dating_from
from dprk_events.syntax import DocView

STATED = frozenset({"date", "span"})
"""Kinds of dates that say when something happened; a duration does not."""


def stated_dates(view: DocView, sentence: int) -> list[tuple[int, int]]:
    """Return the dates of a sentence that say when something happened: first token and number."""
    return [each for each in view.dates_in(sentence) if view.dates[each[1]].kind in STATED]


class NearDate(NamedTuple):
    """A date ``number`` of the document, its first token, and how far it is from the mention."""

    at: int
    number: int
    cost: float | None
    """From :func:`least_cost`; None also for a date that does not say when."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A mention, and the other words in its sentence that dates may belong to."""

    mention: RawMention
    token: int
    """The trigger's first token."""
    begin: int
    """The first token of the sentence."""
    own: Collection[int]
    """Trigger, verb and light verb: a date near any of them is near the mention."""
    above: Sequence[int]
    """Governing verbs that say, plan or wish."""
    sayings: Sequence[Scope]
    rivals: Collection[int]
    """Triggers of other mentions."""


def setting_of(
    view: DocView,
    mention: RawMention,
    triggers: Mapping[int, bool],
    sayings: Sequence[Scope],
    governing: Sequence[Governor],
) -> Setting:
    """Build the setting of a mention; arguments as for ``date_of``."""
    token = mention.candidate.first
    own = {token, *(g.verb for g in (mention.group, mention.positions.light) if g is not None)}
    happens = view.tokens[token].head
    subject = view.tokens[token].dep_.startswith("nsubj") and happens.i > token
    if subject and view.words[happens.i] in takes_place_forms() | dating_from():
        own.add(happens.i)  # "des tirs, dont Séoul a fait état, ont eu lieu en mai"
    return Setting(
        mention=mention,
        token=token,
        begin=view.sentence(token)[0],
        own=own,
        above=[
            governor.token
            for governor in governing
            if governor.how in {"verb", "object"} and is_cue(view.words[governor.token])
        ],
        sayings=sayings,
        # A consequence has the date of its strike or clash: deaths do not compete with it.
        rivals={
            at
            for at, consequence in triggers.items()
            if at not in own and consequence == mention.event_type.consequence
        },
    )


def dates_near(
    view: DocView, setting: Setting, dates: Sequence[tuple[int, int]]
) -> Iterator[NearDate]:
    """Yield the sentence's dates that may be near enough, given as first token and number."""
    # A date that costs more than FAR is not taken, and the distance in words is the least it costs.
    first = bisect_left(dates, (min(setting.own) - FAR,))
    last = bisect_left(dates, (max(setting.own) + FAR + 1,))
    for at, number in dates[first:last]:
        says_when = view.dates[number].kind in STATED
        cost = least_cost(view, setting.own, at, setting.rivals) if says_when else None
        yield NearDate(at, number, cost)
