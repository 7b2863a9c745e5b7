"""Tell the firing of a weapon that hits somebody from a test: "les obus tirés ont tué"."""

from __future__ import annotations

from dataclasses import replace

from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

_LISTS = word_lists(__package__)
HARM, BARREN = _LISTS["harm_or_war"], _LISTS["where_nobody_is_hit"]
DOER = frozenset({"subject", "par"})
"""Where a verb has who does it; a weapon's nationality does not say who fired it."""


def without_strikes(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop the firings (``hits_nobody``) whose weapon does harm in the same sentence.

    Who fired it is who does the harm, unless the other mention names somebody.
    """
    kept = list(mentions)
    for mention in mentions:
        if not mention.event_type.hits_nobody:
            continue
        for i, other in enumerate(kept):
            if _does_harm(other) and _one_weapon(view, mention, other):
                kept[i] = _with_doer(other, mention)
                kept.remove(mention)
                rejected.append(Rejected(mention.candidate, "the weapon of a strike that is told"))
                break
    return kept


def hitting(view: DocView, readings: list[RawMention]) -> list[RawMention]:
    """Keep the readings of a shot at nothing that are no strike: "lancer un missile sur la côte".

    A strike hits somebody or something, or its sentence tells of harm or of a war.
    """
    if not any(reading.event_type.hits_nobody for reading in readings):
        return readings
    words = view.words[slice(*_bounds(view, readings[0].candidate.first))]
    if not HARM.isdisjoint(words):
        return readings
    return [r for r in readings if not (r.event_type.harms and _hits_nothing(view, r))]


def _bounds(view: DocView, token: int) -> tuple[int, int]:
    first, last = view.sentence(token)
    return first, last + 1


def _hits_nothing(view: DocView, mention: RawMention) -> bool:
    """Match a strike on no more than a coast, an islet or a direction."""
    hit = [fill.phrase for fill in mention.fills if fill.role == "recipient"]
    barren = [p is not None and p.entity is None and view.words[p.head] in BARREN for p in hit]
    return bool(barren) and all(barren)


def _does_harm(mention: RawMention) -> bool:
    """Say whether harm is told to be done, not what a weapon is meant for: "pour frapper"."""
    group = mention.group
    return mention.event_type.harms and (group is None or group.form != "infinitive")


def _one_weapon(view: DocView, firing: RawMention, strike: RawMention) -> bool:
    """Say whether both are done with the same weapon, or the firing counts that of the strike."""
    first, place = firing.candidate.first, view.sentence_at
    if place[first] != place[strike.candidate.first]:
        return False
    fired = [f for f in firing.fills if f.role == "instrument"]
    for weapon in (f for f in strike.fills if f.role == "instrument"):
        if any(f.first <= weapon.last and weapon.first <= f.last for f in fired):
            return True
        if not firing.candidate.trigger.verbal and first < weapon.first <= first + 2:
            return True  # "une salve de missiles"
    return False


def _with_doer(strike: RawMention, firing: RawMention) -> RawMention:
    """Give the strike the actor of the firing where it has none of its own."""
    if any(fill.role == "actor" and fill.how in DOER for fill in strike.fills):
        return strike
    doers = tuple(f for f in firing.fills if f.role == "actor" and f.how in DOER)
    if not doers:
        return strike
    others = tuple(fill for fill in strike.fills if fill.role != "actor")
    return replace(strike, fills=(*others, *doers))
