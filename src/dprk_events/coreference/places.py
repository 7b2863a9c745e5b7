"""Places taken up by what they are: "Yeonpyeong … les canons ont bombardé l'île"."""

from __future__ import annotations

from dprk_events.coreference.context import STATES, WORDS, Context
from dprk_events.coreference.describe import plain
from dprk_events.coreference.referent import Naming, Resolved

BACK = 2
"""Sentences before within which the place was named."""


def that_place(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the place named last for "l'île", "la ville"."""
    view = context.view
    if naming.entity is not None or context.head(naming) not in WORDS["that_place"]:
        return None
    if context.word_before(naming.first) not in WORDS["the"] | WORDS["demonstratives"]:
        return None
    if context.nationality(naming.first, naming.last) or context.complement(naming):
        return None
    here = view.sentence_at[naming.first]
    begin = view.sentences[max(0, here - BACK)][0]
    named = dict.fromkeys(view.entity_at[i] for i in range(begin, naming.first))
    places = [view.entities[number] for number in named if number is not None]
    places = [each for each in places if each.label == "LOC" and each.kind not in STATES]
    if not places or not places[-1].country:
        return None
    return plain(context, naming, (places[-1].country,), "that place", places[-1].text)
