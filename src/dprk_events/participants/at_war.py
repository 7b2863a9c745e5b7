"""Who fires on whom in a war, where no mention says it: what strikes one enemy is the other's.

« Un missile nord-coréen s'est abattu sur Kharkiv. » is Russia's doing, whoever made the missile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import STATES, Context
from dprk_events.entities import Entity
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.names import PlainRole
from dprk_events.participants.actors import countries_of
from dprk_events.participants.nearby import naming_of, speaks_of
from dprk_events.participants.party import as_granted
from dprk_events.syntax import DocView

_LISTS = word_lists(__package__)
HALVES = frozenset({("KP",), ("KR",)})
"""The two halves of Korea, each alone behind a weapon or a place."""
STRUCK: tuple[PlainRole, ...] = ("recipient", "location", "destination")
"""Roles that say what is hit, the surest first."""
THINGS = frozenset({"thing", "people", "place", "org", "force"})
"""Kinds of what is hit that may have no country of its own: "une école", "des positions"."""
PLACE_REACH = 8
"""Words behind what is hit within which the place is named: "un entrepôt du port d'Odessa"."""


def own_weapon(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the side of the war whose weapon strikes. « détruit par un drone ukrainien »."""
    enemies = {*event.event_type.at_war, *event.event_type.captured_by}
    arms = [p for p in others if p.role == "instrument" and enemies & {*p.countries}]
    struck = countries_of(others, "recipient")
    if len({p.countries for p in arms}) != 1 or len(arms[0].countries) != 1:
        return None
    (country,) = arms[0].countries
    return None if country in struck else [_state(context, country, arms[0], "actor", "at war")]


def other_half(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the half of Korea whose weapon strikes the other. « un obus du Nord s'est abattu »."""
    if not (event.event_type.harms or event.event_type.consequence):
        return None
    arms = next((p for p in others if p.role == "instrument" and p.countries in HALVES), None)
    struck = {p.countries for role in STRUCK for p in others if p.role == role and p.countries}
    if arms is None or len(struck) != 1 or struck == {arms.countries} or not struck <= HALVES:
        return None
    return [_state(context, arms.countries[0], arms, "actor", "other half")]


def enemy(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the enemy of the country that is struck for who strikes it."""
    struck = next((p for role in STRUCK for p in others if p.role == role and p.countries), None)
    other = None if struck is None else _other(event, struck.countries)
    if struck is None or other is None:
        return None
    named = naming_of(context, event, other, "at war")
    return named or [_state(context, other, struck, "actor", "at war")]


def at_enemy(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the enemy of who strikes for whom it falls on, if the text speaks of it nearby."""
    acting = tuple(countries_of(others))
    other = _other(event, acting)
    if other is None or not speaks_of(context, event, other):
        return None
    return naming_of(context, event, other, "at war", "recipient")


def struck_place(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the country of the place where it is done, if not of who does it. « en Ukraine ».

    What one sends to its friends alone is not for whoever is at home there: arms "pour le front".
    """
    acting = countries_of(others)
    kind = event.event_type
    friends = set(kind.granted_for) if acting <= {kind.granted_to} else set[str]()
    for role in event.event_type.done_to_place:
        for each in others:
            if each.role != role or not each.countries or set(each.countries) & acting:
                continue
            if not friends or set(each.countries) & friends:
                return [_state(context, each.countries[0], each, "recipient", "struck place")]
    return _town_struck(context, event, acting)


def _town_struck(context: Context, event: Event, acting: set[str]) -> list[Participant] | None:
    """Take the country of the only towns that the sentence names. « Kharkiv, où un missile … »."""
    for mention in event.mentions if event.event_type.at_war else ():
        numbers = _towns(context, mention.token)
        countries = {context.view.entities[number].country for number in numbers}
        if len(countries) == 1 and not countries & acting:
            state = context.state(str(countries.pop()))
            return [as_granted(state, context, numbers[0], "struck place", "recipient")]
    number = scene(context) if event.event_type.at_war else None
    country = None if number is None else context.view.entities[number].country
    if number is None or country is None or country in acting:
        return None
    return [as_granted(context.state(country), context, number, "struck place", "recipient")]


def scene(context: Context) -> int | None:
    """Return the town or state that the headline opens with: "Kiev : une frappe a fait …"."""
    number = context.view.entity_at[0] if context.view.words else None
    if number is None or context.view.entities[number].label != "LOC":
        return None
    return number if _opens(context.view, context.view.entities[number]) else None


def _towns(context: Context, token: int) -> list[int]:
    """Return the places of a sentence that are no states, by their numbers."""
    view = context.view
    begin, end = view.sentence(token)
    numbers = dict.fromkeys(view.entity_at[i] for i in range(begin, end + 1))
    found = [(number, view.entities[number]) for number in numbers if number is not None]
    return [
        n
        for n, e in found
        if e.label == "LOC" and e.country and (e.kind not in STATES or _opens(view, e))
    ]


def _opens(view: DocView, entity: Entity) -> bool:
    """Say whether a name is the scene that a headline opens with: "Kiev : une frappe a fait …"."""
    begin, end = view.sentence(entity.first)
    return begin == entity.first and entity.last < end and view.words[entity.last + 1] == ":"


def of_struck_place(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give what is hit the country of the place where it stands. « une école de Kharkiv »."""
    if not event.event_type.at_war:
        return list(found)
    acting = countries_of(found)
    places = [c for r in STRUCK[1:] for p in found if p.role == r for c in p.countries]

    def country(each: Participant) -> str | None:
        own = _behind(context, each) or next(iter(places), None) or town or foe
        return own if own not in acting else None

    struck = _town_struck(context, event, acting)
    town = struck[0].countries[0] if struck else None
    enemy_of = _other(event, tuple(acting))
    foe = enemy_of if enemy_of is not None and speaks_of(context, event, enemy_of) else None

    return [
        replace(each, countries=(where,), strategy="struck place", granted=True)
        if each.role == "recipient"
        and not each.countries
        and each.kind in THINGS
        and (where := country(each)) is not None
        else each
        for each in found
    ]


def _behind(context: Context, each: Participant) -> str | None:
    """Return the country of the place that is named just behind what is hit."""
    view, last = context.view, context.naming(each.start, each.end, each.entity).last
    _, end = view.sentence(last)
    for i in range(last + 1, min(end, last + PLACE_REACH) + 1):
        number = view.entity_at[i]
        if view.words[i] in _LISTS["ends_a_noun"]:
            return None
        if number is not None:
            entity = view.entities[number]
            return entity.country if entity.label == "LOC" else None
    return None


def _other(event: Event, countries: Sequence[str]) -> str | None:
    """Return the other of two enemies, if the countries are one of them."""
    enemies = set(event.event_type.at_war)
    if len(set(countries)) != 1 or not set(countries) <= enemies:
        return None
    (other,) = enemies - set(countries)
    return other


def _state(
    context: Context, country: str, where: Participant, role: PlainRole, strategy: str
) -> Participant:
    """Return a state as participant, by the words that name the place that shows it."""
    state = context.state(country)
    return replace(
        where, role=role, name=state.name, kind="state", countries=(country,), kb=state.kb,
        strategy=strategy, evidence=where.text, granted=True,
    )  # fmt: skip
