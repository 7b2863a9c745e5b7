"""Tell whether a preposition stands between who and where in a headline: "Poutine à Pyongyang"."""

from __future__ import annotations

from dprk_events.events.roles import before_day
from dprk_events.french import forms_of, word_lists
from dprk_events.names import DPRK
from dprk_events.syntax import VERBAL, DocView

HEADLINE = 2
"""So many sentences at the head of a text can be headlines."""
LONGEST = 12
"""Words of such a headline, up to a colon, comma or its end."""
_LISTS = word_lists(__package__)
ETRE = forms_of("être")
PARTS = _LISTS["parts_of_a_headline"]


def told(view: DocView, i: int) -> bool:
    """Say whether a preposition says where somebody is, with "être" or without any verb."""
    return bridges(view, i) or _behind_be(view, i)


def _behind_be(view: DocView, i: int) -> bool:
    """Say whether "être" stands before a token and a state behind: "sera à Pyongyang"."""
    begin, end = view.sentence(i)
    if i in {begin, end} or view.words[i - 1] not in ETRE:
        return False
    where = next(view.each_phrase(i, end), None)
    if where is None or where.start != i or where.entity is None:
        return False
    return "state" in view.kinds(where)


def bridges(view: DocView, i: int) -> bool:
    """Say whether someone opens the headline before a token, a place follows, and no verb is near.

    One of them is North Korea's. Who is at home there only shows where a photograph was taken:
    "Kim Jong-un à Pyongyang". A leader may also be at a site: "Kim Jong-un dans une usine".
    """
    begin, end = view.sentence(i)
    if view.sentence_at[i] >= HEADLINE or i in {begin, end}:
        return False
    first = next((j + 1 for j in range(i - 1, begin - 1, -1) if view.words[j] in PARTS), begin)
    last = next((j - 1 for j in range(i + 1, end + 1) if view.words[j] in PARTS), end)
    if last - first >= LONGEST:
        return False
    who = view.phrase(before_day(view, i))
    where = next(view.each_phrase(i, last), None)
    if who is None or where is None or where.start != i:
        return False
    if who.prep is not None or who.start != first:
        return False
    if any(view.pos[j] in VERBAL and view.entity_at[j] is None for j in range(first, last + 1)):
        return False
    if where.entity is None:
        return "leader" in view.kinds(who) and "facility" in view.kinds(where)
    entity = None if who.entity is None else view.entities[who.entity]
    home = view.entities[where.entity].country
    told = {view.demonym(view.texts[j]) for j in view.nationality(who)}
    told |= {entity.country} if entity is not None else set()
    if not told - {None}:  # "Corée du Nord : deux missiles vers le Japon"
        heads = {n for n in view.entity_at[begin:first] if n is not None}
        told = {view.entities[n].country for n in heads}
    if "sea" in view.kinds(where):
        return DPRK in told
    return home is not None and home not in told and DPRK in {home, *told}
