"""The test on places: the same, one within the other, or another."""

from __future__ import annotations

from dprk_events.linking.data import kinds, places, rules
from dprk_events.linking.item import Item, Spot
from dprk_events.linking.verdict import APART, Verdict
from dprk_events.places.points import distance_km

_NARROW = frozenset({"site", "town"})


def place(a: Item, b: Item) -> Verdict | None:
    """Compare where two events happen."""
    one, other = a.place, b.place
    if one is None or other is None:
        return None
    if one.name == other.name:
        if one.precision == "country" and _at_home(one, a, b):
            return None
        return Verdict(_same(one, a, b), f"same {one.precision}", (one.name,))
    for inner, outer in ((one, other), (other, one)):
        if within(inner.name, outer.name):
            points = _same(outer, a, b) if outer.precision in _NARROW else rules().where.within
            return Verdict(points, "one place in the other", (one.name, other.name))
    if "country" in (one.precision, other.precision):
        return _countries(one, other, at_home=_at_home(one, a, b))
    if "sea" in (one.precision, other.precision):
        return None
    if one.country and other.country and one.country != other.country:
        return _apart(one, other)
    if (one.precision == "region") != (other.precision == "region"):
        return None  # the town may lie in the region
    return _apart(one, other)


def _same(spot: Spot, a: Item, b: Item) -> float:
    where = rules().where
    if spot.precision in _NARROW and _are_guests(spot, a, b):
        return where.abroad
    points: float = getattr(where, spot.precision)
    return points


def stops(a: Item, b: Item) -> Verdict | None:
    """Compare what is visited within a place: one stop is not the journey, nor another stop."""
    if a.type not in kinds().lasting or a.stops & b.stops:
        return None
    if (a.stops and (b.stops or b.place)) or (b.stops and a.place):
        return Verdict(APART, "one stop or another", (a.stops or "journey", b.stops or "journey"))
    return None


def _are_guests(spot: Spot, a: Item, b: Item) -> bool:
    acting = a.actors.firm | b.actors.firm
    return a.type in kinds().symmetric and bool(acting) and spot.country not in acting


def _at_home(spot: Spot, a: Item, b: Item) -> bool:
    """Whether the country is that of those who act, or it is not known who they are."""
    acting = a.actors.countries | b.actors.countries
    return not acting or spot.country in acting


def _countries(one: Spot, other: Spot, *, at_home: bool) -> Verdict | None:
    if one.country is None or other.country is None:
        return None
    if one.country == other.country and at_home:
        return None
    if one.country == other.country:
        points = rules().where.in_country
        return Verdict(points, "one place in the other", (one.name, other.name))
    return _apart(one, other)


def _apart(one: Spot, other: Spot) -> Verdict:
    if _are_near(one, other):
        return Verdict(rules().where.near, "places near each other", (one.name, other.name))
    if one.role == other.role or "region" in (one.precision, other.precision):
        return Verdict(APART, "at other places", (one.name, other.name))
    return Verdict(rules().where.elsewhere, "not the same place", (one.name, other.name))


def _are_near(one: Spot, other: Spot) -> bool:
    """Whether two towns or sites are so near that texts may name one for the other."""
    if one.point is None or other.point is None or not {one.precision, other.precision} <= _NARROW:
        return False
    return distance_km(one.point, other.point) <= rules().where.near_km


def within(inner: str, outer: str) -> bool:
    """Return whether a place lies in another, at any depth."""
    around = places().get(inner, frozenset())
    return outer in around or any(within(each, outer) for each in around)
