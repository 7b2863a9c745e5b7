"""Collect what one mention says, and what the mentions of an event say together."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dprk_events.coreference import WORDS as WHO
from dprk_events.coreference import Context, resolve
from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.events.event import Filler, Mention
from dprk_events.events.merging.alike import fate, specific, specific_pact, standing
from dprk_events.events.merging.ranks import Rank, rank_of
from dprk_events.french import closed_class, key, looks_plural, word_lists
from dprk_events.syntax import NOUNS, VERBAL, DocView

WORDS = word_lists(__package__)
TIMES = WORDS["times"]
"""Nouns that count repetitions of an event."""
COUNTING = tuple(TIMES)
SINGULAR = tuple(WORDS["singular_endings"])
ONLY_PLURAL, PLURAL_OF_A_FIGHT = WORDS["only_plural"], WORDS["plural_of_a_fight"]
SIDES = ("actor", "recipient")
PLACED = ("location", "destination", "origin", "recipient")
BACKGROUND = WORDS["told_before"]
PLACING = WORDS["placing"]
MEASURING = WORDS["measuring"]
PERFECT_INFINITIVES = WORDS["perfect_infinitives"]
BEFORE_VERB = frozenset({"PRON", "ADV"})
MANY_NATIONS = WHO["of_many_nations"]
DEFINITE = WORDS["definite"] | closed_class("demonstratives")
BETWEEN_KOREAS = WORDS["between_the_koreas"]
AT_THE_BORDER = WORDS["at_the_border"]
WIDE = frozenset({"state", "capital", "half"})
HEAD_SENTENCES = 2
LABEL = 4
"""A first line of fewer words is the label of a section and no headline."""


@dataclass
class Places:
    """Named places, indexed by what makes two of them the same."""

    names: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    wide: set[str] = field(default_factory=set)
    """Countries named directly or by their capital."""

    def add(self, place: Entity) -> None:
        """Add a place."""
        self.names.add(place.canonical or key(place.text))
        if place.country is not None:
            self.countries.add(place.country)
            if place.kind in WIDE:
                self.wide.add(place.country)

    def update(self, other: Places) -> None:
        """Add all places of another list."""
        self.names |= other.names
        self.countries |= other.countries
        self.wide |= other.wide

    def meets(self, other: Places) -> bool:
        """Return whether the two share a place: the same name, or a state and a place in it."""
        return not (
            self.names.isdisjoint(other.names)
            and not self._on_one_border(other)
            and self.wide.isdisjoint(other.countries)
            and self.countries.isdisjoint(other.wide)
        )

    def at_the_border(self, other: Places) -> bool:
        """Return whether each names the line or the zone between the two Koreas, and no more."""
        return all({key(name) for name in each.names} <= AT_THE_BORDER for each in (self, other))

    def _on_one_border(self, other: Places) -> bool:
        """Return whether both name the zone, the line or the village between the two Koreas."""
        mine, theirs = ({key(name) for name in each.names} for each in (self, other))
        return not (BETWEEN_KOREAS.isdisjoint(mine) or BETWEEN_KOREAS.isdisjoint(theirs))


@dataclass
class Said:
    """What one mention, or all mentions of a draft, say about an event."""

    dates: dict[tuple[str | None, ...], Timex] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Countries and names of each side; they distinguish events."""
    nouns: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Common nouns of each side; they do not."""
    persons: set[str] = field(default_factory=set)
    ranks: set[Rank] = field(default_factory=set)
    """Whether who acts leads a state or serves one."""
    victims: set[str] = field(default_factory=set)
    """Bodies by name to whom it is done."""
    things: set[frozenset[str]] = field(default_factory=set)
    thing_words: set[str] = field(default_factory=set)
    names: set[frozenset[str]] = field(default_factory=set)
    name_words: set[str] = field(default_factory=set)
    places: dict[str, Places] = field(default_factory=lambda: defaultdict(Places))
    amounts: set[tuple[float, float]] = field(default_factory=set)
    fates: set[str] = field(default_factory=set)
    rules: set[str] = field(default_factory=set)
    standings: set[str] = field(default_factory=set)
    plurals: set[bool] = field(default_factory=set)
    many_nations: bool = False
    """Whether those acted upon are told anew as of several nations: "des volontaires étrangers"."""
    reported: bool = False

    def update(self, other: Said) -> None:
        """Add what another mention says."""
        self.dates.update(other.dates)
        for role, keys in other.keys.items():
            self.keys[role] |= keys
        for role, nouns in other.nouns.items():
            self.nouns[role] |= nouns
        for role, places in other.places.items():
            self.places[role].update(places)
        self.persons |= other.persons
        self.ranks |= other.ranks
        self.victims |= other.victims
        self.things |= other.things
        self.thing_words |= other.thing_words
        self.names |= other.names
        self.name_words |= other.name_words
        self.amounts |= other.amounts
        self.fates |= other.fates
        self.rules |= other.rules
        self.standings |= other.standings
        self.plurals |= other.plurals
        self.many_nations = self.many_nations or other.many_nations
        self.reported = self.reported or other.reported


@dataclass
class Draft:
    """An event that is still being assembled."""

    type: str
    number: int
    """Its position among the drafts, by first mention."""
    mentions: list[Mention]
    said: Said
    background: bool
    """Presented as earlier background: "le précédent lancement", "avait déjà testé"."""
    had_been: bool
    """First told in the pluperfect, further down: "En 2017, un drone avait survolé la base"."""
    measured: bool
    """First told as what another deed is measured from: "trois jours après un essai"."""
    headline: bool
    """Mentioned in the first sentences only."""
    news: bool = False
    """First mentioned in the first sentences."""
    published: dt.date | None = None
    """The day of the article; if it is not known, the latest day that it names, else None."""

    @property
    def is_past(self) -> bool:
        """Whether it is no news, but what had been before."""
        return self.background or self.had_been


def said_by(context: Context, mention: Mention) -> Said:
    """Collect what a mention says."""
    view = context.view
    said = Said(
        amounts=set(_amounts(mention)),
        fates={fate(mention)},
        rules={mention.rule_name},
        standings={standing(mention)},
        reported=mention.modality == "reported",
    )
    date = mention.counted if mention.date is None else view.dates[mention.date]
    if date is not None:
        words = key(date.text) if date.value is None else None
        said.dates[date.value, date.earliest, date.latest, words] = date
    if (plural := _plural(view, mention)) is not None:
        said.plurals.add(plural)
    for filler in mention.fillers:
        if filler.role in SIDES:
            _note_side(context, said, filler)
        if filler.role == "actor" and (rank := rank_of(context, filler)) is not None:
            said.ranks.add(rank)
        if filler.role == "instrument":
            said.things.add(specific(filler.text))
        elif filler.role == "name" or (
            filler.role == "theme" and "theme" in mention.event_type.told_apart_by
        ):
            said.names.add(specific_pact(filler.text))
        if filler.entity is None and filler.role == "recipient":
            _note_where(context, said, filler)
        if filler.entity is not None:
            entity = view.entities[filler.entity]
            if filler.role in PLACED and entity.label == "LOC":
                said.places[filler.role].add(entity)
            elif filler.role == "actor" and entity.label == "PER":
                said.persons.add(entity.canonical or entity.text)
            elif filler.role == "recipient" and entity.label == "ORG":
                said.victims.add(key(entity.canonical or entity.text))
    owned = mention.event_type.granted_to is not None or (
        "rule" in mention.event_type.told_apart_by
    )
    if not said.keys["actor"] and owned:
        _note_owner(context, said, mention)  # "un missile nord-coréen a survolé l'archipel"
    said.thing_words.update(*said.things)
    said.name_words.update(*said.names)
    return said


def day_of(context: Context) -> dt.date | None:
    """Return the day of the article, or the latest day that it names: it was written no earlier."""
    if context.published is not None:
        return context.published
    days = (d.latest for d in context.view.dates if d.latest is not None and d.latest == d.earliest)
    latest = max(days, default=None)
    return None if latest is None else dt.date.fromisoformat(latest)


def _note_where(context: Context, said: Said, filler: Filler) -> None:
    """Note the place of a thing acted upon: "une usine de Dnipro"."""
    view = context.view
    naming = context.naming(filler.start, filler.end, None)
    _, end = view.sentence(naming.last)
    at = naming.last + 1
    number = view.entity_at[at + 1] if at < end and view.words[at] in PLACING else None
    if number is not None and view.entities[number].label == "LOC":
        said.places[filler.role].add(view.entities[number])


def in_background(view: DocView, mention: Mention) -> bool:
    """Return whether a mention refers to something earlier."""
    begin, _ = view.sentence(mention.token)
    first = max(begin, mention.token - 4)
    for i in range(mention.token - 1, first - 1, -1):
        if view.words[i] == ",":  # "pour d'autres, le tir …"
            first = i + 1
            break
    return not BACKGROUND.isdisjoint(view.words[first : mention.token + 2])


def is_measured_from(view: DocView, mention: Mention) -> bool:
    """Match a noun behind "trois jours après", which is a time of its own.

    So too what had been done by then: "trois jours après avoir tiré".
    """
    if view.pos[mention.token] in VERBAL:
        return _done_by_then(view, mention)
    phrase = view.phrase(mention.token)
    if phrase is None or phrase.prep is None or view.pos[mention.token] not in NOUNS:
        return False
    return view.date_at[phrase.start] is not None and phrase.prep in MEASURING


def _done_by_then(view: DocView, mention: Mention) -> bool:
    """Match "testé" in "dix jours après avoir testé", "deux ans après s'y être rendu"."""
    begin, _ = view.sentence(mention.token)
    at = mention.token - 1
    while at > begin and (view.words[at] in PERFECT_INFINITIVES or view.pos[at] in BEFORE_VERB):
        at -= 1
    before = view.words[at + 1 : mention.token]
    then = view.words[at] in MEASURING and not PERFECT_INFINITIVES.isdisjoint(before)
    return then and (view.date_at[at] is not None or view.date_at[at - 1] is not None)


def in_head(view: DocView, mention: Mention) -> bool:
    """Return whether a mention is in the first sentences, a section's label not counted."""
    opening = view.first_line.sentence
    first, last = view.sentences[opening]
    label = last - first + 1 < LABEL
    return view.sentence_at[mention.token] < opening + HEAD_SENTENCES + label


def _note_side(context: Context, said: Said, filler: Filler) -> None:
    """Note the countries behind a side; else its name; else its noun."""
    view = context.view
    naming = context.naming(filler.start, filler.end, filler.entity)
    for referent in resolve(context, naming).referents:
        if referent.countries:
            said.keys[filler.role].update(referent.countries)
        elif filler.entity is not None:
            said.keys[filler.role].add(referent.key)
        else:
            said.nouns[filler.role].add(key(filler.text))
            before = view.words[naming.first - 1] if naming.first else ""
            foreign = not MANY_NATIONS.isdisjoint(view.words[naming.first : naming.last + 1])
            if foreign and filler.role == "recipient" and before not in DEFINITE:
                said.many_nations = True


def _note_owner(context: Context, said: Said, mention: Mention) -> None:
    """Note as who acts the country whose the weapon tested is."""
    for filler in mention.fillers:
        if filler.role == "instrument":
            naming = context.naming(filler.start, filler.end, filler.entity)
            found = context.nationality(naming.first, naming.last) or context.complement(naming)
            said.keys["actor"].update(found)


def _amounts(mention: Mention) -> Sequence[tuple[float, float]]:
    """Return least and greatest value of the quantities that a mention states."""
    return [
        (f.low or 0, f.high or f.value or float("inf")) if f.value is None else (f.value, f.value)
        for f in mention.fillers
        if f.role == "quantity" and (f.value, f.low, f.high) != (None, None, None)
    ]


def _counts_times(view: DocView, filler: Filler) -> bool:
    return view.text[filler.end : filler.end + 9].strip().startswith(COUNTING)


def _plural(view: DocView, mention: Mention) -> bool | None:
    if any(f.role == "quantity" and _counts_times(view, f) for f in mention.fillers):
        return True
    token = view.tokens[mention.token]
    if token.pos_ not in NOUNS:
        return None
    word = view.words[mention.token]
    one_fight = word in PLURAL_OF_A_FIGHT and "weapon" not in mention.event_type.told_apart_by
    if word in ONLY_PLURAL or one_fight:
        # "une vingtaine de manœuvres" are several
        return True if any(f.counts == "trigger" for f in mention.fillers) else None
    return looks_plural(token.text) and not token.text.endswith(SINGULAR)
