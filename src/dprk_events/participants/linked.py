"""What one event of an article tells of another: who does it once more, whom it befalls.

Each strategy takes an event without a side and the events before it, and returns that side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event, Mention
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.names import ROLES

_LISTS = word_lists(__package__)
SIDES = frozenset({"actor", "recipient"})
PEOPLE = frozenset({"force", "people", "person"})
BACK = 4
"""Sentences before within which the deed that is done once more was told."""


def link(context: Context, events: Sequence[Event]) -> list[Event]:
    """Return the events with the sides that others of the article tell."""
    return [_linked(context, _sent(event, events), events) for event in events]


def _linked(context: Context, event: Event, events: Sequence[Event]) -> Event:
    """Return an event with who does it once more, and whom it befalls."""
    more: list[Participant] = []
    if all(each.role != "actor" for each in event.participants):
        more += once_more(context, event, events)
    linked = event
    if event.event_type.consequence:
        linked, befallen = _befallen(context, event, events)
        more += befallen
    if not more:
        return linked
    found = sorted((*linked.participants, *more), key=lambda each: ROLES.index(each.role))
    return replace(linked, participants=tuple(found))


def _sent(event: Event, events: Sequence[Event]) -> Event:
    """Give people without a country that of who sends them. « a envoyé des soldats se battre »."""
    if all(each.countries or each.role not in SIDES for each in event.participants):
        return event
    senders = {
        span: tuple(c for p in other.participants if p.role == "actor" for c in p.countries)
        for other in events
        if other is not event
        for thing in other.participants
        if thing.role == "instrument" and thing.kind in PEOPLE
        for span in thing.spans
    }
    found = tuple(
        replace(each, countries=senders[each.spans[0]], strategy="sent", granted=True)
        if each.role in SIDES and not each.countries and senders.get(each.spans[0])
        else each
        for each in event.participants
    )
    return replace(event, participants=found)


def once_more(context: Context, event: Event, events: Sequence[Event]) -> list[Participant]:
    """Take who did it before. « Des soldats du Nord sont passés … Une autre incursion … »."""
    first = event.mentions[0]
    if event.event_type.symmetric or not any(_again(context, m) for m in event.mentions):
        return []  # a second summit may be another pair's
    here = context.view.sentence_at[first.token]
    earlier = [
        (other.mentions[0].token, other)
        for other in events
        if other.type == event.type
        and other.mentions[0].token < first.token
        and here - context.view.sentence_at[other.mentions[0].token] <= BACK
    ]
    if not earlier:
        return []
    _, latest = max(earlier, key=lambda each: each[0])
    return [
        replace(each, strategy="once more", granted=True)
        for each in latest.participants
        if each.role == "actor"
    ]


def _again(context: Context, mention: Mention) -> bool:
    """Say whether a mention is a noun that counts the deed among others of its kind."""
    view = context.view
    phrase = view.phrase(mention.token)
    if phrase is None or view.is_verbal(mention.token):
        return False
    if phrase.possessive or context.word_before(phrase.first) in _LISTS["of_the_teller"]:
        return False  # "ma première visite" is told of its own visitor
    begin, _ = view.sentence(mention.token)
    words = view.words[max(begin, phrase.first - 1) : phrase.last + 1]
    return not _LISTS["once_more"].isdisjoint(words)


def _befallen(
    context: Context, event: Event, events: Sequence[Event]
) -> tuple[Event, list[Participant]]:
    """Give victims of no known country that of whom the deed of their sentence was aimed at.

    « L'armée a bombardé l'île sud-coréenne, faisant quatre morts. »
    """
    victims = [each for each in event.participants if each.role == "recipient"]
    if any(each.countries for each in victims):
        return event, []
    struck = _struck(context, event, events)
    if struck is None:
        return event, []
    if victims:
        marked = [
            replace(p, countries=struck.countries, strategy="befallen", granted=True)
            if p in victims
            else p
            for p in event.participants
        ]
        return replace(event, participants=tuple(marked)), []
    state = context.state(struck.countries[0])
    told = replace(struck, name=state.name, kind="state", kb=state.kb)
    return event, [replace(told, strategy="befallen", granted=True)]


def _struck(context: Context, event: Event, events: Sequence[Event]) -> Participant | None:
    """Return the one with a country whom a deed told before in the same sentence is aimed at."""
    sentence_at = context.view.sentence_at
    places = {sentence_at[m.token]: m.token for m in event.mentions}
    for other in events:
        if other.event_type.consequence or not other.event_type.harms:
            continue
        for mention in other.mentions:
            told = places.get(sentence_at[mention.token])
            if told is None or mention.token >= told:
                continue
            aims = [p for p in other.participants if p.role == "recipient" and p.countries]
            if len({p.countries for p in aims}) == 1:
                return aims[0]
    return None
