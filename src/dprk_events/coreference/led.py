"""Whose a delegation is by who leads it: "la délégation, conduite par Kim Yong-chol"."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of, plain
from dprk_events.coreference.referent import Naming, Resolved

GROUPS = frozenset({"force", "org", "people", "person"})
NEAR, REACH = 2, 10
"""Words behind a noun within which the participle stands, and behind it who leads them."""
BY = "par"


def led_by(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the person who leads a group that no word gives one."""
    view = context.view
    if naming.entity is not None or kind_of(context, naming) not in GROUPS:
        return None
    _, end = view.sentence(naming.last)
    for i in range(naming.last + 1, min(end - 1, naming.last + NEAR) + 1):
        if view.words[i] in WORDS["led"] and view.words[i + 1] == BY:
            countries = _leader(context, i + 2, min(end, i + REACH))
            return plain(context, naming, countries, "led by", naming.text) if countries else None
    countries = _under(context, naming)
    return plain(context, naming, countries, "led by", naming.text) if countries else None


def _under(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of under whom they act: "Sous la direction de Kim, les unités ont …"."""
    view = context.view
    begin, _ = view.sentence(naming.first)
    for i in range(begin, naming.first - NEAR):
        if view.words[i] in WORDS["under"] and view.words[i + 2] in WORDS["leadership"]:
            comma = next((k for k in range(i, naming.first) if view.words[k] == ","), None)
            if comma is not None and naming.first - comma <= NEAR:
                return _leader(context, i + 3, comma)
    return ()


def _leader(context: Context, first: int, last: int) -> tuple[str, ...]:
    """Return the countries of the first person or body named, or of a nationality, in a span."""
    view = context.view
    for i in range(first, last + 1):
        number = view.entity_at[i]
        if number is not None and view.entities[number].label == "PER":
            return context.person(number).countries
        if number is not None and view.entities[number].label == "ORG":
            country = view.entities[number].country
            return (country,) if country else ()
        if found := context.nationality(i, i):
            return found
        if view.words[i] == ",":
            return ()
    return ()
