"""Who a naming speaks of: an ordered list of strategies, the first that answers is taken.

Each takes the document's context and a naming, and returns who it speaks of with the words that say
so, or None: it does not apply, or the text does not make it plain.
"""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.french import key
from dprk_events.participants.context import STATES, WORDS, Context
from dprk_events.participants.describe import kind_of, plain_name
from dprk_events.participants.groups import group
from dprk_events.participants.offices import holder
from dprk_events.participants.participant import Naming, Referent, Resolved

Strategy = Callable[[Context, Naming], Resolved | None]

OFFICES = ("head", "premier", "foreign", "defence")
HUMAN = frozenset({"person", "people", "force", "org"})


def state_name(context: Context, naming: Naming) -> Resolved | None:
    """Take a state, its capital or "le Nord" for the state. « Pyongyang a tiré un missile. »."""
    if naming.entity is None:
        return None
    entity = context.view.entities[naming.entity]
    if entity.label != "LOC" or entity.kind not in STATES or entity.country is None:
        return None
    return Resolved((context.state(entity.country),), "state name", entity.text)


def person_name(context: Context, naming: Naming) -> Resolved | None:
    """Take a person by name. « Kim Jong-un », « M. Kim »."""
    if naming.entity is None or context.view.entities[naming.entity].label != "PER":
        return None
    return Resolved((context.person(naming.entity),), "person name", naming.text)


def united_nations(context: Context, naming: Naming) -> Resolved | None:
    """Take a body of the United Nations. « le Conseil de sécurité »."""
    name = key(naming.text)
    entity = None if naming.entity is None else context.view.entities[naming.entity]
    if entity is not None and entity.canonical:
        name = f"{name} {key(entity.canonical)}"
    words = name.replace("-", " ").split()
    if (entity is not None and entity.country) or any(w in WORDS["national"] for w in words):
        return None
    if not any(f" {each} " in f" {' '.join(words)} " for each in WORDS["united_nations"]):
        return None
    full = (entity and entity.canonical) or plain_name(context, naming)
    kb = entity.kb if entity is not None else None
    return Resolved((Referent(f"org:{key(full)}", full, "org", ("UN",), kb),), "UN body", full)


def known_body(context: Context, naming: Naming) -> Resolved | None:
    """Take a named body or thing with its country. « le Pentagone », « l'armée sud-coréenne »."""
    if naming.entity is None:
        return None
    entity = context.view.entities[naming.entity]
    name = entity.canonical or plain_name(context, naming)
    countries = (
        (entity.country,)
        if entity.country
        else context.nationality(naming.first, naming.last)
        or context.complement(naming)
        or _of_namesake(context, name)
    )
    kind = kind_of(context, naming)
    return Resolved(
        (Referent(f"{kind}:{key(name)}", name, kind, countries, entity.kb),), "name", name
    )


def _of_namesake(context: Context, name: str) -> tuple[str, ...]:
    """Return the country of a longer naming: "Conseil de sécurité nationale sud-coréen"."""
    short = key(name)
    for entity in context.view.entities:
        full = key(entity.canonical or entity.text)
        if entity.country and (full.startswith(f"{short} ") or full.endswith(f" {short}")):
            return (entity.country,)
    return ()


def office_holder(context: Context, naming: Naming) -> Resolved | None:
    """Take the holder of an office on the day. « le président russe », « son homologue chinois ».

    Where the reference date is not known, the person must be named in the text.
    """
    office = _office(context, naming)
    countries = _own_countries(context, naming)
    if office is None or len(countries) != 1:
        return None
    named = {context.person(number).name: number for _, number in context.people_named}
    if context.published is None:
        return None
    name = holder(office, countries[0], context.published)
    if name is None:
        return None
    if name in named:
        return Resolved((context.person(named[name]),), "office", f"{office} {countries[0]}")
    return Resolved(
        (Referent(f"person:{key(name)}", name, "person", countries),),
        "office",
        f"{office} {countries[0]}",
    )


def _office(context: Context, naming: Naming) -> str | None:
    words = key(naming.text)
    for office in OFFICES:
        for noun in WORDS[f"{office}_nouns"]:
            if words == noun or words.startswith(f"{noun} "):
                return office
    return None


def _own_countries(context: Context, naming: Naming) -> tuple[str, ...]:
    return context.nationality(naming.first, naming.last) or context.complement(naming)


def state_noun(context: Context, naming: Naming) -> Resolved | None:
    """Take a government by its nationality, or the state spoken of. « le régime nord-coréen »."""
    head = context.head(naming)
    if head not in WORDS["state_nouns"]:
        return None
    countries = _own_countries(context, naming)
    if countries:
        return Resolved(tuple(map(context.state, countries)), "state noun", naming.text)
    if head in WORDS["regime_nouns"]:
        return Resolved((context.state("KP"),), "régime", head)
    if head in WORDS["bare_state_nouns"]:
        country = next(context.states_before(naming.first, 1), None)
        if country is not None:
            return Resolved((context.state(country),), "le pays", country)
    return None


def nationality_word(context: Context, naming: Naming) -> Resolved | None:
    """Take an adjective alone for its states. « des tirs nord-coréens », « intercoréen »."""
    countries = context.nationality(naming.first, naming.last)
    if not countries or naming.first != naming.last:
        return None
    view = context.view
    if view.pos[naming.first] in {"NOUN", "PROPN"} and view.texts[naming.first][:1].isupper():
        return None  # "les Nord-Coréens" are people
    return Resolved(tuple(map(context.state, countries)), "nationality", naming.text)


def described(context: Context, naming: Naming) -> Resolved | None:
    """Take people, forces and bodies by their nationality. « soldats nord-coréens »."""
    countries = _own_countries(context, naming)
    if not countries:
        return None
    return _plain(context, naming, countries, "nationality", naming.text)


def possessed(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of whose it is. « Kim Jong-un a envoyé ses soldats »."""
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    owner = next(context.states_before(naming.first, 1), None)
    person = next(context.people_before(naming.first, 1), None)
    if person is not None and person.countries and owner not in person.countries:
        owner = owner or person.countries[0]
    if owner is None:
        return None
    return _plain(context, naming, (owner,), "possessive", owner)


def same_noun(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of an earlier naming by the same noun. « l'armée du Sud … l'armée »."""
    phrase = context.phrase(naming)
    if phrase is None or kind_of(context, naming) not in HUMAN:
        return None
    stem = context.head(naming).rstrip("sx")
    view = context.view
    here = view.sentence_at[naming.first]
    for number in range(here, max(-1, here - 6), -1):
        for other in reversed(list(view.each_phrase(*view.sentences[number]))):
            if other.first >= naming.first or view.words[other.head].rstrip("sx") != stem:
                continue
            found = context.nationality(other.first, other.last)
            if found:
                return _plain(context, naming, found, "same noun", view.words[other.head])
    return None


def plain(context: Context, naming: Naming) -> Resolved | None:
    """Take the words as they stand, with no country."""
    return _plain(context, naming, (), "words", naming.text)


def _plain(
    context: Context, naming: Naming, countries: tuple[str, ...], strategy: str, evidence: str
) -> Resolved:
    kind = kind_of(context, naming)
    name = plain_name(context, naming)
    of = "+".join(countries)
    referent = Referent(f"{kind}:{of}:{context.head(naming).rstrip('sx')}", name, kind, countries)
    return Resolved((referent,), strategy, evidence)


STRATEGIES: tuple[Strategy, ...] = (
    state_name,
    person_name,
    united_nations,
    group,
    known_body,
    office_holder,
    state_noun,
    nationality_word,
    described,
    possessed,
    same_noun,
    plain,
)


def resolve(context: Context, naming: Naming) -> Resolved:
    """Return who a naming speaks of, by the first strategy that answers."""
    for strategy in STRATEGIES:
        found = strategy(context, naming)
        if found is not None:
            return found
    raise AssertionError("the last strategy always answers")
