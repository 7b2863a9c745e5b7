"""What the document says of its participants, looked up by token: made once, asked often."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from dprk_events.coreference.bare import behind_bare
from dprk_events.coreference.nationals import Nationals
from dprk_events.coreference.offices import heads
from dprk_events.coreference.referent import Naming, Referent
from dprk_events.coreference.to_do import is_to_do
from dprk_events.entities import Entity, after_rank
from dprk_events.french import key, looks_plural, word_lists
from dprk_events.language import Gazetteer
from dprk_events.language.gazetteer.entry import Entry
from dprk_events.syntax import DocView, Phrase

_T = TypeVar("_T")
WORDS = word_lists(__package__)
STATES = frozenset({"state", "half", "capital"})
SEAT = "seat"
"""Kind of the bodies that are called by the house they sit in: "le Kremlin"."""
NEAR = 2
"""Sentences before within which "les deux pays" are looked for."""


def within(namings: Sequence[tuple[int, _T]], begin: int, end: int) -> Sequence[tuple[int, _T]]:
    """Return those of the namings, given in text order, that stand between two tokens."""
    first = bisect_left(namings, begin, key=lambda naming: naming[0])
    return namings[first : bisect_right(namings, end, key=lambda naming: naming[0])]


class Context:
    """A document's view with the look-ups that the strategies share.

    Args:
        view: The document.
        gazetteer: Known names: the states, and the countries of nationality words.
        published: The reference date, by which office holders are known.
        saying: Forms of the verbs of saying: who stands behind one is only quoted.

    """

    def __init__(
        self,
        view: DocView,
        gazetteer: Gazetteer,
        published: dt.date | None = None,
        saying: frozenset[str] = frozenset(),
    ) -> None:
        self.view = view
        self.saying = saying
        self.published = published
        self.gazetteer = gazetteer
        self._nationals = Nationals(view, gazetteer)
        self._starts = view.tokens.idx
        self._people: dict[int, Referent] = {}
        self.women: dict[str, bool] = {}
        """What is known of who is a woman, by the person's key."""

    def naming(self, start: int, end: int, entity: int | None) -> Naming:
        """Return the naming at a stretch of code points."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Naming(first, last, start, end, self.view.text[start:end], entity)

    def nationality(self, first: int, last: int) -> tuple[str, ...]:
        """Return the countries of the nationality words from one token to another.

        Words in names count where the name has no country of its own.
        """
        return self._nationals.nationality(first, last)

    def state(self, country: str) -> Referent:
        """Return the state of a country."""
        entry = self.gazetteer.states.get(country)
        name, kb = (entry.canonical or country, entry.kb) if entry else (country, None)
        return Referent(f"state:{country}", name, "state", (country,), kb)

    @cached_property
    def countries_of_names(self) -> dict[str, str]:
        """The country of each name that has one, names folded, in the order of first mention."""
        found: dict[str, str] = {}
        for entity in self.view.entities:
            if entity.country:
                found.setdefault(key(entity.canonical or entity.text), entity.country)
        return found

    def known_person(self, name: str, country: str) -> Referent:
        """Return a person who need not be named in the text: by the gazetteer's name."""
        entry = self.gazetteer.people.get(name)
        return Referent(
            f"person:{key(name)}", name, "person", (country,), entry.kb if entry else None
        )

    def of_phrase(self, phrase: Phrase) -> Naming:
        """Return a phrase as a naming."""
        start, end = self.view.span(phrase.first, phrase.last)
        return Naming(phrase.first, phrase.last, start, end, self.view.text[start:end], None)

    def person(self, entity: int) -> Referent:
        """Return the person that an entity names, with the country that the text gives them."""
        known = self._people.get(entity)
        if known is None:
            known = self._people[entity] = self._person(entity)
        return known

    def namings_of(self, person: Referent) -> list[int]:
        """Return the entities that name a person, in text order."""
        return self._namings.get(person.key, [])

    @cached_property
    def _namings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for _, number in self.people_named:
            found.setdefault(self.person(number).key, []).append(number)
        return found

    def _person(self, number: int) -> Referent:
        found = self.view.entities[number]
        full = self._full_name(found)
        ranked = after_rank(self.view.text, found.start)
        if (
            full.canonical is None
            and not ranked
            and (head := self._in_office(full.text))
            and head.country
        ):
            return self.known_person(head.canonical or full.text, head.country)
        name = full.canonical or full.text
        countries = (full.country,) if full.country else self._country_of(name)
        return Referent(f"person:{key(name)}", name, "person", countries, full.kb)

    def _full_name(self, short: Entity) -> Entity:
        """Return the one person of the text whose surname a bare surname is, else itself."""
        if (
            short.canonical is not None
            or " " in short.text
            or after_rank(self.view.text, short.start)
        ):
            return short
        found = self._full_names.get(short.text, {})
        return next(iter(found.values())) if len(found) == 1 else short

    def _in_office(self, surname: str) -> Entry | None:
        """Return the one head of a state on the day who has a surname that stands alone."""
        if self.published is None or " " in surname:
            return None
        bearers = {entry.canonical: entry for entry in self.gazetteer.bearers(surname)}
        found = bearers.keys() & heads(self.published)
        return bearers[found.pop()] if len(found) == 1 else None

    @cached_property
    def _full_names(self) -> dict[str, dict[str, Entity]]:
        """The people whose full names have a word in them: word → name → first entity."""
        found: dict[str, dict[str, Entity]] = {}
        for entity in self.view.entities:
            name = entity.canonical or entity.text
            if entity.label == "PER" and " " in name:
                for word in name.split():
                    found.setdefault(word, {}).setdefault(name, entity)
        return found

    def _country_of(self, name: str) -> tuple[str, ...]:
        return self._nationals.country_of(name, self._people_by_name.get(name, ()))

    @cached_property
    def _people_by_name(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.view.entities:
            if entity.label == "PER":
                found.setdefault(entity.canonical or entity.text, []).append(entity)
        return found

    @cached_property
    def states_named(self) -> list[tuple[int, str]]:
        """Each place where a state is spoken of, in text order: token and country."""
        found = [
            (entity.first, entity.country)
            for entity in self.view.entities
            if entity.label == "LOC" and entity.kind in STATES and entity.country
        ]
        for i, text in enumerate(self.view.texts):
            if self.view.entity_at[i] is None:
                found += [(i, c) for c in self.gazetteer.demonyms.countries(text) or ()]
        return sorted(found)

    @cached_property
    def bodies_named(self) -> list[tuple[int, str]]:
        """Each place where a body with a country is named, in text order: token and country."""
        found = [e for e in self.view.entities if e.label == "ORG" and e.country]
        return [(e.first, e.country) for e in found if e.country]

    @cached_property
    def state_entities(self) -> list[int]:
        """The entities that name a state or its capital, in text order."""
        entities = self.view.entities
        return [n for n, e in enumerate(entities) if e.country and e.kind in STATES]

    @cached_property
    def state_entities_of(self) -> dict[str, list[int]]:
        """The same by country."""
        found: dict[str, list[int]] = {}
        for number in self.state_entities:
            found.setdefault(self.view.entities[number].country or "", []).append(number)
        return found

    @cached_property
    def people_named(self) -> list[tuple[int, int]]:
        """Each naming of a person, in text order: token and entity."""
        return [(e.first, n) for n, e in enumerate(self.view.entities) if e.label == "PER"]

    @cached_property
    def first_namings(self) -> list[int]:
        """The first naming of each person, in text order: entities."""
        first: dict[str, int] = {}
        for _, number in self.people_named:
            first.setdefault(self.person(number).key, number)
        return list(first.values())

    def states_before(self, token: int, sentences: int = NEAR) -> Iterator[str]:
        """Yield the countries spoken of before a token, the latest first, each once."""
        yield from self._before(self.states_named, token, sentences)

    def sides_before(self, token: int, sentences: int) -> Iterator[str]:
        """Yield the same, but for those that only say where: "à Singapour"."""
        yield from self._before(self._sides_named, token, sentences)

    @cached_property
    def _sides_named(self) -> list[tuple[int, str]]:
        return [(at, country) for at, country in self.states_named if not self.says_where(at)]

    def says_where(self, token: int) -> bool:
        """Say whether a place named at a token only says where: "à Singapour"."""
        words = self.view.words
        before = token - 1 if token and words[token - 1] not in WORDS["definite"] else token - 2
        return any(i >= 0 and words[i] in WORDS["where"] for i in {before, token - 1})

    def entities_before(self, token: int, sentences: int) -> Iterator[int]:
        """Yield the entities that name people before a token, the latest first."""
        yield from self._before(self.people_named, token, sentences)

    def people_before(
        self, token: int, sentences: int = NEAR, *, quoted: bool = True
    ) -> Iterator[Referent]:
        """Yield the people named before a token, the latest first, each once.

        Without ``quoted``, namings behind a verb of saying are passed over: "…, a déclaré X".
        """
        seen: set[str] = set()
        for number in self._before(self.people_named, token, sentences):
            if not quoted and self.is_quoted(number):
                continue
            person = self.person(number)
            if person.key not in seen:
                seen.add(person.key)
                yield person

    def people_by_sentence(self, token: int, sentences: int) -> Iterator[Referent]:
        """Yield the people named before a token, as subjects are sought.

        Those of its own sentence come first, the latest before the others; then those of each
        sentence before, in text order.
        """
        numbers = list(self._before(self.people_named, token, sentences))
        here = self.view.sentence_at[token]
        where = {n: self.view.sentence_at[self.view.entities[n].first] for n in numbers}
        own = [n for n in numbers if where[n] == here]
        earlier = sorted((n for n in numbers if where[n] != here), key=lambda n: (-where[n], n))
        yield from map(self.person, (*own, *earlier))

    def country_before(self, token: int, sentences: int) -> str | None:
        """Return the country of the state, or else the person, spoken of last before a token."""
        return next(self._before(self._countries_named, token, sentences), None)

    @cached_property
    def _countries_named(self) -> list[tuple[int, str]]:
        people = ((at, self.person(number).countries) for at, number in self.people_named)
        of_people = [(at, countries[0]) for at, countries in people if countries]
        return sorted([*self.states_named, *of_people])

    def is_quoted(self, number: int) -> bool:
        """Say whether a naming of a person stands behind a verb of saying, or "selon"."""
        entity = self.view.entities[number]
        phrase = self.view.phrase(entity.last)
        if phrase is not None and phrase.prep in WORDS["to_whom"]:
            return False  # "promet à Kim": to whom it is said
        if phrase is not None and is_to_do(self.view, phrase):
            return False  # "accuse Kim de mentir"
        start = entity.first if phrase is None else min(entity.first, phrase.first)
        begin, _ = self.view.sentence(entity.first)
        before = self.view.words[max(begin, start - 2) : start]
        return any(word in self.saying or word in WORDS["according_to"] for word in before)

    def _before(
        self, namings: Sequence[tuple[int, _T]], token: int, sentences: int
    ) -> Iterator[_T]:
        here = self.view.sentence_at[token]
        seen: set[_T] = set()
        for at in range(bisect_right(namings, token, key=lambda n: n[0]) - 1, -1, -1):
            place, value = namings[at]
            if here - self.view.sentence_at[place] > sentences:
                return
            if place < token and value not in seen:
                seen.add(value)
                yield value

    def phrase(self, naming: Naming) -> Phrase | None:
        """Return the phrase that a naming stands in."""
        return self.view.phrase(naming.last)

    def head(self, naming: Naming) -> str:
        """Return the head noun of a naming, folded."""
        phrase = self.phrase(naming)
        inside = phrase is not None and naming.first <= phrase.head <= naming.last
        return self.view.words[phrase.head if inside and phrase else naming.first]

    def word_before(self, token: int) -> str:
        """Return the word before a token, empty at the head of its sentence."""
        begin, _ = self.view.sentence(token)
        return self.view.words[token - 1] if token > begin else ""

    def complement(self, naming: Naming, *, states_only: bool = False) -> tuple[str, ...]:
        """Return the countries of "de …" behind a naming: "l'armée du Sud", "venus de Russie".

        With ``states_only`` a place must follow: "le président du parlement russe" is not Russia's.
        """
        view = self.view
        _, end = view.sentence(naming.last)
        at = naming.last + 1
        if at <= end and view.words[at] in WORDS["coming"]:
            at += 1
        if at > end or view.words[at] not in WORDS["of"]:
            return ()
        first = behind_bare(view, at, end)
        for i in range(first, min(end, first + 2) + 1):
            number = view.entity_at[i]
            if number is not None:
                entity = view.entities[number]
                if not entity.country or (states_only and entity.label != "LOC"):
                    return ()
                if first > at + 1 and entity.kind not in STATES:
                    return ()  # "bureau de liaison de Kaesong" is no town's
                return self._list_of_states(naming, i, entity.country)
            if view.words[i] not in WORDS["definite"]:
                break
        return ()

    def _list_of_states(self, naming: Naming, token: int, country: str) -> tuple[str, ...]:
        """Return the states of a list: "les envoyés de Tokyo et Séoul"; one for one person."""
        if not looks_plural(self.head(naming)):
            return (country,)
        view = self.view
        _, end = view.sentence(token)
        found = [country]
        for i in range(token + 1, end + 1):
            number = view.entity_at[i]
            entity = None if number is None else view.entities[number]
            if entity is not None and entity.kind in STATES and entity.country:
                found.append(entity.country)
            elif entity is not None or view.words[i] not in WORDS["in_a_list"] | WORDS["of"]:
                break
        return tuple(dict.fromkeys(found))
