"""Members of a group of states that the words before do not name: friends, who comes later."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from dprk_events.coreference.context import WORDS, Context, within
from dprk_events.coreference.referent import Naming
from dprk_events.names import DPRK

FRIENDS = frozenset({"CN", "CU", "IR", "LA", "RU", "SY", "VN"})
"""States whose ally may be North Korea; of others' allies it is none."""
KOREAS = (DPRK, "KR")
FORCES_BACK = 2
"""Sentences before within which the forces of both sides are looked for."""


def are_of_both_koreas(context: Context, naming: Naming) -> bool:
    """Match "les deux armées coréennes", each of which is one Korea's."""
    words = context.view.words
    _, end = context.view.sentence(naming.last)
    behind = words[naming.first : min(end, naming.last + 1) + 1]
    counted = context.head(naming) in WORDS["group_states"] | WORDS["group_people"]
    return counted and not WORDS["of_both_koreas"].isdisjoint(behind)


def forces_told_of(context: Context, naming: Naming, size: int) -> list[str]:
    """Return the countries of forces told of just before, by their nationality or state.

    « Un patrouilleur nord-coréen a franchi la ligne, la marine sud-coréenne est venue. Les deux
    marines … »: nothing where there are more of them, or fewer.
    """
    if context.head(naming) not in WORDS["group_forces"]:
        return []
    view, here = context.view, context.view.sentence_at[naming.first]
    begin, _ = view.sentences[max(0, here - FORCES_BACK)]
    named = [
        *within(context.states_named, begin, naming.first - 1),
        *within(context.bodies_named, begin, naming.first - 1),
    ]
    theirs = (context.nationality(p.first, p.last) for p in view.each_phrase(begin, naming.first))
    found = {country for _, country in named}.union(*theirs)
    return sorted(found) if len(found) == size else []


def allies_of_the_north(context: Context, naming: Naming, size: int) -> list[str]:
    """Return its friends named nearest. « les deux alliés de Pyongyang »: Russia and China."""
    if context.head(naming) not in WORDS["allied"] or context.complement(naming)[:1] != (DPRK,):
        return []
    at = bisect_left(context.states_named, naming.first, key=lambda named: named[0])
    before = [country for _, country in reversed(context.states_named[:at])]
    behind = [country for _, country in context.states_named[at:]]
    found = list(dict.fromkeys(c for c in (*before, *behind) if c in FRIENDS))
    return found[:size] if len(found) >= size else []


def named_further_on(context: Context, naming: Naming, size: int) -> list[str]:
    """Return the only states told of in the rest of the sentence, where none stand before.

    « Les deux pays ont signé un accord, a annoncé Moscou après la visite de Kim Jong-un. »
    """
    view = context.view
    begin, end = view.sentence(naming.last)
    if within(context.states_named, begin, naming.first - 1):
        return []
    people = within(context.people_named, naming.last + 1, end)
    theirs = (c for _, number in people for c in context.person(number).countries)
    states = (c for _, c in within(context.states_named, naming.last + 1, end))
    found = list(dict.fromkeys((*states, *theirs)))
    return found if len(found) == size else []


def listed_further_on(context: Context, naming: Naming, size: int) -> list[str]:
    """Return the peoples whom the rest of the sentence names in one breath.

    « Le dernier contact entre les deux pays remonte à mai, quand Américains et Nord-Coréens … »
    """
    view = context.view
    begin, end = view.sentence(naming.last)
    if within(context.states_named, begin, naming.first - 1):
        return []
    named = within(context.states_named, naming.last + 1, end)
    for (one, first), (other, second) in pairwise(named):
        joined = view.words[one + 1 : other]
        if first != second and len(joined) == 1 and joined[0] in WORDS["list_end"]:
            return [first, second] if size == 2 else []
    return []
