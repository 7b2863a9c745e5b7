"""The register: what words mean, and what speaks against it."""

from __future__ import annotations

import datetime as dt

import pytest

from dprk_events.known import Register, load_known


@pytest.fixture(scope="module")
def register() -> Register:
    return load_known()


@pytest.mark.parametrize(
    ("kind", "words", "ids"),
    [
        ("meeting", "sommet historique de Singapour", ["summit-singapore-2018"]),
        ("meeting", "rencontrés à Singapour", ["summit-singapore-2018"]),
        ("nuclear_test", "troisième essai nucléaire", ["nuclear-test-3"]),
        ("nuclear_test", "6e essai nucléaire nord-coréen", ["nuclear-test-6"]),
        ("nuclear_test", "septième essai nucléaire", []),
        ("agreement", "signature de l'armistice de 1953", ["armistice-1953"]),
        ("agreement", "accord de Panmunjom", ["panmunjom-declaration-2018"]),
        ("sanction", "adoption de la résolution 2397", ["resolution-2397"]),
        ("meeting", "nouveau sommet à Singapour", []),
        ("meeting", "sommet de Singapour en 2015", []),
        ("meeting", "sommets de Singapour et de Hanoï",
         ["summit-singapore-2018", "summit-hanoi-2019"]),
        ("meeting", "deuxième sommet Trump-Kim à Hanoï", ["summit-hanoi-2019"]),
        ("casualties", "l'assassinat de Kim Jong-nam", ["kim-jong-nam-2017"]),
        ("agreement", "suspension totale de l'accord militaire",
         ["military-agreement-suspended-2024"]),
        ("agreement", "suspendu totalement l'accord militaire",
         ["military-agreement-suspended-2023", "military-agreement-suspended-2024"]),
        ("agreement", "violé l'accord militaire", []),
        ("meeting", "annulation du sommet de Singapour", []),
        ("meeting", "rencontre de Panmunjom entre les deux Corées", []),
        ("meeting", "rencontre à Panmunjom de Trump et de Kim", ["meeting-panmunjom-trump-2019"]),
        ("meeting", "pourparlers à six", ["six-party-talks"]),
        ("meeting", "troisième cycle des pourparlers à six", ["six-party-round-3"]),
        ("meeting", "neuvième congrès du Parti", ["congress-ninth-2026"]),
        ("sanction", "sanctions américaines d'août 2017", []),
        ("sanction", "sanctions de l'ONU d'août 2017", ["resolution-2371"]),
        ("missile_test", "tirs de mars 2014", []),
        ("nothing_known", "sommet de Singapour", []),
    ],
)  # fmt: skip
def test_words_mean(register: Register, kind: str, words: str, ids: list[str]) -> None:
    assert [each.known.id for each in register.named(kind, words)] == ids


def test_the_words_that_say_so_are_given_as_written(register: Register) -> None:
    (meant,) = register.named("meeting", "Le sommet historique de Singapour")
    assert meant.words == ("sommet", "Singapour")


@pytest.mark.parametrize(
    ("date", "ids"),
    [
        ("2013", ["nuclear-test-3"]),
        ("2016", ["nuclear-test-4", "nuclear-test-5"]),
        ("XXXX-09", ["nuclear-test-5", "nuclear-test-6"]),
        ("2017-09-02", ["nuclear-test-6"]),
        ("2017-09-01", []),
        ("200X", ["nuclear-test-1", "nuclear-test-2"]),
    ],
)
def test_a_date_tells_apart(register: Register, date: str, ids: list[str]) -> None:
    found = register.named("nuclear_test", "essai nucléaire", date=date)
    assert [each.known.id for each in found] == ids


def test_nothing_after_the_reference_date(register: Register) -> None:
    day = dt.date(2009, 5, 24)
    found = register.named("nuclear_test", "essai nucléaire", reference=day)
    assert [each.known.id for each in found] == ["nuclear-test-1"]


def test_participants_speak_against_it_or_name_it(register: Register) -> None:
    assert not register.named("meeting", "sommet de Singapour", countries=["CN", "TW"])
    assert not register.named("meeting", "sommet de Hanoï", people=["Moon Jae-in"])
    (meant,) = register.named("visit", "visite à Pyongyang", people=["Xi Jinping"])
    assert meant.known.id == "visit-xi-2019"
    (meant,) = register.named("sanction", "résolution 2397", countries=["US"])
    assert meant.known.id == "resolution-2397"


def test_a_date_that_is_none_is_refused(register: Register) -> None:
    with pytest.raises(ValueError, match="Write it as EDTF"):
        register.named("meeting", "sommet", date="jeudi")
