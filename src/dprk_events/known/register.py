"""Find the happenings that the words of an event can mean."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dprk_events.known.days import Days, days_of, fit
from dprk_events.known.happening import Known
from dprk_events.known.unnamed import unnamed_in
from dprk_events.known.wording import Term, terms_of

STEMS_KEPT = 16_384
"""Wordings whose stems are kept: twice the names of the register, and of articles the latest."""

UN = "UN"
"""Stands for the bodies of the United Nations, in which any country may act."""


class Meant(NamedTuple):
    """A happening that can be meant, with the ground for it.

    ``name`` is the longest of its names that the words contain, empty where none does; ``words``
    are the words of the text that say so, in their order.
    """

    known: Known
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a happening under one event type; ``stems`` are what must be in the words."""

    known: Known
    text: str
    stems: frozenset[str]


class Register:
    """The known happenings; created by :func:`~dprk_events.known.load_known`."""

    def __init__(self, happenings: Sequence[Known]) -> None:
        self._by_id = {known.id: known for known in happenings}
        self._names: dict[tuple[str, str], list[_Name]] = {}
        self._unnamed = [known for known in happenings if known.unnamed is not None]
        self.unnamed_types = frozenset(kind for known in self._unnamed for kind in known.types)
        """The event types under which a happening may be meant without a name."""
        for kind in sorted({kind for known in happenings for kind in known.types}):
            self._add(kind, [known for known in happenings if kind in known.types])

    def __iter__(self) -> Iterator[Known]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def get(self, identity: str) -> Known | None:
        """Return the happening of that id, None if there is none."""
        return self._by_id.get(identity)

    def named(
        self,
        kind: str,
        words: str,
        *,
        countries: Collection[str] = (),
        people: Collection[str] = (),
        date: str | None = None,
        reference: dt.date | None = None,
    ) -> list[Meant]:
        """Return the happenings that an event can mean: one where it is plain which.

        Args:
            kind: The event's type.
            words: The trigger with its complements: "troisième essai nucléaire".
            countries: The countries behind its participants, as ISO codes; none if not known.
            people: Persons and bodies that take part, by the gazetteer's names. They count as
                words: "visite à Pyongyang" by Xi Jinping is "visite de Xi à Pyongyang".
            date: Its date as an EDTF value, None if it has none.
            reference: The day on which the text was written; what came later is not meant.

        Returns:
            Those of which a name is in the words and which nothing speaks against, in order of
            time. One that is named by more of the words displaces one that is named by fewer.

        Raises:
            ValueError: ``date`` is no EDTF value.

        """
        asked = _days_asked(date)
        spoken = terms_of(words, kind)
        terms = spoken + [term for who in sorted(people) for term in terms_of(who, kind)]
        found = [
            (names[0].known, names)
            for names in self._contained(kind, terms)
            if _possible(names[0].known, countries, people, reference)
            and not _speaks_against(names, spoken)
        ]
        dated = _of_that_date(found, asked)
        meant = [(known, names, _stems(names)) for known, names in dated]
        plainest = [
            _meant(known, names, terms)
            for known, names, stems in meant
            if not any(stems < more for _, _, more in meant)
        ]
        return sorted(plainest, key=lambda each: (each.known.earliest, each.known.id))

    def unnamed(
        self,
        kind: str,
        words: Sequence[str],
        *,
        actors: Collection[str],
        spoken_of: Collection[str],
        date: str | None = None,
        reference: dt.date | None = None,
    ) -> list[Known]:
        """Return the happenings that an event means though no name says so.

        Args:
            kind: The event's type.
            words: What each of its mentions says: trigger and what fills its roles.
            actors: The countries that act; they must be those of the happening.
            spoken_of: All countries that its sentences speak of; those of the recipients must be
                among them.
            date: Its date as an EDTF value; one of a few days tells which it is, and finds none.
            reference: The day on which the text was written; without it none is found.

        Raises:
            ValueError: ``date`` is no EDTF value.

        """
        asked = _days_asked(date)
        if reference is None:
            return []
        return unnamed_in(
            self._unnamed,
            words,
            kind,
            actors=actors,
            spoken_of=spoken_of,
            asked=asked,
            reference=reference,
        )

    def _add(self, kind: str, happenings: Sequence[Known]) -> None:
        """Index the names of a type by the rarest of their stems."""
        names = [_Name(k, name, stems(name, kind)) for k in happenings for name in k.names]
        often = Counter(stem for name in names for stem in name.stems)
        for name in names:
            rarest = min(name.stems, key=lambda stem: (often[stem], stem))
            self._names.setdefault((kind, rarest), []).append(name)

    def _contained(self, kind: str, terms: Sequence[Term]) -> Iterator[list[_Name]]:
        """Yield, by happening, the names that are contained in the terms."""
        here = {term.stem for term in terms}
        found: dict[str, list[_Name]] = {}
        for stem in sorted(here):
            for name in self._names.get((kind, stem), ()):
                if name.stems <= here:
                    found.setdefault(name.known.id, []).append(name)
        yield from found.values()


def _days_asked(date: str | None) -> Days | None:
    """Return the days of a date that is asked for, None where none is. Raises ValueError."""
    asked = None if date is None else days_of(date)
    if date is not None and asked is None:
        raise ValueError(f"“{date}” is no date. Write it as EDTF: 2018-06-12, 2018-06 or 2018.")
    return asked


@lru_cache(maxsize=STEMS_KEPT)
def stems(name: str, kind: str) -> frozenset[str]:
    """Return what must be in an event's words for a name to be in them."""
    return frozenset(term.stem for term in terms_of(name, kind))


def _stems(names: Sequence[_Name]) -> frozenset[str]:
    return frozenset().union(*(name.stems for name in names))


def _possible(
    known: Known,
    countries: Collection[str],
    people: Collection[str],
    reference: dt.date | None,
) -> bool:
    """Whether neither time nor participants speak against a happening.

    An event may leave participants out and a text may add some, but not both: then it is another.
    """
    if reference is not None and known.earliest > reference:
        return False
    if UN not in known.countries and _apart({*countries}, {*known.countries}):
        return False
    return not _apart({*people}, {*known.people})


def _apart(some: set[str], others: set[str]) -> bool:
    """Whether each of them has what the other lacks."""
    return bool(some and others) and not (some <= others or others <= some)


def _speaks_against(names: Sequence[_Name], terms: Sequence[Term]) -> bool:
    """Whether a word that no name accounts for tells of another happening."""
    known, used = names[0].known, _stems(names)
    left = [term for term in terms if term.stem not in used]
    return any(
        term.ordinal
        or term.another
        or (term.month is not None and fit(known.days, Days(yearless=(term.month, None))) is None)
        or (term.year is not None and not known.earliest.year <= term.year <= known.latest.year)
        for term in left
    )


def _of_that_date(
    found: Sequence[tuple[Known, list[_Name]]], asked: Days | None
) -> Sequence[tuple[Known, list[_Name]]]:
    """Return those of the date that is asked for; those a day apart only where none is."""
    if asked is None:
        return found
    fits = [(fit(known.days, asked), known, names) for known, names in found]
    same = [(known, names) for how, known, names in fits if how == "same"]
    return same or [(known, names) for how, known, names in fits if how == "near"]


def _meant(known: Known, names: Sequence[_Name], terms: Sequence[Term]) -> Meant:
    """Return a happening with its longest name, and the words of the text that name it."""
    longest = max(names, key=lambda name: (len(name.stems), name.text))
    used = _stems(names)
    return Meant(known, longest.text, tuple(term.text for term in terms if term.stem in used))
