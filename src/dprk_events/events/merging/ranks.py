"""Whether somebody leads a state or serves one: leaders meet leaders, ministers ministers."""

from __future__ import annotations

from typing import Literal

from dprk_events.coreference import Context, leaders
from dprk_events.events.event import Filler
from dprk_events.events.merging.alike import same_person
from dprk_events.french import word_lists

Rank = Literal["leads", "serves"]

_LISTS = word_lists(__package__)
SERVING, LEADING = _LISTS["who_serves"], _LISTS["who_leads"]
HEADED, OF_ITS_HEAD = _LISTS["heads_of_bodies"], _LISTS["bodies_with_heads"]
FIRST = _LISTS["first_of_ministers"]
BEHIND = 4
"""Words behind "chef" within which it is said of what: "le chef de la diplomatie"."""


def rank_of(context: Context, filler: Filler) -> Rank | None:
    """Return the rank of who fills a role, None where the words leave it open."""
    view = context.view
    if filler.entity is not None:
        entity = view.entities[filler.entity]
        return _of_name(entity.canonical or entity.text) if entity.label == "PER" else None
    naming = context.naming(filler.start, filler.end, None)
    words = view.words[naming.first : naming.last + 1]
    before = view.words[naming.first - 1] if naming.first else ""
    if not FIRST.isdisjoint((before, *words)):
        return None  # "le Premier ministre" leads some states, and serves in others
    if not SERVING.isdisjoint(words):
        return "serves"
    behind = view.words[naming.first : naming.last + 1 + BEHIND]
    of_a_body = not OF_ITS_HEAD.isdisjoint(behind)  # "le président du parlement"
    if not HEADED.isdisjoint(words):
        return "serves" if of_a_body else None
    if LEADING.isdisjoint(words):
        return None
    return "serves" if of_a_body else "leads"


def _of_name(name: str) -> Rank | None:
    if name in leaders():
        return "leads"
    return None if any(same_person(name, leader) for leader in leaders()) else "serves"
