"""The towns of the world by their names (``towns.csv``), read when the first one is asked for.

The table has a line for each town, with all its names in one cell: ``|dunkerque|dunkirk|``. A name
is searched for in the text of the whole table, which takes a millisecond; parsing the lines would
take a hundred times as long, and most documents ask for no town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from dprk_events.french.folding import unaccented
from dprk_events.places.points import PlaceError

COLUMNS = ("geonames", "country", "latitude", "longitude", "population", "names")
SHORTEST = 4
"""A name of fewer letters is not looked for: too many of them are abbreviations."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


class Town(NamedTuple):
    """A town: its GeoNames number, ISO 3166-1 country, point (degrees) and inhabitants."""

    geonames: int
    country: str
    latitude: float
    longitude: float
    population: int


def key_of(name: str) -> str:
    """Return a name as the table writes it: no case, no accents, words joined by hyphens."""
    return "-".join(_WORD.findall(unaccented(name)))


@lru_cache(maxsize=1024)
def towns_named(name: str) -> tuple[Town, ...]:
    """Return the towns of this name, the largest first; none for a name that is too short.

    Raises:
        PlaceError: The table cannot be used.

    """
    key = key_of(name)
    if len(key) < SHORTEST:
        return ()
    found = {_town(line) for line in _lines_with(f"|{key}|")}
    return tuple(sorted(found, key=lambda town: (-town.population, town.geonames)))


def _lines_with(cell: str) -> Iterator[str]:
    table = _table()
    at = table.find(cell)
    while at >= 0:
        end = table.find("\n", at)
        yield table[table.rfind("\n", 0, at) + 1 : end]
        at = table.find(cell, end)


def _town(line: str) -> Town:
    try:
        number, country, latitude, longitude, population, _ = line.split(",")
        return Town(int(number), country, float(latitude), float(longitude), int(population))
    except ValueError as error:
        raise PlaceError(
            f"towns.csv: {line!r} is no town ({error}). Build the table anew: "
            "python tools/build_places.py towns"
        ) from error


@cache
def _table() -> str:
    file = resources.files(__package__).joinpath("towns.csv")
    table = file.read_text("utf-8")
    if ",".join(COLUMNS) not in table[:1000]:
        raise PlaceError(f"{file}: its columns must be {','.join(COLUMNS)}")
    return table if table.endswith("\n") else f"{table}\n"
