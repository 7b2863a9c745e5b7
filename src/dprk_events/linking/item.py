"""An event as the tests see it: small, hashable, without what only the result needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from dprk_events.french.folding import key, unaccented
from dprk_events.french.word_lists import word_lists
from dprk_events.linking.data import (
    city_states,
    deeds,
    exclusive,
    instruments,
    kinds,
    pace_of,
    told_by,
    used_for,
)
from dprk_events.linking.registered import narrowed
from dprk_events.linking.when import When, beginning, ending, ongoing, past, recent, when_of

Names = frozenset[str]
Bounds = tuple[str | None, int | None, int | None]
"""What is counted, smallest and largest number."""

NONE: Names = frozenset()
_PEOPLE = frozenset({"people", "person", "force"})
_OFFICIAL = frozenset({"state", "force", "org"})
_PERSONS = "people"
_OPEN = frozenset({"planned", "possible", "negated"})
_PLACES = ("location", "origin", "destination")
_POSITIONED = frozenset({"site", "town", "region", "country", "sea"})
_PASSED = word_lists(__package__)["passed"]
_HOME, _LEAVES, _POSTS = (word_lists(__package__)[each] for each in ("home", "leaves", "posts"))


class Says:
    """What an event says that tests ask for, as bits of ``Item.says``.

    Nearly every pair is compared only to be refused, and of most that tests ask nearly all say
    nothing. Two numbers tell at once which tests can have an answer.
    """

    KNOWN, PLACE, STOPS, NAMES, WEAPONS, DEEDS, NEARBY, CLASSES, MEANS, NUMBERS, MARK = (
        1 << bit for bit in range(11)
    )
    PERSONS, ITS_PERSONS, BODIES, ITS_BODIES, ITS_THINGS, ITS_PLACES = (
        1 << bit for bit in range(11, 17)
    )
    """Of those who act, and (``ITS``) of those acted upon."""
    OPEN, SERIES, PEOPLE, TOWARDS = 1 << 17, 1 << 18, 1 << 19, 1 << 20
    """Planned, possible or negated; several events told together; the sort of people; where to."""
    POSTS, ITS_POSTS = 1 << 21, 1 << 22
    """Who is told by post and country alone."""


class Side(NamedTuple):
    """Those who act, or those acted upon; ``persons`` and ``bodies`` are named ones.

    ``firm`` are the countries that do not stand behind a mere description of persons; ``official``
    says whether there is anyone but such persons, None where there is nobody or a person is named,
    who may be either; ``posts`` are those of persons who are not named, with the country.
    """

    countries: Names
    firm: Names
    persons: Names
    bodies: Names
    things: Names
    places: Names
    official: bool | None
    posts: Names = NONE


class Spot(NamedTuple):
    """A place with its precision, the country it is in and the role that names it."""

    name: str
    precision: str
    country: str | None
    role: str
    point: tuple[float, float] | None = None


class Item(NamedTuple):
    """What is compared of an event. Two events with equal items are told alike.

    ``stops`` are what is visited and is no place on a map ("usine"); ``times`` is how often it
    happened, as the text counts: more than once is a series. ``deeds`` are what of the
    type was done; ``nearby`` are names that few know, in the sentences that tell it;
    ``people`` is of what sort those are whom it happens to; ``towards`` are the countries that
    something is sent to, or whose side it is sent to;
    ``mark`` is the signature of the text, of an event that says little; ``says`` follows from
    the rest (:class:`Says`, :func:`marked`).
    """

    type: str
    modality: str
    when: When
    known: str | None
    actors: Side
    recipients: Side
    place: Spot | None
    stops: Names
    names: Names
    weapons: Names
    classes: Names
    means: Names
    numbers: frozenset[Bounds]
    times: int
    deeds: Names
    nearby: Names
    people: Names = NONE
    towards: Names = NONE
    mark: str | None = None
    says: int = 0


def marked(item: Item) -> Item:
    """Return an item with ``says`` as its parts have it."""
    actors, recipients = item.actors, item.recipients
    parts: dict[int, object] = {
        Says.KNOWN: item.known,
        Says.PLACE: item.place,
        Says.STOPS: item.stops or item.place,
        Says.NAMES: item.names,
        Says.WEAPONS: item.weapons,
        Says.DEEDS: item.deeds,
        Says.NEARBY: item.nearby,
        Says.CLASSES: item.classes,
        Says.MEANS: item.means,
        Says.NUMBERS: item.numbers,
        Says.MARK: item.mark,
        Says.PERSONS: actors.persons,
        Says.ITS_PERSONS: recipients.persons,
        Says.BODIES: actors.bodies,
        Says.ITS_BODIES: recipients.bodies,
        Says.ITS_THINGS: recipients.things,
        Says.ITS_PLACES: recipients.places,
        Says.OPEN: item.modality in _OPEN,
        Says.PEOPLE: item.people,
        Says.TOWARDS: item.towards,
        Says.POSTS: actors.posts,
        Says.ITS_POSTS: recipients.posts,
        Says.SERIES: item.times > 1,
    }
    return item._replace(says=sum(bit for bit, part in parts.items() if part))


def item_of(entry: Mapping[str, Any]) -> Item:
    """Return what is compared of an entry; what cannot matter is left out, so more are equal."""
    content, kind, modality = entry["key"], entry["type"], entry["modality"]
    parties = content["participants"]
    acting, acted = _parties(kind, parties)
    times, place = _times(kind, content["quantities"]), _spot(content["place"])
    when = _when(kind, content, modality)
    if (when.told and when.done) or times > 1:
        when = past(when)
    if kind in kinds().journey and _is_over(content.get("words", ()), acting, parties):
        when = ending(when, pace_of(kind).lasting)
        place = None if place and place.country in _side(acting).countries else place
    means = [p["name"] for p in parties if p["role"] == "instrument"]
    people = {p["name"] for p in parties if p["kind"] in _PEOPLE}
    said = [each for each in (content["weapon"], content["weapon_class"]) if each]
    item = Item(
        kind,
        modality,
        when,
        content["known"],
        _side(acting),
        _side(acted, lands=kind not in kinds().sent),
        place,
        _stops(parties),
        frozenset(_folded(p["name"]) for p in parties if p["role"] == "name"),
        frozenset(_folded(name) for name in (*means, *said) if _is_proper(name)),
        frozenset().union(*map(_classes, (*means, *said))),
        frozenset(map(head, means)),
        frozenset(_bounds(each, people) for each in content["quantities"]),
        times,
        _by_words(kind, content.get("words", ()))
        or _deeds(content["rules"], frozenset().union(*map(_classes, means)), acting),
        frozenset(map(_folded, content["nearby"])),
        _people(kind, parties),
        _towards(kind, parties),
        content["signature"],
    )
    return marked(item)


def _parties(
    kind: str, parties: Iterable[Mapping[str, Any]]
) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """Return who acts, and who is acted upon; those who meet are all of one sort."""
    if kind in kinds().symmetric:
        return [p for p in parties if p["role"] in {"actor", "recipient"}], []
    acting = [p for p in parties if p["role"] == "actor"]
    return acting, [p for p in parties if p["role"] == "recipient"]


def _when(kind: str, content: Mapping[str, Any], modality: str) -> When:
    """Return when it happens, bounded by what events of the type are like."""
    when = ongoing(narrowed(when_of(content, modality), content["known"]))
    if kind in kinds().lasting:
        when = beginning(when, pace_of(kind).lasting)
    if kind in kinds().daily:
        when = recent(when, pace_of(kind).fresh[-1][0])
    return when


def _stops(parties: Iterable[Mapping[str, Any]]) -> Names:
    """Return what is visited and lies on no map, by its word."""
    return (
        frozenset(
            head(p["name"])
            for p in parties
            if p["role"] in {"location", "destination"} and p["kind"] == "thing"
        )
        - _PASSED
    )


def _is_over(
    words: Iterable[str], acting: Iterable[Mapping[str, Any]], parties: Iterable[Mapping[str, Any]]
) -> bool:
    """Whether it is the end of a journey that is told: who travelled comes home, or leaves."""
    told = tuple(unaccented(word) for word in words)
    own = _side(acting).countries
    lands = {role: _lands(parties, role) for role in ("origin", "destination", "location")}
    to = lands["destination"] | lands["location"]
    if any(word.startswith(tuple(_HOME)) for word in told):
        return to <= own
    if not any(word.startswith(tuple(_LEAVES)) for word in told):
        return False
    return bool(lands["origin"] - own) and not to - own - lands["origin"]


def _lands(parties: Iterable[Mapping[str, Any]], role: str) -> Names:
    return frozenset(c for p in parties if p["role"] == role for c in p["countries"])


def _by_words(kind: str, told: Iterable[str]) -> Names:
    """Return what was done, as the words themselves tell it."""
    deeds_of = told_by(kind)
    if not deeds_of:
        return NONE
    words = [word for each in told for word in unaccented(each).split()]
    return frozenset(
        deed for deed, starts in deeds_of if any(word.startswith(starts) for word in words)
    )


def _deeds(rules: Iterable[str], classes: Names, acting: Iterable[Mapping[str, Any]]) -> Names:
    """Return what was done, as far as rules, what was used and who did it tell."""
    found = NONE.union(*(deeds().get(rule, NONE) for rule in rules))
    fitting = {deed for deed, used in used_for().items() if not classes.isdisjoint(used)}
    if found & used_for().keys() and fitting - found and not fitting & found:
        return frozenset(fitting)  # loudspeakers that are "sent over" are no balloons
    if len(found) < 2:
        return found
    if told := found & fitting:
        return told
    goes = not classes and any(party["kind"] in _PEOPLE for party in acting)
    return found - frozenset(used_for()) if goes else found


def _people(kind: str, parties: Iterable[Mapping[str, Any]]) -> Names:
    """Return of what sort those are whom it happens to, and who are not named."""
    role = kinds().once.get(kind)
    return exclusive("people") & NONE.union(
        *(
            _classes(party["name"])
            for party in parties
            if party["role"] == role and party["kind"] in _PEOPLE and not party["named"]
        )
    )


def _towards(kind: str, parties: Iterable[Mapping[str, Any]]) -> Names:
    """Return the countries that receive what is sent, or where it goes."""
    if kind not in kinds().sent:
        return NONE
    return frozenset(
        country
        for party in parties
        if party["role"] in {"recipient", "destination", "location"}
        for country in party["countries"]
    )


def _times(kind: str, quantities: Iterable[Mapping[str, Any]]) -> int:
    if kind not in kinds().counted:
        return 1
    return max((q["value"] or q["min"] or 1 for q in quantities if q["of"] is None), default=1)


def _side(parties: Iterable[Mapping[str, Any]], *, lands: bool = True) -> Side:
    countries: set[str] = set()
    firm: set[str] = set()
    persons: set[str] = set()
    bodies: set[str] = set()
    things: set[str] = set()
    places: set[str] = set()
    official: bool | None = None
    posts: set[str] = set()
    for party in parties:
        if party["kind"] == "place" and not lands:
            places.add(_folded(party["name"]))
            continue
        countries.update(party["countries"])
        if party["named"] or party["kind"] not in {"person", "people"}:
            firm.update(party["countries"])
            if party["kind"] in _OFFICIAL:
                official = True
        else:
            official = bool(official)
        if party["kind"] == "person":
            if party["named"]:
                persons.add(_folded(party["name"]))
            elif (post := head(party["name"])) in _POSTS:
                posts.update(f"{post} {country}" for country in party["countries"])
        elif party["kind"] in {"org", "force"} and party["named"]:
            bodies.add(_folded(party["name"]))
        elif party["kind"] == "place":
            places.add(_folded(party["name"]))
        elif party["kind"] in {"thing", "material", "weapon"}:
            things.add(head(party["name"]))
    return Side(
        countries=frozenset(countries),
        firm=frozenset(firm),
        persons=frozenset(persons),
        bodies=frozenset(bodies),
        things=frozenset(things),
        places=frozenset(places),
        official=official,
        posts=frozenset(posts),
    )


def _spot(place: Mapping[str, Any] | None) -> Spot | None:
    if place is None or place["precision"] not in _POSITIONED or place["role"] not in _PLACES:
        return None
    precision = "town" if place["name"] in city_states() else place["precision"]
    north, east = place["latitude"], place["longitude"]
    point = None if north is None or east is None else (north, east)
    return Spot(place["name"], precision, place["country"], place["role"], point)


def _bounds(quantity: Mapping[str, Any], people: set[str]) -> Bounds:
    """Return what is counted and how much: people are people, whatever they are called."""
    value, of = quantity["value"], quantity["of"]
    low, high = (quantity["min"], quantity["max"]) if value is None else (value, value)
    if of is None or of in people:
        return (of and _PERSONS, low, high)
    return (head(of), low, high)


@lru_cache(maxsize=50_000)
def head(name: str) -> str:
    """Return the first word of a noun phrase, without accents and plural: what it is."""
    word = unaccented(name).strip("*\"' ").split(" ", 1)[0].strip("*\"',.")
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    return unaccented(" ".join(name.replace("-", " ").split()))


@lru_cache(maxsize=50_000)
def _is_proper(name: str) -> bool:
    """Whether a weapon's name is its own ("Hwasong-17"), and not a class ("ICBM", "missile")."""
    return name[:1].isupper() and (
        any(c.isdigit() for c in name) or not (_classes(name) or " " in name)
    )


@lru_cache(maxsize=50_000)
def _classes(name: str) -> Names:
    words = key(name).split()
    return frozenset().union(
        *(
            every
            for _, beginnings, every in instruments()
            if any(word.startswith(beginnings) for word in words)
        )
    )
