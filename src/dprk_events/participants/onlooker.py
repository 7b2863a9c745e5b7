"""Deeds of others that North Korea only speaks of: "L'Iran a tiré …, le Nord a applaudi"."""

from __future__ import annotations

from functools import cache

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.french import forms_of, word_lists
from dprk_events.names import DPRK
from dprk_events.participants.find import SIDES

_LISTS = word_lists(__package__)


@cache
def _forms() -> frozenset[str]:
    return forms_of(*_LISTS["reacting"])


def only_looks_on(context: Context, event: Event) -> bool:
    """Say whether others did it to others, and North Korea is named as who speaks of it alone.

    Both sides have to be told by the text, with their countries; a weapon or place of North Korea
    makes it take part.
    """
    if not event.event_type.harms or any(DPRK in p.countries for p in event.participants):
        return False
    told = {p.role for p in event.participants if p.countries and not p.granted}
    if not told.issuperset(SIDES):
        return False
    view = context.view
    sentences = {view.sentence_at[mention.token] for mention in event.mentions}
    named = [e.last for e in view.entities if e.country == DPRK]
    here = [token for token in named if view.sentence_at[token] in sentences]
    adjectives = any(
        DPRK in context.nationality(i, i) and view.entity_at[i] is None
        for sentence in sentences
        for i in range(view.sentences[sentence][0], view.sentences[sentence][1] + 1)
    )
    return bool(here) and not adjectives and all(_reacts(context, token) for token in here)


def _reacts(context: Context, token: int) -> bool:
    """Say whether a name is the subject of a verb of speaking or judging."""
    own = context.view.tokens[token]
    above = own.head
    return own.dep_.startswith("nsubj") and context.view.words[above.i] in _forms()
