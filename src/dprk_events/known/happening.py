"""A happening of the register."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal, NamedTuple

from dprk_events.known.days import Days

Side = Literal["actor", "recipient"]


class Participant(NamedTuple):
    """Who took part: ``name`` as the gazetteer calls them, or the code of a country."""

    role: Side
    name: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """When a happening is meant by what is told of its type and sides, without a name or a day.

    ``published`` are the days of publication in which the press means it; ``count`` are the least
    and the greatest number that is told of it, None where any may be; ``unlike`` are the stems of
    words that tell of another.
    """

    published: Days
    count: tuple[int, int] | None
    unlike: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """One happening, as it stands on public record.

    ``date`` is an EDTF value and ``days`` its days; ``countries`` are all countries concerned, with
    ``UN`` for the bodies of the United Nations; ``names`` are what the French press calls it,
    ``unnamed`` says when it is meant without a name (None: never), and ``also`` are further event
    types under which it is told; ``source`` says where the fact is on record. ``checked`` is the
    address of a page on which date and participants were read, "agreed" where two readers knew the
    same without one, None where neither holds.
    """

    id: str
    type: str
    date: str
    days: Days
    participants: tuple[Participant, ...]
    countries: tuple[str, ...]
    place: str | None
    names: tuple[str, ...]
    unnamed: Unnamed | None
    also: tuple[str, ...]
    wikidata: str | None
    source: str
    checked: str | None

    @property
    def types(self) -> tuple[str, ...]:
        """Every event type under which a text may tell it, its own first."""
        return (self.type, *self.also)

    @property
    def earliest(self) -> dt.date:
        """Its first day."""
        return self.days.first or dt.date.min

    @property
    def latest(self) -> dt.date:
        """Its last day; the end of the calendar where it goes on."""
        return self.days.last or dt.date.max

    @property
    def people(self) -> frozenset[str]:
        """Its participants other than countries: persons and bodies."""
        return frozenset(p.name for p in self.participants if p.name not in self.countries)
