"""The tool that fetches the figures."""

from __future__ import annotations

import pytest
from tools import build_places
from tools.build_places import (
    Figures,
    Spot,
    as_french,
    belongs,
    degrees,
    middle,
    refreshed,
    town_line,
)

from dprk_events.places.points import PlaceError
from dprk_events.places.towns import _town

ROW = {
    "canonical": "Ville", "kind": "town", "latitude": "", "longitude": "", "region": "FR-01",
    "precision": "", "source": "atlas 12",
}  # fmt: skip


def atlas(code: str) -> Figures:
    return {"12": (48.123456, -2.5, "FR-BRE"), "13": (1.0, 2.0, None)}[code]


def test_a_row_takes_the_figures_of_its_source() -> None:
    sources = {"atlas": atlas}
    assert refreshed(dict(ROW), sources)[2:5] == ["48.1235", "-2.5", "FR-BRE"]
    assert refreshed(ROW | {"source": "atlas 13"}, sources)[2:5] == ["1", "2", "FR-01"]
    by_hand = ROW | {"source": "by hand", "latitude": "3", "longitude": "4"}
    assert refreshed(dict(by_hand), sources) == list(by_hand.values())
    with pytest.raises(PlaceError, match="Ville: atlas has no 14; correct it"):
        refreshed(ROW | {"source": "atlas 14"}, sources)


def test_degrees_have_four_digits() -> None:
    assert degrees(127.53694) == "127.5369"
    assert degrees(-157.85833) == "-157.8583"
    assert degrees(60.0) == "60"


TOWN = {
    "geonameid": 7, "name": "Dunkirk", "countrycode": "FR", "latitude": 51.0344,
    "longitude": 2.37681, "population": 186263, "admin1code": "32",
    "alternatenames": ["CQF", "Dunkerque", "dui ke er ke", "Дюнкерк", "Ys"],
}  # fmt: skip


def test_a_town_has_a_line_with_all_its_names() -> None:
    line = town_line(TOWN, {})
    assert line == "7,FR,51.0344,2.3768,186263,|dunkerque|dunkirk|"
    assert _town(line)[1:] == ("FR", 51.0344, 2.3768, 186263)


def test_the_bare_name_of_a_state_is_no_town_elsewhere() -> None:
    assert town_line(TOWN, {"dunkirk": "US.DK"}).endswith(",|dunkerque|")
    assert town_line(TOWN, {"dunkirk": "FR.32"}).endswith(",|dunkerque|dunkirk|")
    small = TOWN | {"population": 99_999}
    assert town_line(small, {"dunkirk": "FR.32"}).endswith(",|dunkerque|")


@pytest.mark.parametrize(
    ("name", "fits"),
    [("Séville", True), ("Ville d’Ys", True), ("SVQ", False), ("sai wei", False), ("Łódź", False)],
)
def test_names_that_a_french_text_could_have(name: str, fits: bool) -> None:
    assert as_french(name) is fits


def test_small_towns_belong_where_the_articles_tell_of_them() -> None:
    assert belongs({"countrycode": "KP", "population": 0})
    assert not belongs({"countrycode": "ES", "population": 14_999})
    assert belongs({"countrycode": "ES", "population": 15_000})


@pytest.mark.parametrize(
    ("towns", "abroad", "spot"),
    [
        # Ten towns in one cell weigh as much as one in another.
        ([(0.2, 0.1 + i / 100) for i in range(10)] + [(0.2, 1.1)], [], (0.25, 0.75)),
        # The middle lies in another country, …
        ([(0.2, 0.1), (0.2, 1.2)], [(0.25, 0.74)], (0.2, 1.2)),
        # … or in the wild; the nearest town is taken.
        ([(0.2, 0.1), (3.2, 3.2)], [], (3.2, 3.2)),
        # A land on both sides of the date line.
        ([(0.2, 179.6), (0.2, -179.6)], [], (0.25, -180)),
    ],
)
def test_the_middle_of_a_land(
    towns: list[Spot], abroad: list[Spot], spot: Spot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_places, "towns_of", lambda: {"XX": towns})
    monkeypatch.setattr(build_places, "_all_towns", lambda: [*towns, *abroad])
    assert middle("XX") == pytest.approx(spot, abs=0.001)
