"""A draft → the event: what its mentions say together."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.building.in_general import of_one
from dprk_events.events.coding import DprkScope, codes_of
from dprk_events.events.confidence import confidence
from dprk_events.events.event import DONE, Event, Filler, Mention
from dprk_events.events.merging import (
    Draft,
    are_only_announced,
    is_called_off,
    is_told_as_ahead,
    is_told_as_claimed,
    is_told_as_denied,
)
from dprk_events.events.rules import RuleSet
from dprk_events.events.timing import finest
from dprk_events.french import key
from dprk_events.names import MODALITIES, Modality
from dprk_events.syntax import VERBAL, DocView


def build_event(view: DocView, draft: Draft, scope: DprkScope, rules: RuleSet) -> Event:
    """Build the event of a draft: strongest modality, finest date, all roles."""
    mentions = tuple(draft.mentions)
    modality = _modality(view, mentions)
    roles = _roles(mentions)
    of_rule = {m.rule: rules.by_id[m.rule].spec.confidence for m in mentions}
    return Event(
        type=draft.type,
        dprk=scope.holds(mentions, roles),
        modality=modality,
        mention_confidence=confidence(mentions, roles, of_rule),
        mentions=mentions,
        roles=tuple(roles),
        date=finest(view, (m.date for m in mentions if m.date is not None)),
        codes=codes_of(view, mentions[0].event_type.codes, modality, roles),
    )


def _modality(view: DocView, mentions: Sequence[Mention]) -> Modality:
    """Return the strongest modality; a plan, where the rest is only announced as a noun.

    "Moscou annonce l'arrivée de démineurs. Ils partiront en juin": the verb says which it is, and
    so it does below a first line in the present.
    """
    strongest = min((m.modality for m in of_one(view, mentions)), key=MODALITIES.index)
    planned = any(m.modality == "planned" and view.pos[m.token] in VERBAL for m in mentions)
    done = [m for m in mentions if m.modality in DONE]
    if planned and are_only_announced(view, done):
        return "planned"
    if is_told_as_denied(view, mentions) or is_called_off(view, mentions):
        return "negated"
    if is_told_as_ahead(view, mentions):
        return "planned"
    return "reported" if is_told_as_claimed(view, mentions) else strongest


def _roles(mentions: Sequence[Mention]) -> list[Filler]:
    """Return the fillers of all mentions; of those that say the same, the first."""
    first: dict[tuple[str, str], Filler] = {}
    for mention in mentions:
        for filler in mention.fillers:
            if filler.role != "theme":
                first.setdefault((filler.role, key(filler.text)), filler)
    return list(first.values())
