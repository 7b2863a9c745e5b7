"""Nouns with a nationality, offices and governments: who or what they stand for."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dprk_events.coreference.behind import WHO, countries_behind, just_behind
from dprk_events.coreference.context import SEAT, WORDS, Context
from dprk_events.coreference.describe import kind_of, plain
from dprk_events.coreference.descriptions import state_meant
from dprk_events.coreference.joint import listed_behind
from dprk_events.coreference.offices import holder
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.french import key
from dprk_events.names import DPRK

OFFICES = {
    "head": "head_nouns",
    "premier": "premier_nouns",
    "foreign": "foreign_nouns",
    "defence": "defence_nouns",
}
TEXTS = frozenset({"penalty", "un_text", "passage", "mandate", "decision"})
"""Kinds of what is put to a vote."""
AMERICAN = ("US",)
BACK, TITLE, STATE_BACK = 6, 6, 2
"""Sentences before within which "le président" was named, words of an office's name, and sentences
before within which the state of a leader was spoken of whom nothing names."""


class Title(NamedTuple):
    """An office as the text names it: which, and the countries that it is of, if it says so."""

    office: str
    countries: tuple[str, ...]


def office_holder(context: Context, naming: Naming) -> Resolved | None:
    """Take the holder of an office on the day. « le président russe », « son homologue chinois ».

    The day is the deed's where the text states it, else the reference date.
    """
    title = _title(context, naming)
    if title is not None and not title.countries and _is_american(context, naming):
        title = Title(title.office, AMERICAN)
    if title is None or len(title.countries) != 1:
        return None
    office = _rank(context, naming, title.office)
    name = None if office is None else _holder(context, naming, office, title.countries[0])
    if name is None:
        return None
    who = context.known_person(name, title.countries[0])
    return Resolved((who,), "office", f"{office} {title.countries[0]}")


def _is_american(context: Context, naming: Naming) -> bool:
    """Match "le secrétaire d'État", where the text speaks of the United States and names nobody."""
    view = context.view
    _, end = view.sentence(naming.last)
    words = " ".join(view.words[naming.first : min(end, naming.first + TITLE) + 1])
    title = next((each for each in WORDS["american_titles"] if words.startswith(each)), None)
    if title is None or context.word_before(naming.first) not in WORDS["the"]:
        return False
    behind = min(end, naming.first + len(title.split()))
    named = view.entity_at[behind] is not None or view.words[behind] in WORDS["to_whom"]
    return not named and any(country == AMERICAN[0] for _, country in context.states_named)


def _rank(context: Context, naming: Naming, office: str) -> str | None:
    """Return the office that a naming means: of "son homologue" that of whoever it belongs to.

    None where that is somebody of another rank, or of none known: "la ministre … son homologue".
    """
    days = _days(context, naming)
    if context.head(naming) not in WORDS["counterpart"] or days is None:
        return office
    view = context.view
    begin, _ = view.sentence(naming.first)
    for i in range(naming.first - 1, begin - 1, -1):
        number = view.entity_at[i]
        if number is not None and view.entities[number].label == "PER":
            held = _held_by(context.person(number), days[0])
            if held:
                return office if office in held else min(held)
        if view.words[i] in WORDS["of_some_rank"]:
            own = _title(context, context.naming(*view.span(i, i), None))
            return None if own is None else own.office
    return office


def _days(context: Context, naming: Naming) -> tuple[dt.date, dt.date] | None:
    """Return the days by which offices are held: those of the deed, else the reference date's."""
    if naming.days is not None:
        return naming.days
    return None if context.published is None else (context.published, context.published)


def _holder(context: Context, naming: Naming, office: str, country: str) -> str | None:
    """Return the one who holds an office on all of the days; None where it changes hands."""
    days = _days(context, naming)
    if days is None:
        return None
    held = {holder(office, country, day) for day in days}
    return held.pop() if len(held) == 1 else None


def named_holder(context: Context, naming: Naming) -> Resolved | None:
    """Take for a bare office the one named last who holds it. « Kim Jong-un … le dirigeant ».

    Of several in one sentence before it is the first: who acts there acts on.
    """
    title = _title(context, naming)
    days = _days(context, naming)
    if title is None or title.countries or days is None:
        return None
    if _own_countries(context, naming):
        return None  # "le président du parlement chinois" holds no office of a state
    if context.word_before(naming.first) not in WORDS["the"] | WORDS["demonstratives"]:
        return None
    for person in context.people_by_sentence(naming.first, BACK):
        if title.office in _held_by(person, days[0]):
            return Resolved((person,), "named holder", f"{title.office}: {person.name}")
    return None


def unnamed_leader(context: Context, naming: Naming) -> Resolved | None:
    """Take North Korea's leader, where the text speaks of it and names none. « Le dirigeant »."""
    head = context.head(naming)
    if (
        naming.entity is not None
        or head not in WORDS["its_leader"]
        or _own_countries(context, naming)
    ):
        return None
    if context.word_before(naming.first) not in WORDS["the"]:
        return None
    if next(context.sides_before(naming.first, STATE_BACK), None) != DPRK:
        return None
    name = _holder(context, naming, "head", DPRK)
    if name is None:
        return None
    return Resolved((context.known_person(name, DPRK),), "unnamed leader", head)


def counterpart(context: Context, naming: Naming) -> Resolved | None:
    """Take the other holder of the same office. « Kim Jong-un et Poutine … son homologue »."""
    days = _days(context, naming)
    if context.head(naming) not in WORDS["counterpart"] or days is None:
        return None
    if context.word_before(naming.first) not in WORDS["possessives"]:
        return None
    people = context.people_by_sentence(naming.first, BACK)
    one = next(people, None)
    if one is None:
        return None
    offices, told = _held_by(one, days[0]), _own_countries(context, naming)
    for other in people:
        if told and told != other.countries:
            continue  # "son homologue sud-coréen" is no American
        alike = offices & _held_by(other, days[0])
        if alike and other.countries != one.countries:
            return Resolved((other,), "counterpart", f"of {one.name}")
    return None


def _held_by(person: Referent, day: dt.date) -> set[str]:
    return {
        office
        for office in OFFICES
        for country in person.countries
        if holder(office, country, day) == person.name
    }


def _title(context: Context, naming: Naming) -> Title | None:
    """Read the office that a naming begins, also where it stops short: "secrétaire" d'État."""
    view = context.view
    before = context.word_before(naming.first)
    if before in WORDS["indefinite"] | WORDS["not_in_office"]:
        return None
    if naming.last > naming.first and view.words[naming.first] in WORDS["before_a_title"]:
        start, _ = view.span(naming.first + 1, naming.last)
        naming = context.naming(start, naming.end, naming.entity)
    if (by_seat := _of_a_seat(context, naming)) is not None:
        return by_seat
    first = naming.first - (before in WORDS["before_minister"])
    _, end = view.sentence(naming.last)
    for last in range(min(end, naming.first + TITLE), first - 1, -1):
        start, stop = view.span(first, last)
        words = " ".join(key(view.text[start:stop]).split())
        for office, nouns in OFFICES.items():
            if words in WORDS[nouns]:
                whole = context.naming(start, max(stop, naming.end), None)
                after = min(end, whole.last + 1)
                countries = context.nationality(whole.first, after)
                return Title(office, countries or context.complement(whole, states_only=True))
    return None


def _of_a_seat(context: Context, naming: Naming) -> Title | None:
    """Read the head of a state told by the seat: "le maître du Kremlin", "l'hôte de l'Élysée"."""
    if context.head(naming) not in WORDS["of_a_seat"]:
        return None
    view = context.view
    _, end = view.sentence(naming.last)
    if naming.last >= end or view.words[naming.last + 1] not in WORDS["of"]:
        return None
    numbers = view.entity_at[naming.last + 2 : min(end, naming.last + 3) + 1]
    seats = (view.entities[number] for number in numbers if number is not None)
    country = next((each.country for each in seats if each.kind == SEAT), None)
    return Title("head", (country,)) if country else None


def _own_countries(context: Context, naming: Naming) -> tuple[str, ...]:
    return (
        context.nationality(naming.first, naming.last)
        or context.complement(naming)
        or countries_behind(context, naming)
    )


def state_noun(context: Context, naming: Naming) -> Resolved | None:
    """Take a government by its nationality, or the state spoken of. « le régime nord-coréen »."""
    meant = state_meant(context, naming, _own_countries(context, naming))
    if meant is None:
        return None
    return Resolved(tuple(map(context.state, meant.countries)), meant.strategy, meant.evidence)


def nationality_word(context: Context, naming: Naming) -> Resolved | None:
    """Take an adjective alone for its states. « des tirs nord-coréens », « intercoréen »."""
    countries = context.nationality(naming.first, naming.last)
    if not countries or naming.first != naming.last:
        return None
    view = context.view
    several = context.gazetteer.demonyms.of_several(view.texts[naming.first])
    if (
        not several
        and view.pos[naming.first] in {"NOUN", "PROPN"}
        and view.texts[naming.first][:1].isupper()
    ):
        return None  # "les Nord-Coréens" are people
    return Resolved(tuple(map(context.state, countries)), "nationality", naming.text)


def described(context: Context, naming: Naming) -> Resolved | None:
    """Take people, forces and bodies by their nationality. « soldats nord-coréens »."""
    own = _own_countries(context, naming) or just_behind(context, naming)
    countries = (*own, *(listed_behind(context, naming) if kind_of(context, naming) in WHO else ()))
    phrase = context.phrase(naming)
    text = phrase is not None and bool(context.view.kinds(phrase) & TEXTS)
    if not countries or (text and kind_of(context, naming) == "thing"):
        return None  # "une résolution américaine" is on nobody's side
    return plain(context, naming, tuple(dict.fromkeys(countries)), "nationality", naming.text)
