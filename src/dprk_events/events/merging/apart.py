"""Whether two talks are apart by who sits there, or as one is over and the other to come."""

from __future__ import annotations

from dprk_events.events.event import DONE, Mention
from dprk_events.events.merging.another import has_new_actor, has_other_actor
from dprk_events.events.merging.common import points_at
from dprk_events.events.merging.draft import Draft, Said
from dprk_events.syntax import VERBAL, DocView

MANY = 10
"""From this number on, those who did it are no party to the deed of one."""


def other_ranks(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject leaders for ministers. « La ministre a vu son homologue. Kim et Xi s'étaient vus »."""
    if not mention.event_type.symmetric or "persons" not in mention.event_type.told_apart_by:
        return 0.0
    mine, theirs = said.ranks, draft.said.ranks
    return None if len(mine) == 1 == len(theirs) and mine != theirs else 0.0


def done_by_another(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject what "un autre soldat" did, where somebody had done it before."""
    if mention.event_type.symmetric or not any(
        filler.role == "actor" for each in draft.mentions for filler in each.fillers
    ):
        return 0.0
    return None if has_other_actor(view, mention) else 0.0


def many_or_one(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject the many who did it for the one. « Thae est passé au Sud. 810 Nord-Coréens … »."""
    if "actor" not in mention.event_type.quantity_of or draft.said.amounts:
        return 0.0
    many = any(low >= MANY for low, _ in said.amounts)
    first = draft.mentions[0]
    one = draft.said.persons or has_new_actor(view, first) or has_other_actor(view, first)
    return None if many and one else 0.0


def over_or_to_come(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject what was done for what is to come. « Il ouvrira les pourparlers. Il a reçu … »."""
    if view.pos[mention.token] not in VERBAL or points_at(view, mention):
        return 0.0
    done = mention.modality in DONE and mention.look == "past"
    ahead = all(m.modality == "planned" and m.look == "ahead" for m in draft.mentions)
    return None if done and ahead else 0.0
