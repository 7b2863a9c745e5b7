"""The points of the gazetteer's places (``coordinates.csv``), and how exact kinds of place are."""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

from dprk_events.names import PLACE_PRECISIONS, PlacePrecision

COLUMNS = ("canonical", "kind", "latitude", "longitude", "region", "precision", "source")
NONE = "none: "
"""How the source of a place without a point begins; the reason follows."""
_EARTH_KM = 6371.0


class PlaceError(ValueError):
    """A data file cannot be used; the message names file and entry and says what to do."""


class Point(NamedTuple):
    """Where a place of the gazetteer lies.

    ``latitude`` and ``longitude`` are decimal degrees (WGS 84), None where no point stands for it:
    ``source`` then says why, else where the figures are from. ``region`` is the ISO 3166-2 code of
    the region that it is or lies in. ``precision`` overrules that of its kind.
    """

    latitude: float | None
    longitude: float | None
    region: str | None
    precision: PlacePrecision | None
    source: str


def known_point(canonical: str, kind: str) -> Point | None:
    """Return the point of a place of the gazetteer, by canonical name and kind.

    None for a name that the table does not hold: of a user's own gazetteer, say.

    Raises:
        PlaceError: The table cannot be used.

    """
    return points().get((canonical, kind))


def precision_of(canonical: str | None, kind: str) -> PlacePrecision | None:
    """Return how exact a place is; None for a kind that cannot be put on a map."""
    point = None if canonical is None else known_point(canonical, kind)
    return (point and point.precision) or precisions().get(kind)


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how far two points (latitude, longitude) lie apart, on a sphere."""
    (north, east), (south, west) = (map(math.radians, each) for each in (a, b))
    chord = math.sin((south - north) / 2) ** 2
    chord += math.cos(north) * math.cos(south) * math.sin((west - east) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(chord))


@cache
def points() -> dict[tuple[str, str], Point]:
    """Return the point of each place, by canonical name and kind."""
    return read_points(resources.files(__package__).joinpath("coordinates.csv"))


def read_points(file: Traversable) -> dict[tuple[str, str], Point]:
    """Read a table of points.

    Raises:
        PlaceError: A column is missing, a place stands twice, a figure is out of bounds, or a place
            has neither point nor reason.

    """
    found: dict[tuple[str, str], Point] = {}
    for where, row in _rows(file):
        key = (row["canonical"], row["kind"])
        if key in found:
            raise PlaceError(f"{where}: {key[0]} ({key[1]}) stands twice; remove one of them.")
        found[key] = _point(where, row)
    return found


def _rows(file: Traversable) -> Iterator[tuple[str, dict[str, str]]]:
    text = file.read_text("utf-8")
    lines = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    if tuple(lines.fieldnames or ()) != COLUMNS:
        raise PlaceError(f"{file}: the first line must be {','.join(COLUMNS)}")
    for row in lines:
        if None in row or None in row.values():
            raise PlaceError(f"{file}: {row['canonical']}: write {len(COLUMNS)} cells.")
        yield f"{file}: {row['canonical']}", row


def _point(where: str, row: dict[str, str]) -> Point:
    precision = next((each for each in PLACE_PRECISIONS if each == row["precision"]), None)
    if row["precision"] and precision is None:
        known = ", ".join(PLACE_PRECISIONS)
        raise PlaceError(f"{where}: {row['precision']} is no precision. Take one of {known}.")
    latitude = _degrees(where, row["latitude"], 90)
    longitude = _degrees(where, row["longitude"], 180)
    if (latitude is None) != (longitude is None):
        raise PlaceError(f"{where}: write both latitude and longitude, or neither.")
    if not row["source"] or (latitude is None) != row["source"].startswith(NONE):
        raise PlaceError(f"{where}: write the source, or “{NONE}” and why it has no point.")
    return Point(latitude, longitude, row["region"] or None, precision, row["source"])


def _degrees(where: str, cell: str, bound: int) -> float | None:
    if not cell:
        return None
    try:
        value = float(cell)
    except ValueError:
        value = math.inf
    if not abs(value) <= bound:
        raise PlaceError(f"{where}: {cell} is no number of degrees up to {bound}.")
    return value


@cache
def precisions() -> dict[str, PlacePrecision]:
    """Return how exact each kind of place of the gazetteer is (``precision.toml``)."""
    return read_precisions(resources.files(__package__).joinpath("precision.toml"))


def read_precisions(file: Traversable) -> dict[str, PlacePrecision]:
    """Read how exact each kind of place is.

    Raises:
        PlaceError: A key is no precision, a kind stands twice, or a value is no list of kinds.

    """
    raw = tomllib.loads(file.read_text("utf-8"))
    found: dict[str, PlacePrecision] = {}
    for name, kinds in raw.items():
        precision = next((each for each in PLACE_PRECISIONS if each == name), None)
        if precision is None:
            known = ", ".join(PLACE_PRECISIONS)
            raise PlaceError(f"{file}: {name} is no precision. Take one of {known}.")
        if not isinstance(kinds, list):
            raise PlaceError(f'{file}: {name}: write a list of kinds, as ["town"].')
        for kind in kinds:
            if kind in found:
                raise PlaceError(f"{file}: {kind} stands under {found[kind]} and {name}.")
            found[kind] = precision
    return found
