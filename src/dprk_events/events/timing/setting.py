"""A mention as its date is looked for, and the dates that stand near it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Governor, Scope, is_cue
from dprk_events.events.syntax import DocView
from dprk_events.events.timing.cost import FAR, least_cost

STATED = frozenset({"date", "span"})
"""Kinds of dates that say when; a duration does not."""


class NearDate(NamedTuple):
    """A date ``number`` of the document, its first token, and how far it is from the mention."""

    at: int
    number: int
    cost: float | None
    """As :func:`least_cost` gives it; None also for what does not say when."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A mention, and what else in its sentence may have the dates."""

    mention: RawMention
    token: int
    """The trigger's first token."""
    begin: int
    """The first token of the sentence."""
    own: Collection[int]
    """Trigger, verb and light verb: what is near to any of them is near to the mention."""
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
    """See a mention as its date is looked for; arguments as of ``date_of``."""
    token = mention.candidate.first
    own = {token, *(g.verb for g in (mention.group, mention.positions.light) if g is not None)}
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
        # What a strike or clash brings about has its date: the dead do not compete with it.
        rivals={
            at
            for at, consequence in triggers.items()
            if at not in own and consequence == mention.event_type.consequence
        },
    )


def dates_near(
    view: DocView, setting: Setting, dates: Sequence[tuple[int, int]]
) -> Iterator[NearDate]:
    """Give those that may be near enough of the sentence's dates: first token and number."""
    # What costs more than FAR is not taken, and the words between are the least that it costs.
    first = bisect_left(dates, (min(setting.own) - FAR,))
    last = bisect_left(dates, (max(setting.own) + FAR + 1,))
    for at, number in dates[first:last]:
        says_when = view.dates[number].kind in STATED
        cost = least_cost(view, setting.own, at, setting.rivals) if says_when else None
        yield NearDate(at, number, cost)
