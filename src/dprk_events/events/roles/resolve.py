"""Move the filler of a role to what a pronoun or description speaks of."""

from __future__ import annotations

from dprk_events.coreference import Resolver
from dprk_events.events.roles.assign import Fill
from dprk_events.events.rules import THINGS
from dprk_events.syntax import Phrase

NO_THINGS = frozenset({"PER", "LOC"})


def resolved(resolver: Resolver, fill: Fill) -> Fill:
    """Return the fill moved to what it refers to, or unchanged."""
    phrase = fill.phrase
    if phrase is None or fill.role == "quantity":
        return fill
    found = resolver.resolve_phrase(phrase)
    if found is None or found in {phrase, phrase.entity}:
        return fill
    if fill.role == "instrument" and not _is_thing(resolver, found):
        return fill
    if isinstance(found, Phrase):
        return Fill(fill.role, found.first, found.last, None, found, fill.how + " (resolved)")
    entity = resolver.view.entities[found]
    return Fill(fill.role, entity.first, entity.last, found, None, fill.how + " (resolved)")


def _is_thing(resolver: Resolver, found: Phrase | int) -> bool:
    """Return whether it can be fired, sent or delivered: neither person nor country."""
    if isinstance(found, Phrase):
        return bool(resolver.view.kinds(found) & THINGS)
    return resolver.view.entities[found].label not in NO_THINGS
