"""Whether a mention tells of one deed and an event of several, or the other way round."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.common import points_at
from dprk_events.events.merging.draft import Draft, Said
from dprk_events.french import closed_class
from dprk_events.syntax import VERBAL, DocView

OF_KIND = closed_class("of")
SEVERAL = 2
"""Weapons of one deed from which on it may be told in the plural as well."""
THESE = -0.5
"""Points where "ces essais" would point at one: rather several that were told just before."""


def number(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Keep a series ("les essais") apart from a single event ("un essai le 3 mars")."""
    mine, theirs = said.plurals, draft.said.plurals
    if not mine or not theirs or not mine.isdisjoint(theirs):
        return 0.0
    if _of_several_weapons(view, draft) or _is_of_kind(view, mention, draft):
        return 0.0  # "trois missiles … ces tirs … l'essai"
    return THESE if points_at(view, mention) else None


def _of_several_weapons(view: DocView, draft: Draft) -> bool:
    """Return whether it is one shot of several weapons, which a verb tells first."""
    first = draft.mentions[0]
    counts = (f for f in first.fillers if f.role == "quantity" and f.counts != "trigger")
    fired = "weapon" in first.event_type.told_apart_by
    return (
        fired
        and view.pos[first.token] in VERBAL
        and any((f.low or f.value or 0) >= SEVERAL for f in counts)
    )


def _is_of_kind(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "les tirs d'essai": the second noun only says of which kind the first is."""
    last = draft.mentions[-1].token
    return last == mention.token - 2 and view.words[last + 1] in OF_KIND
