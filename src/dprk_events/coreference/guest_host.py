"""A guest and whoever is at home there: "Moon est reçu à Pyongyang. Les deux dirigeants …"."""

from __future__ import annotations

from dprk_events.coreference.context import Context, within
from dprk_events.coreference.offices import led
from dprk_events.coreference.officials import officials
from dprk_events.coreference.referent import Naming
from dprk_events.names import DPRK

TWO, BACK = 2, 3
"""Both of them; sentences before within which the guest and the place were told of."""


def guest_and_host(context: Context, naming: Naming, size: int) -> tuple[str, ...]:
    """Return the states of the only person told of before and of whoever is at home there.

    « Moon Jae-in a été accueilli à Pyongyang. Les deux dirigeants … » Talks of others are held in
    third states: whoever leads the place must be known. Sentences between tell of nobody:
    « Le président russe est à Pyongyang. La foule l'attendait. Les deux dirigeants … »
    """
    here = context.view.sentence_at[naming.first]
    for back in range(1, min(BACK, here) + 1):
        begin, _ = context.view.sentences[here - back]
        people, states = _told_of(context, begin, naming.first - 1)
        if not people and not states:
            continue
        if size != TWO or len(people) != 1 or len(states) != 1 or not states <= led():
            return ()
        both = (*people, *states)
        return both if DPRK in both else ()
    return ()


def _told_of(context: Context, begin: int, end: int) -> tuple[set[str], set[str]]:
    """Return the countries of the people told of between two tokens, and the other states."""
    named = within(context.people_named, begin, end)
    people = {c for _, n in named if not context.is_quoted(n) for c in context.person(n).countries}
    people |= {c for who, _ in officials(context, begin, end) for c in who.countries}
    return people, {c for _, c in within(context.states_named, begin, end)} - people
