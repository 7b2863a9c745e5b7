"""The man or woman told of last: "la Suisse sanctionnera le même homme"."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural

BACK = 2
"""Sentences before within which he was named."""
HUMAN = frozenset({"force", "person", "people"})


def same_man(context: Context, naming: Naming) -> Resolved | None:
    """Take the person named last for "le même homme", "la même responsable"."""
    if naming.entity is not None or kind_of(context, naming) not in HUMAN:
        return None
    begin, _ = context.view.sentence(naming.first)
    near = context.view.words[max(begin, naming.first - 1) : naming.last + 1]
    if WORDS["the_same"].isdisjoint(near) or looks_plural(context.head(naming)):
        return None
    people = context.people_before(naming.first, BACK, quoted=False)
    found = next((each for each in people if each.countries), None)
    return None if found is None else Resolved((found,), "same man", found.name)
