"""Tests on who takes part: countries, persons, bodies."""

from __future__ import annotations

from dprk_events.linking.data import kinds, rules
from dprk_events.linking.item import Item, Names, Side
from dprk_events.linking.verdict import APART, DECIDED, Verdict
from dprk_events.linking.when import MONTH, When

_FEW = 2
"""So many persons may be named together for a deed to be theirs."""


def countries(a: Item, b: Item) -> Verdict | None:
    """Compare the countries behind those who act, and behind those acted upon."""
    who, against = rules().who, 0.0
    if a.type in kinds().private and {a.actors.official, b.actors.official} == {True, False}:
        return Verdict(APART, "private persons or a state")
    shared: Names = frozenset()
    told: tuple[object, ...] = ()
    for one, other, acting in ((a.actors, b.actors, True), (a.recipients, b.recipients, False)):
        mine, its = one.countries, other.countries
        if not mine or not its:
            continue
        both = mine & its
        if not both:
            gained = _against(a.type, acting=acting)
            if told or gained == APART:
                return Verdict(APART, "other countries", (mine, its))
            against, told = gained, (mine, its)
        elif mine != its and one.firm - its and other.firm - mine:
            against, told = who.each_another, (mine, its)
        shared |= both
    if against:
        return Verdict(against, "not the same countries", told)
    if not shared:
        return None
    if len(shared) > 1 and a.type not in kinds().neighbours:
        return Verdict(who.two_countries, "same countries", (shared,))
    reason = "same country" if len(shared) == 1 else "same neighbours"
    return Verdict(who.one_country, reason, (shared,))


def _against(kind: str, *, acting: bool) -> float:
    """Return the points of two events of which other countries act, or are acted upon.

    One row may be read wrongly; but whose sanctions or visit it is makes the event.
    """
    who, of = rules().who, kinds()
    if kind in (of.disputed if acting else of.hit):
        return who.disputed if acting else who.hit
    return APART if kind in of.sovereign else who.other_countries


def host(a: Item, b: Item) -> Verdict | None:
    """Ask whether one text has as a party the country in which the other says that they met."""
    if a.type not in kinds().between:
        return None
    for one, other in ((a, b), (b, a)):
        land = other.place and other.place.country
        if land in one.actors.countries - other.actors.countries and one.place is None:
            return Verdict(rules().where.in_country, "met at the host's", (land,))
    return None


def persons(a: Item, b: Item) -> Verdict | None:
    """Compare the persons who are named."""
    who = rules().who
    shared: set[str] = set()
    strange: list[Names] = []
    for one, other in ((a.actors, b.actors), (a.recipients, b.recipients)):
        if not one.persons or not other.persons:
            continue
        both, mine, its = _alike(one.persons, other.persons)
        shared |= both
        if mine and its and _same_post(one, other):
            strange += [mine, its]
    if strange:
        if a.type in kinds().personal:
            return Verdict(APART, "other persons", tuple(strange))
        if not shared:
            return Verdict(who.other_persons, "other persons", tuple(strange))
        if a.type in kinds().between and a.times == 1 and (a.place is None or a.place != b.place):
            return Verdict(who.other_partner, "with another person", tuple(strange))
        return Verdict(who.other_person, "not the same persons", tuple(strange))
    if not shared:
        return None
    single = who.the_person if a.type in kinds().personal else who.one_person
    points = who.two_persons if len(shared) > 1 else single
    return Verdict(points, "same person" + "s" * (len(shared) > 1), (frozenset(shared),))


def posts(a: Item, b: Item) -> Verdict | None:
    """Compare who is told by post and country alone: « le président laotien »."""
    shared = (a.actors.posts & b.actors.posts) | (a.recipients.posts & b.recipients.posts)
    return Verdict(rules().who.post, "same post", (shared,)) if shared else None


def once(a: Item, b: Item) -> Verdict | None:
    """Ask for the person to whom it happens only once: who died did not die again."""
    role = kinds().once.get(a.type)
    if role is None or _far(a.when, b.when):
        return None
    sides = (a.actors, b.actors) if role == "actor" else (a.recipients, b.recipients)
    shared, _, _ = _alike(sides[0].persons, sides[1].persons)
    if not shared or max(len(side.persons) for side in sides) > _FEW or a.classes or b.classes:
        return None
    return Verdict(DECIDED, "happens to a person once", (frozenset(shared),))


def _far(one: When, other: When) -> bool:
    """Whether two events have their days, and these are long apart."""
    if one.width is None or other.width is None:
        return False
    first, last = max(one.first or 0, other.first or 0), min(one.last or 0, other.last or 0)
    return first - last > MONTH


def bodies(a: Item, b: Item) -> Verdict | None:
    """Compare named forces, bodies and organisations."""
    shared = (a.actors.bodies & b.actors.bodies) | (a.recipients.bodies & b.recipients.bodies)
    return Verdict(rules().who.body, "same body", (shared,)) if shared else None


def people(a: Item, b: Item) -> Verdict | None:
    """Compare what sort of people it happens to, who are not named."""
    who = rules().who
    if not a.people or not b.people:
        return None
    if shared := a.people & b.people:
        if a.type not in kinds().personal:
            return None  # those who cross the border are soldiers, nearly always
        return Verdict(who.same_people, "same sort of people", (shared,))
    return Verdict(who.other_people, "other people", (a.people, b.people))


def towards(a: Item, b: Item) -> Verdict | None:
    """Compare where to something is sent, if they do not both say who receives it."""
    if (a.recipients.countries and b.recipients.countries) or (a.place and b.place):
        return None  # these are compared by themselves
    shared = a.towards & b.towards
    return Verdict(rules().who.towards, "sent to the same country", (shared,)) if shared else None


def _alike(ones: Names, others: Names) -> tuple[set[str], Names, Names]:
    """Return the persons on both sides, and those on one alone; a surname is the full name's."""
    if not ones or not others:
        return set(), ones, others
    pairs = [(one, other) for one in ones for other in others if _same(one, other)]
    left, right = {one for one, _ in pairs}, {other for _, other in pairs}
    return {max(pair, key=len) for pair in pairs}, ones - left, others - right


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    words, its = {*one.split()}, {*other.split()}
    return words <= its or its <= words


def _same_post(one: Side, other: Side) -> bool:
    """Whether persons of both can be instead of each other: of one country, or of none known."""
    return not one.countries or not other.countries or bool(one.countries & other.countries)
