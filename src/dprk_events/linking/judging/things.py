"""Tests on names, weapons, things and figures."""

from __future__ import annotations

from dprk_events.linking.data import exclusive, kinds, rules, used_for
from dprk_events.linking.item import NONE, Bounds, Item, Names
from dprk_events.linking.signature import share
from dprk_events.linking.verdict import APART, Verdict

_FAR = 3
"""Figures of which one is more than so many times the other are not of one happening."""
_TELLING = 10
"""A figure from which on it tells much that it is the same."""


def names(a: Item, b: Item) -> Verdict | None:
    """Compare the proper names of drills, treaties and weapons."""
    what = rules().what
    if a.names and b.names:
        if shared := a.names & b.names:
            return Verdict(what.name, "same name", (shared,))
        return Verdict(APART, "other names", (a.names, b.names))
    if a.weapons and b.weapons:
        if shared := a.weapons & b.weapons:
            return Verdict(what.name, "same weapon", (shared,))
        return Verdict(what.other_name, "other weapons", (a.weapons, b.weapons))
    return None


def deeds(a: Item, b: Item) -> Verdict | None:
    """Compare what was done, of the deeds that the type covers."""
    if not a.deeds or not b.deeds:
        return None
    if shared := a.deeds & b.deeds:
        return Verdict(rules().what.deed, "same deed", (shared,))
    return Verdict(APART, "other deeds", (a.deeds, b.deeds))


def nearby(a: Item, b: Item) -> Verdict | None:
    """Compare the names that few know in the sentences of both, whatever role they were read in."""
    if not a.nearby or not b.nearby:
        return None
    shared = a.nearby & b.nearby
    return Verdict(rules().what.nearby, "same name beside it", (shared,)) if shared else None


def copies(a: Item, b: Item) -> Verdict | None:
    """Ask whether two events that say little stand in copies of one text."""
    if a.mark is None or b.mark is None or share(a.mark, b.mark) < rules().copies.share:
        return None
    return Verdict(rules().what.copied, "in copies of one text")


def things(a: Item, b: Item) -> Verdict | None:
    """Compare the things acted upon: what was destroyed, what was vetoed."""
    what, one, other = rules().what, a.recipients, b.recipients
    if shared := (one.things & other.things) | (one.places & other.places):
        return Verdict(what.thing, "same thing", (shared,))
    for ones, others in ((one.things, other.things), (one.places, other.places)):
        if ones and others:
            return Verdict(what.other_thing, "other things", (ones, others))
    return None


def instruments(a: Item, b: Item) -> Verdict | None:
    """Compare the classes of weapons, material and forces."""
    if not a.classes and not b.classes:
        return _means(a, b)
    if not a.classes or not b.classes:
        return None
    ranges = exclusive("ranges")
    if (said := _ranges(a.classes & ranges, b.classes & ranges)) is not None:
        return said
    if shared := a.classes & b.classes:
        # Of balloons over the border, "balloons" says nothing that the deed does not.
        told = NONE.union(*(used_for().get(deed, NONE) for deed in a.deeds & b.deeds))
        return Verdict(rules().what.class_, "same class", (shared,)) if shared - told else None
    return Verdict(rules().what.other_class, "other classes", (a.classes, b.classes))


def _ranges(mine: Names, its: Names) -> Verdict | None:
    """Compare how far missiles fly, where both texts say so."""
    if not mine or not its:
        return None
    if shared := mine & its:
        return Verdict(rules().what.range, "same range", (shared,))
    return Verdict(rules().what.other_range, "other ranges", (mine, its))


def _means(a: Item, b: Item) -> Verdict | None:
    """Compare what was used by its word; of what happens daily, every one has the same."""
    shared = a.means & b.means
    if not shared or a.type in kinds().daily:
        return None
    return Verdict(rules().what.means, "same means", (shared,))


def numbers(a: Item, b: Item) -> Verdict | None:
    """Compare the figures of what both count."""
    number = rules().number
    found = [
        (_compare(one, other), one, other)
        for one in a.numbers
        for other in b.numbers
        if one[0] == other[0] or None in (one[0], other[0])
    ]
    if not found:
        return None
    best, one, other = max(found, key=lambda each: (each[0], str(each[1:])))
    if best == number.differ:
        return Verdict(best, "figures differ", (one[1:], other[1:]))
    if best < 0:
        if a.type in kinds().sent:
            return Verdict(APART, "a part or the whole", (one[1:], other[1:]))
        return Verdict(best, "figures far apart", (one[1:], other[1:]))
    return Verdict(best, "same figure", (one[1:],))


def _compare(one: Bounds, other: Bounds) -> float:
    number = rules().number
    low, high = max(one[1] or 0, other[1] or 0), min(_top(one), _top(other))
    if low <= high:
        exact = one[1:] == other[1:] and (one[1] or 0) >= _TELLING
        return number.equal if exact else number.overlap
    return number.far if low > _FAR * max(high, 1) else number.differ


def _top(bounds: Bounds) -> float:
    return float("inf") if bounds[2] is None else bounds[2]


def series(a: Item, b: Item) -> Verdict | None:
    """Compare how often it happened: a series of three is none of the three."""
    if a.times == b.times:
        return Verdict(rules().number.series, "same series", (a.times,)) if a.times > 1 else None
    return Verdict(APART, "one or several", (a.times, b.times))
