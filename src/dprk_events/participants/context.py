"""What the document says of its participants, looked up by token: made once, asked often."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from dprk_events.entities import Entity
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.syntax import DocView, Phrase
from dprk_events.french import key, word_lists
from dprk_events.language import Gazetteer
from dprk_events.participants.participant import Naming, Referent

_T = TypeVar("_T")
WORDS = word_lists("dprk_events.participants")
STATES = frozenset({"state", "half", "capital"})
NEAR = 2
"""Sentences before within which "les deux pays" are looked for."""


class Context:
    """A document's view with the look-ups that the strategies share.

    Args:
        view: The document.
        gazetteer: Known names: the states, and the countries of nationality words.
        published: The reference date, by which office holders are known.

    """

    def __init__(
        self, view: DocView, gazetteer: Gazetteer, published: dt.date | None = None
    ) -> None:
        self.view = view
        self.published = published
        self.gazetteer = gazetteer
        self._starts = view.tokens.idx
        self._people: dict[int, Referent] = {}

    def naming(self, start: int, end: int, entity: int | None) -> Naming:
        """Return the naming at a stretch of code points."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_right(self._starts, max(start, end - 1)) - 1)
        return Naming(first, last, start, end, self.view.text[start:end], entity)

    def nationality(self, first: int, last: int) -> tuple[str, ...]:
        """Return the countries of the nationality words from one token to another.

        Words in names count where the name has no country of its own.
        """
        found: list[str] = []
        for i in range(first, last + 1):
            number = self.view.entity_at[i]
            if number is None or self.view.entities[number].country is None:
                for word in (self.view.texts[i], *self.view.texts[i].split()):
                    found += self.gazetteer.demonyms.countries(word) or ()
        return tuple(dict.fromkeys(found))

    def state(self, country: str) -> Referent:
        """Return the state of a country."""
        name, kb = self._states.get(country, (country, None))
        return Referent(f"state:{country}", name, "state", (country,), kb)

    @cached_property
    def countries_of_names(self) -> dict[str, str]:
        """The country of each name that has one, names folded, in the order of first mention."""
        found: dict[str, str] = {}
        for entity in self.view.entities:
            if entity.country:
                found.setdefault(key(entity.canonical or entity.text), entity.country)
        return found

    @cached_property
    def _states(self) -> dict[str, tuple[str, str | None]]:
        found: dict[str, tuple[str, str | None]] = {}
        for entry in self.gazetteer.entries():
            if entry.kind == "state" and entry.country and entry.canonical:
                found.setdefault(entry.country, (entry.canonical, entry.kb))
        return found

    def known_person(self, name: str, country: str) -> Referent:
        """Return a person who need not be named in the text: by the gazetteer's name."""
        return Referent(f"person:{key(name)}", name, "person", (country,), self._kb.get(name))

    @cached_property
    def _kb(self) -> dict[str, str]:
        entries = self.gazetteer.entries()
        return {e.canonical: e.kb for e in entries if e.label == "PER" and e.canonical and e.kb}

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

    def _person(self, number: int) -> Referent:
        found = self.view.entities[number]
        full = self._full_name(found)
        name = full.canonical or full.text
        countries = (full.country,) if full.country else self._countries_of_person(name)
        return Referent(f"person:{key(name)}", name, "person", countries, full.kb)

    def _full_name(self, short: Entity) -> Entity:
        """Return the one person of the text whose surname a bare surname is, else itself."""
        if short.canonical is not None or " " in short.text:
            return short
        found: dict[str, Entity] = {}
        for entity in self.view.entities:
            name = entity.canonical or entity.text
            if entity.label == "PER" and " " in name and short.text in name.split():
                found.setdefault(name, entity)
        return next(iter(found.values())) if len(found) == 1 else short

    def _countries_of_person(self, name: str) -> tuple[str, ...]:
        """Return the countries in the words beside any naming of a person without one."""
        view = self.view
        for entity in self._people_by_name.get(name, ()):
            phrase = view.phrase(entity.last)
            if phrase is not None and (found := self._countries_in(phrase)):
                return found
            begin, end = view.sentence(entity.last)
            after = min(end, entity.last + 9)
            apposed = entity.last < end and view.words[entity.last + 1] in {",", "("}
            if apposed and (found := self.nationality(entity.last + 1, after)):
                return found
            before = view.phrase(entity.first - 2) if entity.first - 2 >= begin else None
            apposed = before is not None and view.words[entity.first - 1] == ","
            if before and apposed and (found := self._countries_in(before)):
                return found
        return ()

    def _countries_in(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the countries of a phrase: "le chef de l'armée russe" by the name of a body."""
        bodies = [
            country
            for i in range(phrase.first, phrase.last + 1)
            if (number := self.view.entity_at[i]) is not None
            and self.view.entities[number].label == "ORG"
            and (country := self.view.entities[number].country)
        ]
        found = self.nationality(phrase.first, phrase.last)
        return found or tuple(dict.fromkeys(bodies))

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
    def people_named(self) -> list[tuple[int, int]]:
        """Each naming of a person, in text order: token and entity."""
        return [(e.first, n) for n, e in enumerate(self.view.entities) if e.label == "PER"]

    def states_before(self, token: int, sentences: int = NEAR) -> Iterator[str]:
        """Yield the countries spoken of before a token, the latest first, each once."""
        yield from self._before(self.states_named, token, sentences)

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
            if not quoted and self._is_quoted(number):
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

    def _is_quoted(self, number: int) -> bool:
        """Say whether a naming of a person stands behind a verb of saying, or "selon"."""
        entity = self.view.entities[number]
        phrase = self.view.phrase(entity.last)
        start = entity.first if phrase is None else min(entity.first, phrase.first)
        begin, _ = self.view.sentence(entity.first)
        before = self.view.words[max(begin, start - 2) : start]
        return any(word in load_cues().saying or word in WORDS["according_to"] for word in before)

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
        for i in range(at + 1, min(end, at + 3) + 1):
            number = view.entity_at[i]
            if number is not None:
                entity = view.entities[number]
                if not entity.country or (states_only and entity.label != "LOC"):
                    return ()
                return (entity.country,)
            if view.words[i] not in WORDS["definite"]:
                break
        return ()
