"""Towns that the gazetteer lacks, and the guard against wrong namesakes."""

from __future__ import annotations

import pytest

from dprk_events.places import find_town
from dprk_events.places.points import PlaceError
from dprk_events.places.sure import LARGER, WELL_KNOWN, Asked, _only, _well_known
from dprk_events.places.towns import Town, _table, _town, key_of, towns_named
from tests.places.conftest import Box


@pytest.mark.parametrize(
    ("name", "sentence", "article", "country", "strategy"),
    [
        ("Mourmansk", {"RU"}, {"RU"}, "RU", "country in the sentence"),
        ("MOURMANSK", {"RU"}, {"RU"}, "RU", "country in the sentence"),
        ("Dunkerque", {"FR", "KP"}, {"FR"}, "FR", "country in the sentence"),
        ("Dunkerque", set(), {"FR"}, "FR", "country in the article"),
        ("Séville", set(), {"KP"}, "ES", "well known"),
        ("Santiago", {"CL"}, {"CL"}, "CL", "country in the sentence"),
    ],
)
def test_the_country_of_the_context_decides(
    name: str, sentence: set[str], article: set[str], country: str, strategy: str
) -> None:
    found = find_town(name, sentence, article)
    assert found is not None
    assert (found.town.country, found.strategy) == (country, strategy)


@pytest.mark.parametrize(
    ("name", "sentence", "article", "why"),
    [
        ("Dunkerque", set(), {"KP"}, "not known well enough without its country"),
        ("Cambridge", {"US", "GB"}, {"US", "GB"}, "one in each country that is named"),
        ("Oxford", set(), {"US"}, "the largest lies in a country that is not named"),
        ("Birmingham", {"KP"}, {"US"}, "so does this one's"),
        ("Manchester", set(), set(), "a namesake is nearly as large"),
        ("Lille", {"BE"}, {"BE"}, "the small one of the country is not the one that is known"),
        ("Delaware", {"US"}, {"US"}, "a state, though a town in another has the name"),
        ("Ise", {"JP"}, {"JP"}, "too short a name"),
        ("Trifouillis-les-Oies", {"FR"}, {"FR"}, "no such town"),
        ("", set(), set(), "no name"),
        ("|", set(), set(), "a sign of the table"),
    ],
)
def test_doubt_is_no_town(name: str, sentence: set[str], article: set[str], why: str) -> None:
    assert find_town(name, sentence, article) is None, why


def town(number: int, population: int, latitude: float = 10) -> Town:
    return Town(number, "FR", latitude, 2, population)


def test_a_namesake_is_a_rival_if_it_is_large_and_far() -> None:
    large, small = town(1, 1000), town(2, 1000 // LARGER, 11)
    assert _only([large, small]) == large
    assert _only([large, town(2, 1000 // LARGER + 1, 11)]) is None
    assert _only([large, town(2, 900, 10.1)]) == large  # eleven kilometres away


def test_a_town_is_well_known_by_its_inhabitants() -> None:
    assert _well_known(Asked([town(1, WELL_KNOWN)], (), ()))
    assert not _well_known(Asked([town(1, WELL_KNOWN - 1)], (), ()))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Oulan-Oudé", "oulan-oude"),
        ("Nijni Novgorod", "nijni-novgorod"),
        ("L’Aquila", "l-aquila"),
        ("Troyes 2", "troyes-2"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert key_of(name) == key


def test_towns_of_a_name_come_by_size() -> None:
    sizes = [each.population for each in towns_named("Santiago")]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) > 5


def test_every_line_of_the_table_is_a_town(boxes: dict[str, Box]) -> None:
    lines = _table().splitlines()[2:]
    towns = [_town(line) for line in lines]
    assert len({each.geonames for each in towns}) == len(towns) > 30_000
    assert all(line.count(",") == 5 and line.endswith("|") for line in lines)
    strays = [
        each
        for each in towns
        if each.country in {"KP", "KR", "RU", "UA", "JP", "CN"}
        and not _inside(each, boxes[each.country])
    ]
    assert strays == []


def _inside(each: Town, box: Box) -> bool:
    south, west, north, east = box
    return south <= each.latitude <= north and west <= each.longitude <= east


def test_a_line_that_is_no_town_says_what_to_do() -> None:
    with pytest.raises(PlaceError, match="Build the table anew"):
        _town("1,FR,nord,2,3,|ville|")
