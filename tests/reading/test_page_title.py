"""The outlet's name behind the title of a page, and lines that only say who wrote it and when."""

from __future__ import annotations

import pytest

from dprk_events.reading import is_note
from dprk_events.reading.boilerplate import find_boilerplate
from dprk_events.reading.boilerplate.page_title import label_before, outlet_behind
from dprk_events.reading.headline import find_headline


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Kim reçoit Poutine à Pyongyang - Le Figaro", "Kim reçoit Poutine à Pyongyang"),
        ("Kim reçoit Poutine | International | Le Soir", "Kim reçoit Poutine"),
        ("Corée du Nord : tir de missile – Ouest-France.fr", "Corée du Nord : tir de missile"),
        ("Tir nord-coréen de plus - La Presse canadienne - La Presse", "Tir nord-coréen de plus"),
        ("Le grand bluff de Kim • FRANCE 24", "Le grand bluff de Kim"),
    ],
)
def test_outlet_behind_a_title(line: str, title: str) -> None:
    assert line[: outlet_behind(line)] == title


@pytest.mark.parametrize(
    "line",
    [
        "Kim a inspecté un site — KCNA",
        "Pyongyang défie Séoul - et Washington",
        "Le dossier nord-coréen en un coup d'œil - Asie",
        "Kim - Le Monde",
        "Le sommet Kim-Trump vu par Le Figaro",
    ],
)
def test_no_outlet(line: str) -> None:
    assert outlet_behind(line) is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("INFO LE FIGARO - Kim reçoit Poutine à Pyongyang", "Kim reçoit Poutine à Pyongyang"),
        ("VIDÉO. Kim reçoit Poutine à Pyongyang", "Kim reçoit Poutine à Pyongyang"),
        ("EN DIRECT : Kim reçoit Poutine à Pyongyang", "Kim reçoit Poutine à Pyongyang"),
        ("ENTRETIEN. « Kim a gagné du temps »", "« Kim a gagné du temps »"),
    ],
)
def test_label_before_a_title(line: str, title: str) -> None:
    assert line[label_before(line) :] == title


@pytest.mark.parametrize(
    "line",
    [
        "COREE DU NORD - Kim reçoit Poutine",
        "Entretien : Kim reçoit Poutine à Pyongyang",
        "SÉOUL, 3 mars (Yonhap) – Le Nord a tiré",
        "VIDÉO. Le tir",
    ],
)
def test_no_label(line: str) -> None:
    assert label_before(line) is None


def test_a_title_told_twice_and_the_name_are_masked() -> None:
    title = "Washington sanctionne deux banques nord-coréennes"
    text = f"{title} - Le Figaro\n\n{title}\n\nLe Trésor a inscrit mercredi deux banques.\n"
    masked = find_boilerplate(text)
    kinds = [(text[m.start : m.end], m.kind) for m in masked]
    assert kinds == [(" - Le Figaro", "outlet"), (title, "repeat")]
    assert find_headline(text, masked) == title


@pytest.mark.parametrize(
    ("line", "wholly"),
    [
        ("Publié le 5 janvier 2024 à 10h00, mis à jour le 6 janvier 2024", True),
        ("Par Jean Martin, envoyé spécial à Séoul", True),
        ("5 mars 2024 - 10:32", True),
        ("5 mars 2024 : troisième tir de missile", False),
        ("Publié mardi, le rapport accuse Pyongyang de livraisons.", False),
        ("Par Séoul, la nouvelle est arrivée à Tokyo", False),
    ],
)
def test_notes(line: str, wholly: bool) -> None:
    assert is_note(line) is wholly
