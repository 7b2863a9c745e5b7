"""The points of the gazetteer's places."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from dprk_events.language.gazetteer.tables import Row
from dprk_events.places.points import (
    NONE,
    PlaceError,
    distance_km,
    known_point,
    points,
    precision_of,
    precisions,
    read_points,
    read_precisions,
)
from tests.places.conftest import Box

HEAD = "canonical,kind,latitude,longitude,region,precision,source\n"
Places = dict[tuple[str, str], Row]


def test_every_place_of_the_gazetteer_has_a_point_or_a_reason(places: Places) -> None:
    assert places.keys() - points().keys() == set(), "add their rows to places/coordinates.csv"
    assert points().keys() - places.keys() == set(), "the gazetteer has no such places (any more)"
    without = {key for key, point in points().items() if point.latitude is None}
    assert all(points()[key].source.removeprefix(NONE) for key in without)
    assert len(without) < len(points()) / 10


def test_points_lie_in_their_country(places: Places, boxes: dict[str, Box]) -> None:
    outside = []
    for key, point in points().items():
        country = places[key].country
        if point.latitude is None or point.longitude is None or country is None:
            continue
        south, west, north, east = boxes[country]
        if not (south <= point.latitude <= north and west <= point.longitude <= east):
            outside.append((key, point))
    assert outside == []


def test_regions_are_of_their_country(places: Places) -> None:
    wrong = {
        key: point.region
        for key, point in points().items()
        if point.region and not point.region.startswith(f"{places[key].country}-")
    }
    assert wrong == {}


def test_no_two_towns_share_a_point() -> None:
    towns = [
        (key[0], (point.latitude, point.longitude))
        for key, point in points().items()
        if point.latitude is not None
        and point.longitude is not None
        and precision_of(*key) == "town"
    ]
    near = [(a[0], b[0]) for a, b in combinations(towns, 2) if distance_km(a[1], b[1]) < 1]
    assert near == []


def test_what_can_be_put_on_a_map_has_a_precision(places: Places) -> None:
    nowhere = {kind for name, kind in places if precision_of(name, kind) is None}
    assert nowhere == {"river", "continent", "area"}
    assert all(points()[key].latitude is None for key in places if key[1] in nowhere)


@pytest.mark.parametrize(
    ("name", "kind", "precision"),
    [
        ("Pyongyang", "capital", "town"),
        ("Zone démilitarisée", "border", "region"),
        ("Zone de sécurité commune", "border", "site"),  # its row says so
        ("ligne de limite du Nord", "border", "sea"),
        ("un lieu inconnu", "town", "town"),  # a user's own
    ],
)
def test_precision_is_that_of_the_kind_or_of_the_row(name: str, kind: str, precision: str) -> None:
    assert precision_of(name, kind) == precision


def test_an_unknown_place_has_no_point() -> None:
    assert known_point("Pyongyang", "sea") is None
    assert precisions().keys() & {"river", "area"} == set()


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (1, 0), 111.2),
        ((60, 10), (60, 11), 55.6),
        ((0, 179.5), (0, -179.5), 111.2),
        ((90, 0), (-90, 0), 20015.1),
    ],
)
def test_distance(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(a, b) == pytest.approx(km, abs=0.1)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("Ville,town,91,2,,,by hand", "Ville: 91 is no number of degrees up to 90"),
        ("Ville,town,nord,2,,,by hand", "nord is no number of degrees"),
        ("Ville,town,nan,2,,,by hand", "nan is no number of degrees"),
        ("Ville,town,1,,,,by hand", "both latitude and longitude, or neither"),
        ("Ville,town,1,2,,,", "write the source"),
        ("Ville,town,1,2,,,none: nobody knows", "write the source"),
        ("Ville,town,,,,,by hand", "why it has no point"),
        ("Ville,town,1,2,,near,by hand", "near is no precision. Take one of site, town"),
        ("Ville,town,1,2", "write 7 cells"),
        ("Ville,town,1,2,,,by hand\nVille,town,3,4,,,by hand", r"Ville \(town\) stands twice"),
    ],
)
def test_a_faulty_table_says_what_to_do(row: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "coordinates.csv"
    file.write_text(f"{HEAD}{row}\n", "utf-8")
    with pytest.raises(PlaceError, match=says):
        read_points(file)


def test_a_table_with_other_columns_says_so(tmp_path: Path) -> None:
    file = tmp_path / "coordinates.csv"
    file.write_text("name,lat,lon\n", "utf-8")
    with pytest.raises(PlaceError, match="the first line must be canonical,kind"):
        read_points(file)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('village = ["town"]', "village is no precision. Take one of site, town"),
        ('town = "town"', "town: write a list of kinds"),
        ('town = ["town"]\nsea = ["town"]', "town stands under town and sea"),
    ],
)
def test_faulty_precisions_say_what_to_do(text: str, says: str, tmp_path: Path) -> None:
    file = tmp_path / "precision.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(PlaceError, match=says):
        read_precisions(file)
