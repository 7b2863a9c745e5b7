"""Whose the dead and wounded are, by the side that the words count them on: "côté sud-coréen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dprk_events.coreference import WORDS, Context, several_people_before
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.party import as_told

_LISTS = word_lists(__package__)
HARMED = frozenset({"people", "force", "person"})


def of_the_side(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give victims without a country that of their side. « deux tués, côté sud-coréen »."""
    if not event.event_type.befalls_locals:
        return list(found)
    country = next(_sides(context, event), None)
    if country is None:
        return list(found)
    if all(each.role != "recipient" for each in found):
        mention = event.mentions[0]
        naming = context.naming(mention.start, mention.end, None)
        state = as_told(context.state(country), naming, "their side", "recipient")
        return [*found, state]
    return [
        replace(each, countries=(country,), strategy="their side", granted=True)
        if each.role == "recipient" and not each.countries and each.kind in HARMED
        else each
        for each in found
    ]


def _sides(context: Context, event: Event) -> Iterator[str]:
    """Yield the countries of the sides that the sentences of an event name, the nearest first."""
    view = context.view
    for mention in event.mentions:
        begin, end = view.sentence(mention.token)
        named = (i for i in range(begin, end) if view.words[i] in _LISTS["sides_of_a_war"])
        for at in sorted(named, key=lambda i: abs(i - mention.token)):
            country = _behind(context, at + 1, end) or _of_those_before(context, at)
            if country is not None:
                yield country


def _of_those_before(context: Context, at: int) -> str | None:
    """Return whose "leurs rangs" are: of the people told of last."""
    if context.view.words[at] not in _LISTS["ranks"]:
        return None
    if context.word_before(at) not in WORDS["possessives"]:
        return None
    countries = several_people_before(context, at)
    return countries[0] if len(countries) == 1 else None


def _behind(context: Context, first: int, end: int) -> str | None:
    """Return the state right behind a side: "côté sud-coréen", "dans les rangs de Séoul"."""
    view, at = context.view, first
    while at < end and view.words[at] in WORDS["of"] | WORDS["definite"]:
        at += 1
    number = view.entity_at[at]
    if number is not None:
        return view.entities[number].country
    countries = context.nationality(at, at)
    return countries[0] if len(countries) == 1 else None
