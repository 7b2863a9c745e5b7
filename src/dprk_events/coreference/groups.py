"""Groups: "les deux dirigeants", "les deux pays", "les deux Corées", "les trois alliés"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.referent import Naming, Referent, Resolved

_T = TypeVar("_T")
BACK, LISTED_BACK = 6, 1
"""Sentences before within which the members of a group are looked for, and a list of them."""


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
        listed = _listed(context, naming, context.people_named, size)
        members = tuple(map(context.person, listed)) or tuple(_people(context, naming, size))
    elif head in WORDS["group_states"]:
        states = _listed(context, naming, context.states_named, size)
        members = tuple(map(context.state, states or islice(_states(context, naming), size)))
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


def _listed(
    context: Context, naming: Naming, namings: Sequence[tuple[int, _T]], size: int
) -> list[_T]:
    """Return those whom the words just before name in one breath: "le Japon et la Corée du Sud"."""
    view = context.view
    here = view.sentence_at[naming.first]
    run: list[tuple[int, _T]] = []
    found: list[_T] = []
    for at, value in namings:
        if at >= naming.first:
            break
        if here - view.sentence_at[at] > LISTED_BACK:
            continue
        if not (run and _joined(context, run[-1][0], at)):
            run = []
        run.append((at, value))
        if len({each for _, each in run}) == size == len(run):
            found = [each for _, each in run]
        elif len(run) > size:
            found = []
    return found


def _joined(context: Context, first: int, second: int) -> bool:
    """Say whether nothing but "et", commas and articles stands between two namings."""
    view = context.view
    name = view.entity_at[first]
    between = [i for i in range(first + 1, second) if name is None or view.entity_at[i] != name]
    return all(view.words[i] in WORDS["in_a_list"] for i in between)


def _people(context: Context, naming: Naming, size: int) -> Iterator[Referent]:
    """Give people of different countries where it is about states' leaders.

    Who was only quoted is none of them: « …, a déclaré un analyste. Les deux hommes … ».
    """
    seen: set[tuple[str, ...]] = set()
    count = 0
    for person in context.people_before(naming.first, BACK, quoted=False):
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
