"""Groups: "les deux dirigeants", "les deux pays", "les deux Corées", "les trois alliés"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from dprk_events.participants.context import WORDS, Context
from dprk_events.participants.participant import Naming, Referent, Resolved

BACK = 6
"""Sentences before within which the members of a group are looked for."""


def group(context: Context, naming: Naming) -> Resolved | None:
    """Resolve a counted group to those that were spoken of last before it.

    « Kim Jong-un a reçu Vladimir Poutine. Les deux hommes ont signé un accord. »
    """
    size = _size(context, naming)
    head = context.head(naming)
    if head in WORDS["koreas"]:
        return Resolved((context.state("KP"), context.state("KR")), "group", head)
    if size is None:
        return None
    if head in WORDS["group_people"]:
        members = tuple(_people(context, naming, size))
    elif head in WORDS["group_states"]:
        members = tuple(map(context.state, islice(_states(context, naming), size)))
    else:
        return None
    return Resolved(members, "group", naming.text) if len(members) == size else None


def _size(context: Context, naming: Naming) -> int | None:
    words = context.view.words
    begin, _ = context.view.sentence(naming.first)
    near = words[max(begin, naming.first - 2) : naming.last + 1]
    if any(word in WORDS["two"] for word in near):
        return 2
    return 3 if any(word in WORDS["three"] for word in near) else None


def _people(context: Context, naming: Naming, size: int) -> Iterator[Referent]:
    """Give people of different countries where it is about states' leaders."""
    seen: set[tuple[str, ...]] = set()
    count = 0
    for person in context.people_before(naming.first, BACK):
        if person.countries and person.countries in seen:
            continue
        seen.add(person.countries)
        yield person
        count += 1
        if count == size:
            return


def _states(context: Context, naming: Naming) -> Iterator[str]:
    """Give the states spoken of before, those of the nearest people among them."""
    allies = context.head(naming) == "alliés"
    seen: set[str] = set()
    for country in context.states_before(naming.first, BACK):
        if country not in seen and not (allies and country == "KP"):
            seen.add(country)
            yield country
