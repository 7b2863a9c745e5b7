"""Who asks for a sitting of the Security Council is no side of it: the Council sits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists

_LISTS = word_lists(__package__)
COUNCIL = ("UN",)
REACH = 8
"""Words before somebody within which it is told that he asked for it."""


@cache
def _asking() -> frozenset[str]:
    return forms_of(*_LISTS["asking_for_a_sitting"])


def without_who_asked(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Leave out who only asked for it. « Le Conseil se réunit à la demande de Tokyo »."""
    acting = [each for each in found if each.role == "actor"]
    if not event.event_type.symmetric or all(each.countries != COUNCIL for each in acting):
        return list(found)
    return [
        each
        for each in found
        if each.role != "actor" or each.countries == COUNCIL or not _asked(context, each)
    ]


def _asked(context: Context, each: Participant) -> bool:
    """Say whether "demandée par" or "à la demande de" stands before, or the verb behind."""
    view = context.view
    naming = context.naming(each.start, each.end, each.entity)
    begin, end = view.sentence(naming.first)
    near = view.words[max(begin, naming.first - REACH) : naming.first]
    behind = view.words[naming.last + 1 : min(end, naming.last + REACH) + 1]
    by = not _LISTS["by_whom"].isdisjoint(near) or not _LISTS["of_a_deed"].isdisjoint(near)
    asked = not (_asking() | _LISTS["requests"]).isdisjoint(near)
    return (by and asked) or not _asking().isdisjoint(behind)
