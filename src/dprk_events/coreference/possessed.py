"""People and forces that are somebody's by "son", "leurs", "notre": whose they are."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import plain
from dprk_events.coreference.members import FRIENDS
from dprk_events.coreference.owners import owner_countries, person_told_of
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.coreference.tellers import teller_countries
from dprk_events.french import looks_plural
from dprk_events.names import DPRK

HALVES = (("KP", "KR"), ("KR", "KP"))
"""Each half of Korea with the other."""
NEXT_DOOR = frozenset({"CN", "JP", "KP", "KR", "RU"})
"""North Korea and the states next to it."""
NOUN_NEAR, HOST_BACK = 1, 3
"""Sentences before within which somebody's ally was named, and the man or woman who is it."""
BEHIND = 3
"""Words behind within which a place is named where they are: "son homologue à Moscou"."""


def possessed(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of whose it is. « Kim Jong-un a envoyé ses soldats ».

    Of "notre armée" and "nos soldats" it is that of whoever speaks.
    """
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    if context.head(naming) in WORDS["of_another"]:
        return None
    ours = context.word_before(naming.first) in WORDS["ours"]
    owners = (teller_countries if ours else owner_countries)(context, naming)
    how = "ours" if ours else "possessive"
    return plain(context, naming, owners, how, "+".join(owners)) if owners else None


def homeland(context: Context, naming: Naming) -> Resolved | None:
    """Take the state of the person whose it is. « Kim Jong-un … son pays »."""
    if context.head(naming) not in WORDS["homelands"] or naming.entity is not None:
        return None
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    owners = owner_countries(context, naming)
    if len(owners) != 1:
        return None
    return Resolved((context.state(owners[0]),), "possessive", naming.text)


def of_their_homeland(context: Context, naming: Naming) -> Resolved | None:
    """Take the state of the person whose country a thing is of. « les ports de son pays »."""
    view, at = context.view, naming.last + 1
    _, end = view.sentence(naming.last)
    if naming.entity is not None or at + 2 > end or view.words[at] not in WORDS["of"]:
        return None
    if view.words[at + 1] not in WORDS["possessives"]:
        return None
    whose = context.naming(*view.span(at + 2, at + 2), None)
    found = homeland(context, whose)
    if found is None:
        return None
    return plain(context, naming, found.referents[0].countries, "possessive", whose.text)


def partner(context: Context, naming: Naming) -> Resolved | None:
    """Take the state spoken of beside the owner's. « Moscou compte sur Pyongyang … son allié »."""
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    head, guest = context.head(naming), context.head(naming) in WORDS["hosts"]
    if head not in WORDS["of_another"] or (looks_plural(head) and not guest):
        return None
    owners = (person_told_of(context, naming) if guest else ()) or owner_countries(context, naming)
    if not owners or context.nationality(naming.first, naming.last):
        return None
    next_door = head in WORDS["neighbours"] and NEXT_DOOR.issuperset(owners)
    for country in context.states_before(naming.first, NOUN_NEAR):
        if country not in owners and (country in NEXT_DOOR or not next_door):
            return plain(context, naming, (country,), "partner", country)
    for person in context.people_before(naming.first, HOST_BACK, quoted=False):
        if person.countries and person.countries != owners:
            return plain(context, naming, person.countries, "partner", person.name)
    if next_door:  # of the half it is the other half
        for half, other in HALVES:
            if owners == (half,):
                return Resolved((context.state(other),), "partner", head)
    if (next_door or FRIENDS.issuperset(owners)) and (north := _the_north(context, naming)):
        return north
    if (near := _of_place_near(context, naming, owners)) is not None:
        return plain(context, naming, (near,), "partner", near)
    return None


def _the_north(context: Context, naming: Naming) -> Resolved | None:
    """Take North Korea for a neighbour's or a friend's one, where the article speaks of it.

    « Pékin ne livrera pas d'armes à son voisin. »
    """
    known = context.head(naming) in WORDS["neighbours"] | WORDS["friends"]
    if not known or all(country != DPRK for _, country in context.states_named):
        return None
    return Resolved((context.state(DPRK),), "partner", context.head(naming))


def _of_place_near(context: Context, naming: Naming, owners: tuple[str, ...]) -> str | None:
    """Return the only other country with a place told near: "arrivée à Sotchi … son hôte"."""
    view, here = context.view, context.view.sentence_at[naming.first]
    begin, _ = view.sentences[max(0, here - NOUN_NEAR)]
    _, end = view.sentences[here]
    last = min(end, naming.last + BEHIND)
    numbers = {n for i in range(begin, last + 1) if (n := view.entity_at[i]) is not None}
    places = (view.entities[n] for n in numbers)
    found = {e.country for e in places if e.label == "LOC" and e.country} - {*owners}
    return found.pop() if len(found) == 1 else None
