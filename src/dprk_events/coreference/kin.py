"""Who is whose sister, son or uncle (``kin.csv``, from public records)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from dprk_events.coreference.context import WORDS, Context, within
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.coreference.tables import read_rows
from dprk_events.french import key
from dprk_events.names import DPRK

COLUMNS = ("person", "relation", "who")
PERSON_BACK = 8
"""Sentences before within which the one whose kin it is was named."""
BEHIND = 6
"""Words behind the noun within which "de …" stands, and behind it the name."""
STOPS = frozenset({",", "(", ";", ":"})
Kin = Mapping[tuple[str, str], str]
"""(name, relation, folded) → name."""


class KinError(ValueError):
    """kin.csv cannot be used; the message names the line and the remedy."""


@cache
def kin() -> Kin:
    """Return who is whose kin. Raises KinError."""
    path = resources.files(__package__).joinpath("kin.csv")
    return parse(str(path), path.read_text("utf-8"))


def parse(path: str, text: str) -> Kin:
    """Read who is whose kin.

    Args:
        path: What the file is called in messages.
        text: Its content.

    Raises:
        KinError: A line has not three names, or says again what another says.

    """
    found: dict[tuple[str, str], str] = {}
    for number, (person, relation, who) in read_rows(path, text, COLUMNS, KinError):
        if (person, key(relation)) in found:
            raise KinError(f"{path}:{number}: {person} has a {relation} already. Remove one line.")
        found[person, key(relation)] = who
    return found


@cache
def relations() -> frozenset[str]:
    """Return all nouns of kinship, folded."""
    return frozenset(relation for _, relation in kin())


@cache
def families() -> frozenset[str]:
    """Return all people whose kin is known."""
    return frozenset(person for person, _ in kin())


def relative(context: Context, naming: Naming) -> Resolved | None:
    """Take who is known for the kin of a person of the text. « la sœur de Kim Jong-un ».

    Of "sa sœur" the person is the one named last who has one; where nobody has, the only one of
    the text who does. A private North Korean named last may have any kin, that nobody knows.
    """
    relation = context.head(naming)
    if naming.entity is not None or relation not in relations():
        return None
    for person in _of_whom(context, naming):
        who = kin().get((person.name, relation))
        if who is not None and person.countries:
            country = _country(context, who) or person.countries[0]
            evidence = f"{relation} of {person.name}"
            return Resolved((context.known_person(who, country),), "kin", evidence)
    return None


def _country(context: Context, name: str) -> str | None:
    entry = context.gazetteer.people.get(name)
    return entry.country if entry is not None else None


def _of_whom(context: Context, naming: Naming) -> Iterator[Referent]:
    """Yield whose kin it can be, the likeliest first."""
    view = context.view
    if context.word_before(naming.first) in WORDS["possessives"]:
        for person in context.people_before(naming.first, PERSON_BACK):
            yield person
            private = person.kb is None and person.name not in families()
            if private and DPRK in person.countries:
                return
        yield from map(context.person, context.first_namings)
        return
    _, end = view.sentence(naming.last)
    behind = range(naming.last + 1, min(end, naming.last + BEHIND) + 1)
    of = next((i for i in behind if view.words[i] in WORDS["of"]), None)
    if of is None or any(view.words[i] in STOPS for i in range(naming.last + 1, of)):
        return
    for _, number in within(context.people_named, of, min(end, of + BEHIND)):
        yield context.person(number)
    countries = context.nationality(of, min(end, of + BEHIND))
    for number in context.first_namings if countries else ():
        person = context.person(number)
        if view.entities[number].kind == "leader" and set(countries) & set(person.countries):
            yield person
