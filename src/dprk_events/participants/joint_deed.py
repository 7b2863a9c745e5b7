"""Deeds of states that their adjective names: "le sommet russo-chinois", whoever prepares it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.participants.format_names import by_number
from dprk_events.participants.party import as_told


def of_named_states(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Leave out who only speaks of a deed of two others. « Séoul prépare le sommet russo-chinois ».

    The states that the adjective names take part, where nobody of theirs is told to.
    """
    if not event.event_type.symmetric:
        return list(found)
    acting = [each for each in found if each.role == "actor"]
    first = replace(event, mentions=event.mentions[:1])  # what else is told may be of two of them
    at_table = by_number(context, first, found)
    if at_table is not None:
        sides = {country for each in at_table for country in each.countries}
        if all(set(each.countries) <= sides for each in acting):
            told = {country for each in acting for country in each.countries}
            return [*found, *(each for each in at_table if not told & set(each.countries))]
    named = [pair for pair in (_named(context, m.token) for m in event.mentions) if pair]
    sides = {country for _, countries in named for country in countries}
    if not named or not acting or any(set(each.countries) & sides for each in acting):
        return list(found)
    token, countries = named[0]
    naming = context.naming(*context.view.span(token, token), None)
    states = [as_told(context.state(country), naming, "nationality") for country in countries]
    return [*states, *(each for each in found if each not in acting)]


def _named(context: Context, token: int) -> tuple[int, tuple[str, ...]] | None:
    """Return the word of several states in the phrase of a noun, and which they are."""
    phrase = context.view.phrase(token)
    if phrase is None or context.view.is_verbal(token):
        return None
    for i in context.view.joint_nationality(phrase):
        return i, context.nationality(i, i)
    return None
