"""Which of the towns of a name is meant: an ordered list of strategies, and a guard on each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from dprk_events.places.points import distance_km
from dprk_events.places.towns import Town, towns_named

FAR_KM = 30
"""Namesakes that lie nearer to each other are one place: a town and its old centre."""
LARGER = 10
"""A town so many times as large as its namesake is the one that is meant."""
WELL_KNOWN = 100_000
"""Inhabitants of a town that is known without its country."""


class Asked(NamedTuple):
    """What is known of a name: its bearers, the countries of the sentence and of the article."""

    towns: Sequence[Town]
    sentence: Collection[str]
    article: Collection[str]


class Found(NamedTuple):
    """A town, and the strategy that says that it is the one which is meant."""

    town: Town
    strategy: str


def find_town(name: str, sentence: Collection[str], article: Collection[str]) -> Found | None:
    """Return the town that a name stands for; None where there is none, or doubt.

    Args:
        name: The name as the text has it ("Oulan-Oude").
        sentence: Countries (ISO 3166-1) named in the sentence, or of who takes part.
        article: Countries named in the article.

    Raises:
        PlaceError: The table of towns cannot be used.

    """
    asked = Asked(towns_named(name), sentence, article)
    for strategy, pool_of in STRATEGIES:
        pool = pool_of(asked)
        if pool:
            town = _only(pool)
            sure = town is not None and not _outshone(town, asked.towns)
            return Found(town, strategy) if town is not None and sure else None
    return None


def _in_sentence(asked: Asked) -> list[Town]:
    return [town for town in asked.towns if town.country in asked.sentence]


def _in_article(asked: Asked) -> list[Town]:
    """Return the towns of the article's countries, if the largest of all is one of them."""
    here = [town for town in asked.towns if town.country in asked.article]
    return here if here and here[0] == asked.towns[0] else []


def _well_known(asked: Asked) -> list[Town]:
    """Return all towns of the name, if the largest is known without its country."""
    known = bool(asked.towns) and asked.towns[0].population >= WELL_KNOWN
    return list(asked.towns) if known else []


STRATEGIES: tuple[tuple[str, Callable[[Asked], list[Town]]], ...] = (
    ("country in the sentence", _in_sentence),
    ("country in the article", _in_article),
    ("well known", _well_known),
)
"""The first that knows a bearer of the name decides, if only by leaving it open."""


def _only(pool: Sequence[Town]) -> Town | None:
    """Return the largest, unless another could as well be meant."""
    first = pool[0]
    rivals = (
        town
        for town in pool[1:]
        if town.population * LARGER > first.population
        and distance_km(town[2:4], first[2:4]) > FAR_KM
    )
    return None if any(rivals) else first


def _outshone(town: Town, towns: Sequence[Town]) -> bool:
    """Say whether a namesake elsewhere is so much larger that the country may be a coincidence."""
    return towns[0].population > town.population * LARGER
