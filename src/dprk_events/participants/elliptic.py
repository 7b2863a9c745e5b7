"""Who did it to the others as well: "un marin a été tué par le Nord, et huit autres blessés".

The second participle has no auxiliary of its own and shares that of the first, with its "par".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, looks_like_participle, word_lists

_LISTS = word_lists(__package__)
AND = _LISTS["and"]
STOPS = closed_class("hard_stops")
REACH = 8
"""Words before a participle within which "et" stands."""


def elliptic(context: Context, event: Event, others: Iterator[Event]) -> list[Participant]:
    """Return who acts in the deed of the same type to which a bare participle is joined.

    ``others`` are the events of the type told in the sentence of ``event``.
    """
    view = context.view
    mention = event.mentions[0]
    joint = _joint(context, mention)
    if joint is None:
        return []
    for other in others:
        if other is event:
            continue
        told = [m for m in other.mentions if view.sentence_at[m.token] == view.sentence_at[joint]]
        passive = [
            m for m in told if m.token < joint and looks_like_participle(view.words[m.token])
        ]
        for each in passive:
            namings = {(f.start, f.end) for f in each.fillers if f.role == "actor"}
            doers = [
                replace(p, strategy="same breath", granted=True)
                for p in other.participants
                if p.role == "actor" and not namings.isdisjoint(p.spans)
            ]
            if doers:
                return doers
    return []


def _joint(context: Context, mention: Mention) -> int | None:
    """Return the "et" before a bare participle, with no verb between."""
    view = context.view
    if not looks_like_participle(view.words[mention.token]):
        return None
    begin, _ = view.sentence(mention.token)
    for i in range(mention.token - 1, max(begin, mention.token - REACH) - 1, -1):
        if view.words[i] in AND:
            return i
        if view.is_verbal(i) or view.words[i] in STOPS:
            return None
    return None
