"""What is said of missile tests, with the real model: which event a figure belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Attributes, Event, Findings

pytestmark = pytest.mark.model
AnalyseAll = Callable[[list[str]], list[Findings]]


@pytest.fixture(scope="module")
def tests_of(analyse_all: AnalyseAll) -> Callable[[str], list[Event]]:
    def found(text: str) -> list[Event]:
        (findings,) = analyse_all([text])
        for event in findings.events:
            assert (event.attributes is not None) == (event.type == "missile_test")
        return [event for event in findings.events if event.type == "missile_test"]

    return found


TestsOf = Callable[[str], list[Event]]


def said(event: Event) -> dict[str, object]:
    """The attributes that are stated, as values; a figure without a value as its bounds."""
    attributes = event.attributes
    assert attributes is not None
    values: dict[str, object] = {}
    for name in Attributes.__slots__:
        each = getattr(attributes, name)
        if each is not None:
            values[name] = (each.low, each.high) if each.value is None else each.value
    return values


def test_every_column_with_its_words(tests_of: TestsOf) -> None:
    text = (
        "La Corée du Nord a tiré avec succès deux missiles balistiques intercontinentaux "
        "Hwasong-17 depuis l'aéroport de Sunan. Les engins ont culminé à "
        "6\u202f248,5\u00a0kilomètres et parcouru 1.090 km avant de s’abîmer en mer du Japon."
    )
    (event,) = tests_of(text)
    assert said(event) == {
        "missile": "Hwasong-17", "weapon_class": "ICBM", "number": 2, "site": "Sunan",
        "landing": "mer du Japon", "apogee_km": 6248.5, "distance_km": 1090, "outcome": "success",
    }  # fmt: skip
    assert event.attributes is not None
    for name in Attributes.__slots__:
        each = getattr(event.attributes, name)
        assert text[each.start : each.end] == each.text


def test_two_tests_do_not_take_each_others_figures(tests_of: TestsOf) -> None:
    first, second = tests_of(
        "Le 28 juillet 2017, la Corée du Nord a tiré un Hwasong-14 depuis Jagang ; il a parcouru "
        "998 km. Le 29 novembre 2017, elle a lancé un Hwasong-15, monté à 4 475 km."
    )
    assert said(first) == {"missile": "Hwasong-14", "site": "Jagang", "distance_km": 998}
    assert said(second) == {"missile": "Hwasong-15", "apogee_km": 4475}


def test_what_was_before_is_not_of_this_test(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "La Corée du Nord a tiré mardi un missile balistique. Un engin du même type avait parcouru "
        "3.700 km. Le missile a volé 800 km."
    )
    assert "distance_km" not in said(event)


def test_what_a_weapon_can_do_is_no_flight(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "La Corée du Nord a testé un missile d'une portée de 3.000 km. L'engin, capable de voler "
        "sur 5.000 km, est retombé à 250 km de la côte."
    )
    assert said(event) == {}


def test_sentences_on_other_matters_lend_nothing(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "La Corée du Nord a tiré jeudi un missile de croisière. Un avion de reconnaissance "
        "américain a volé 300 km le long de la frontière. Les négociations ont échoué."
    )
    assert said(event) == {"weapon_class": "cruise"}


def test_the_first_figure_stands_where_sources_differ(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "La Corée du Nord a tiré un missile balistique. Selon Séoul, l'engin a volé environ "
        "400 km. D'après Tokyo, il a parcouru plus de 420 km."
    )
    assert said(event)["distance_km"] == 400
    assert event.attributes is not None
    assert event.attributes.distance_km is not None
    assert event.attributes.distance_km.low is None  # "environ" does not say how near


def test_sources_that_differ_on_the_outcome_leave_it_unknown(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "Pyongyang dit avoir testé avec succès un missile balistique. Selon Séoul, le missile a "
        "explosé peu après son lancement."
    )
    assert said(event)["outcome"] == "unknown"


def test_a_submarine_makes_a_ballistic_missile_an_slbm(tests_of: TestsOf) -> None:
    (event,) = tests_of("La Corée du Nord a tiré un missile balistique depuis un sous-marin.")
    assert said(event) == {"weapon_class": "SLBM", "site": "sous-marin"}


def test_a_weapon_that_is_new_to_the_text_ends_it(tests_of: TestsOf) -> None:
    event, *_ = tests_of(
        "La Corée du Nord a tiré un missile balistique en 2017. Mardi, elle a récidivé avec deux "
        "missiles. L'engin a parcouru 4.600 km."
    )
    assert "distance_km" not in said(event)


def test_what_is_said_of_one_of_several_is_not_said_of_all(tests_of: TestsOf) -> None:
    (event,) = tests_of(
        "Trois missiles ont été tirés mardi par la Corée du Nord. Les deux premiers ont parcouru "
        "500 kilomètres et le troisième s'est désintégré."
    )
    assert said(event) == {"number": 3}


def test_times_are_no_number_of_weapons(tests_of: TestsOf) -> None:
    (event,) = tests_of("La Corée du Nord a tiré un missile à trois reprises mardi.")
    assert "number" not in said(event)
