"""The only person told of, by what else they are: "Moon Jae-in … l'ancien avocat"."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural

BACK = 2
"""Sentences before within which nobody else is told of."""


def by_trade(context: Context, naming: Naming) -> Resolved | None:
    """Take the only person told of before for "l'ancien avocat", "le septuagénaire"."""
    view = context.view
    if naming.entity is not None or context.word_before(naming.first) not in WORDS["the"]:
        return None
    words = view.words[naming.first : naming.last + 1]
    former = bool(WORDS["former"] & {*words}) and kind_of(context, naming) in {"person", "people"}
    if not former and context.head(naming) not in WORDS["by_age_or_creed"]:
        return None
    if looks_plural(context.head(naming)) or context.complement(naming):
        return None
    if context.nationality(naming.first, naming.last):
        return None
    people = list(context.people_before(naming.first, BACK, quoted=False))
    if len(people) != 1 or not people[0].countries:
        return None
    return Resolved((people[0],), "called", people[0].name)
