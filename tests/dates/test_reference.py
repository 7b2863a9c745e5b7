"""The reference date: given, stated at the head, inferred, or none; never today's."""

from __future__ import annotations

import datetime as dt

import pytest

from dprk_events.dates import Reference, find_dates, find_reference
from dprk_events.reading.article import Article, MaskedRegion, Published

_BODY = "\nUn responsable a indiqué que les tirs se poursuivaient au large de la côte."


def _article(text: str, published: Published | None = None, *masked: tuple[int, int]) -> Article:
    regions = tuple(MaskedRegion(a, b, "teaser") for a, b in masked)
    return Article("x", "x.txt", text, masked=regions, published=published or Published())


@pytest.mark.parametrize(
    ("head", "day", "at_least"),
    [
        ("AFP, publié le mardi 5 mars 2024 à 13h50", "2024-03-05", 0.9),
        ("Publié le 04/03/2024 - 18:30\nModifié le 06/03/2024 - 09:10", "2024-03-04", 0.9),
        ("Publié le : 04/03/2024 - 18:30", "2024-03-04", 0.9),
        ("Article : 2024-06-11 10:41", "2024-06-11", 0.9),
        ("Mis à jour le 6 mars 2024 à 8 h 12", "2024-03-06", 0.8),
        ("Titre du jour\n\n12 avril 2019 . –\nPyongyang dément.", "2019-04-12", 0.8),
        ("Un tir de plus\n12 avril 2019\nPyongyang dément.", "2019-04-12", 0.8),
        ("SÉOUL, 3 mars 2024 (Yonhap) -- L'armée a indiqué", "2024-03-03", 0.85),
        ("PYONGYANG, 4 janv. 2024 (AFP) - Le régime dément.", "2024-01-04", 0.85),
        ("Washington, 15 avril 2022. Le vol a été attribué à Pyongyang.", "2022-04-15", 0.85),
        ("Par Jean Dupont, le 7 mai 2023", "2023-05-07", 0.8),
    ],
)
def test_stated(head: str, day: str, at_least: float) -> None:
    found = find_reference(_article(head + _BODY))
    assert found.value == dt.date.fromisoformat(day)
    assert found.source == "text"
    assert found.confidence is not None
    assert at_least <= found.confidence < 1


def test_given_stands() -> None:
    given = Published(dt.date(2020, 1, 1), "metadata", 1.0)
    assert find_reference(_article("Publié le 5 mars 2024" + _BODY, given)) == given


def test_inferred_from_a_weekday() -> None:
    text = (
        "Repérées en novembre 2022, les caisses ont été montrées mercredi 11 janvier à la presse."
        " Les tirs des 28 décembre et 2 janvier ont été étudiés. Le ministre a parlé hier."
    )
    found = find_reference(_article(text))
    assert (found.value, found.source) == (dt.date(2023, 1, 11), "text")
    assert found.confidence is not None
    assert found.confidence < 0.75
    values = [t.value for t in find_dates(text, found)]
    # Years follow; what hangs on the very day of writing stays open.
    assert values == ["2022-11", "2023-01-11", "{2022-12-28,2023-01-02}", None]
    assert {t.anchor for t in find_dates(text, found)} == {"explicit", "text", "none"}


@pytest.mark.parametrize(
    "text",
    [
        "Un tir a eu lieu mercredi. Le sommet de 2018 n'y a rien changé.",
        "Un tir a eu lieu le 4 janvier, comme en 2018.",
        "Le tir de jeudi 4 janvier a surpris.",
        "Le tir de jeudi 4 janvier a surpris, comme la guerre de 1950.",
        "",
    ],
)
def test_nothing_to_infer_from(text: str) -> None:
    assert find_reference(_article(text)) == Published()


def test_masked_regions_prove_nothing() -> None:
    teaser = "Publié le 5 mars 2024 : l'autre article"
    assert find_reference(_article(teaser + _BODY, None, (0, len(teaser)))) == Published()


def test_a_date_deep_in_the_text_is_no_dateline() -> None:
    text = "Un tir a eu lieu. " * 60 + "\n12 avril 2019\n"
    assert find_reference(_article(text)) == Published()


def test_old_dates_in_running_text_are_no_dateline() -> None:
    text = "Le 27 juillet 1953, l'armistice était signé. Depuis, rien."
    assert find_reference(_article(text)) == Published()


def test_unsure_reference_resolves_no_weekday() -> None:
    unsure = Reference(dt.date(2024, 1, 4), "text", 0.6)
    values = {
        t.text: t.value for t in find_dates("Un tir a eu lieu mardi, après celui de mai.", unsure)
    }
    assert values == {"mardi": None, "mai": "2023-05"}
