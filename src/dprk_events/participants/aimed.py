"""On whom it is done, where no mention says it: whose air is entered, who lives across the border.

Each strategy takes an event and its participants, and returns those acted upon, or None. They are
marked as granted, and their span is the naming that they were taken from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dprk_events.coreference import WORDS, Context, Naming, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.at_war import at_enemy, scene, struck_place
from dprk_events.participants.nearby import naming_of, speaks_of
from dprk_events.participants.party import as_told

_LISTS = word_lists(__package__)
WHERE = frozenset({"location", "destination"})
Strategy = Callable[[Context, Event, Sequence[Participant]], list[Participant] | None]


def entered(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take whose airspace, waters or ground is entered. « un avion a violé son espace aérien »."""
    if not event.event_type.wrongs_owner:
        return None
    acting = countries_of(others)
    by_craft = any(each.role == "instrument" for each in others)
    for each in others:
        if each.role not in WHERE:
            continue
        owned = _head(context, each) in _LISTS["owned_spaces"]
        theirs = each.countries
        if owned and theirs and acting.issuperset(theirs):
            theirs = _of_who_tells(context, event, each, acting)
        if (owned or by_craft) and theirs and acting.isdisjoint(theirs):
            state = context.state(theirs[0])
            return [_as(state.name, each, "entered", kb=state.kb, countries=theirs)]
    return None


def _of_who_tells(
    context: Context, event: Event, where: Participant, acting: set[str]
) -> tuple[str, ...]:
    """Return whose air it is by "son", of who tells it: nobody enters his own.

    « Séoul affirme que des drones du Nord sont entrés dans son espace aérien. »
    """
    first = context.naming(where.start, where.end, where.entity).first
    if context.word_before(first) not in WORDS["possessives"]:
        return ()
    said = (each.attribution for each in event.mentions if each.attribution is not None)
    namings = (context.naming(each.start, each.end, each.entity) for each in said)
    states = (who.countries for each in namings for who in resolve(context, each).referents)
    return next((each for each in states if each and acting.isdisjoint(each)), ())


def across(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the neighbour for whom something is sent over. « Séoul a rallumé ses haut-parleurs »."""
    if not event.is_by(event.event_type.across):
        return None
    neighbours = set(event.event_type.neighbours)
    acting = countries_of(others) & neighbours
    if len(acting) != 1:
        return None
    (other,) = acting if _left_it(context, others) else neighbours - acting
    told = _as_neighbour(context, event)
    if told is not None:
        return [as_told(context.state(other), told, "across", "recipient")]
    return naming_of(context, event, other, "across", "recipient")


def _left_it(context: Context, others: Sequence[Participant]) -> bool:
    """Say whether who acts left their country: defectors send leaflets back to it."""
    actors = [each for each in others if each.role == "actor"]
    return all("refugee" in context.view.lexicon.noun(_head(context, each)) for each in actors)


def _as_neighbour(context: Context, event: Event) -> Naming | None:
    """Return the words that call the neighbour one: "vers son voisin", "vers le sud"."""
    view = context.view
    for mention in event.mentions:
        _, end = view.sentence(mention.token)
        for i in range(mention.token + 1, end + 1):
            if view.words[i] in _LISTS["neighbour"] and view.entity_at[i] is None:
                start, stop = view.span(i, i)
                return context.naming(start, stop, None)
    return None


def falls_on(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who such deeds are directed at. « Les sanctions ne seront pas levées »."""
    country = event.event_type.falls_on
    if country is None or not event.dprk or country in countries_of(others):
        return None
    if not speaks_of(context, event, country):
        return None
    return naming_of(context, event, country, "falls on", "recipient")


STRATEGIES: tuple[Strategy, ...] = (entered, across, struck_place, at_enemy, falls_on)


def aimed(context: Context, event: Event, others: Sequence[Participant]) -> list[Participant]:
    """Return whom an event without anybody acted upon is granted, none where nothing grants any."""
    for strategy in STRATEGIES:
        found = strategy(context, event, others)
        if found is not None:
            return found
    return []


def of_the_place(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give civilians without a country that of the place. « Cinq civils tués à Kharkiv »."""
    places = [c for p in found if p.role in WHERE for c in p.countries]
    places = places or _at_the_scene(context, event)
    if not event.event_type.befalls_locals or len(set(places)) != 1:
        return list(found)
    return [
        replace(each, countries=(places[0],), strategy="of the place", granted=True)
        if each.role == "recipient"
        and not each.countries
        and _head(context, each) in _LISTS["civilians"]
        else each
        for each in found
    ]


def _at_the_scene(context: Context, event: Event) -> list[str]:
    """Return the country of the town that a headline opens with, for what it tells."""
    number = scene(context)
    head = any(context.view.sentence_at[m.token] == 0 for m in event.mentions)
    country = None if number is None or not head else context.view.entities[number].country
    return [] if country is None else [country]


def of_its_guards(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give soldiers and guards who hurt people the country where it happens, unless it is at war.

    « Une touriste a été abattue par une sentinelle au mont Kumgang, en Corée du Nord. »
    """
    kind = event.event_type
    places = {c for p in found if p.role in WHERE for c in p.countries}
    if not kind.befalls_locals or len(places) != 1 or places & set(kind.captured_by):
        return list(found)
    return [
        replace(each, countries=(*places,), strategy="of its guards", granted=True)
        if each.role == "actor" and not each.countries and each.kind == "force"
        else each
        for each in found
    ]


def _as(
    name: str, where: Participant, strategy: str, *, kb: str | None, countries: tuple[str, ...]
) -> Participant:
    """Return the owner of a place as acted upon, by the words that name the place."""
    return replace(
        where, role="recipient", name=name, kind="state", kb=kb, strategy=strategy,
        evidence=where.text, granted=True, countries=countries,
    )  # fmt: skip


def _head(context: Context, each: Participant) -> str:
    return context.head(context.naming(each.start, each.end, each.entity))
