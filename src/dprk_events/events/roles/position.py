"""Phrases around a trigger, by the position in which each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import (
    BEFORE_QUI,
    VERBAL,
    DocView,
    Phrase,
    VerbGroup,
    complements,
    coordinated,
    put_before,
)

_LISTS = word_lists(__package__)
AT_HEAD = _LISTS["places_at_head"] | _LISTS["others_at_head"]
AND, ASIDE = _LISTS["and"], _LISTS["opening_an_aside"]
SOURCES = _LISTS["of_sources"]
VISITS = _LISTS["visits"]
WITH_OTHERS = _LISTS["nouns_with_others"]
AMONG_OTHERS = _LISTS["among_others"] | _LISTS["by_numbers"]
"""Say that there are more, or how many, and nothing of sides."""
STOPS, QUE = closed_class("hard_stops"), closed_class("que")
BESIDE_NOUN = 3
"""Words before "avec" within which the noun that it completes stands: "tension accrue avec"."""
INSERTED = 12
"""Words that may be put between "qui" and its verb, with their commas."""


@dataclass
class Positions:
    """Phrases by position, in order of preference; ``light`` is the light verb's token, if any."""

    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    adjectives: list[int] = field(default_factory=list)
    """Tokens of nationality that modify the trigger noun."""
    light: VerbGroup | None = None
    _noted: set[tuple[str, Phrase]] = field(default_factory=set, repr=False)

    def add(self, position: str, phrase: Phrase | None) -> None:
        """Add a phrase, once per position."""
        if phrase is not None and (position, phrase) not in self._noted:
            self._noted.add((position, phrase))
            self.phrases.setdefault(position, []).append(phrase)

    def put_first(self, position: str, phrase: Phrase | None) -> None:
        """Add a phrase before those that the position has, once."""
        if phrase is not None and (position, phrase) not in self._noted:
            self.add(position, phrase)
            phrases = self.phrases[position]
            phrases.insert(0, phrases.pop())


def joined(view: DocView, phrase: Phrase, kinds: frozenset[str]) -> list[Phrase]:
    """Return a phrase and those coordinated with it that are of the same kinds."""
    return coordinated(view, phrase, lambda other: bool(view.kinds(other) & kinds))


def add_complements(
    view: DocView, found: Positions, token: int, start: int, passing: frozenset[str] = frozenset()
) -> None:
    """Add the prepositional phrases of a token, and a place or foe that opens its sentence."""
    source: int | None = None
    aside, previous = False, start
    for phrase in complements(view, token, start, passing):
        if " ".join(view.words[phrase.start : phrase.last + 1]) in AMONG_OTHERS:
            continue
        if phrase.prep == "avec" and is_with_others(view, phrase, token):
            continue  # "près de la frontière avec le Nord", "de tensions accrues avec le Nord"
        if source is not None and "," not in view.words[source : phrase.start]:
            continue  # "selon une source diplomatique | à Séoul"
        if phrase.prep == "de" and _of_a_source(view, phrase):
            continue  # "d'après un rapport | d'experts"
        if phrase.prep == "à" and _pays_visit_to(view, start, phrase):
            continue  # "s'est rendu à Pyongyang après la visite de Kim | à Poutine"
        source = phrase.last if phrase.prep in SOURCES else None
        if "," in (gap := view.words[previous + 1 : phrase.start]):
            aside = previous > start and opens_aside(gap)
        previous = max(previous, phrase.last)
        if aside:
            continue  # "une visite en Chine, son premier voyage | à l'étranger"
        found.add(phrase.prep or "object", phrase)
    begin, _ = view.sentence(token)
    first = next(view.each_phrase(begin, start), None)
    if first is not None and first.prep in AT_HEAD and first.start == begin:
        other_clause = first.prep == "à" and not QUE.isdisjoint(view.words[first.last + 1 : token])
        if not other_clause:  # "À Washington, on dit | que le Nord a livré des obus"
            found.add(first.prep, first)


def add_put_before(view: DocView, found: Positions, first: int) -> None:
    """Add the complement that stands before a verb group: "avec lequel il a parlé"."""
    if (told := put_before(view, first)) is not None:
        found.add(*told)


def _pays_visit_to(view: DocView, start: int, phrase: Phrase) -> bool:
    """Say whether "à …" is whom a visit is paid that is told of between a deed and it."""
    told = VISITS.isdisjoint(view.words[start + 1 : phrase.start])
    return not told and "person" in view.kinds(phrase)


def _of_a_source(view: DocView, phrase: Phrase) -> bool:
    """Say whether "de …" stands right behind who says so."""
    before = view.phrase(phrase.start - 1) if phrase.start else None
    return before is not None and before.last == phrase.start - 1 and before.prep in SOURCES


def is_with_others(view: DocView, phrase: Phrase, token: int) -> bool:
    """Say whether "avec …" completes a noun of the relations between states, just before."""
    near = range(phrase.start - 1, max(token, phrase.start - 1 - BESIDE_NOUN), -1)
    noun = next((i for i in near if view.words[i] in WITH_OTHERS), None)
    if noun is None:
        return False
    between = range(noun + 1, phrase.start)
    return all(view.pos[i] not in {"PUNCT", "ADP", "CCONJ"} for i in between)


def opens_aside(gap: Sequence[str]) -> bool:
    """Match what is said of a noun, behind its comma: ", son premier …"; no list."""
    one = gap[:1] == [","] and gap.count(",") == 1
    return one and not ASIDE.isdisjoint(gap[1:2]) and AND.isdisjoint(gap)


def relative_subject(view: DocView, first: int) -> int | None:
    """Return the relative "qui" just before a verb group, or before what is put in between."""
    begin, _ = view.sentence(first)
    for i in range(first - 1, max(begin, first - 4), -1):
        qui = _before_insertion(view, begin, i) if view.words[i] == "," else i
        if view.words[qui] == "qui":
            return None if view.words[qui - 1] in BEFORE_QUI else qui  # "pour qui Pyongyang …"
        if view.pos[i] != "ADV" and view.words[i] != ",":
            return None
    return None


def _before_insertion(view: DocView, begin: int, comma: int) -> int:
    """Return "qui" before words between two commas, else the comma: "qui, le 2 mai, a visé"."""
    for i in range(comma - 1, max(begin, comma - INSERTED) - 1, -1):
        if view.words[i] == "," and view.words[i - 1] == "qui":
            return i - 1
        if view.words[i] in STOPS or (view.pos[i] in VERBAL and view.entity_at[i] is None):
            return comma
    return comma
