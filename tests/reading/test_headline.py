"""The headline of a text, and its language."""

from __future__ import annotations

import pytest

from dprk_events.reading.boilerplate import find_boilerplate
from dprk_events.reading.headline import find_headline
from dprk_events.reading.language import detect_language

BODY = "\n\nLe dirigeant nord-coréen s’est rendu jeudi dans une usine d’armement, selon KCNA.\n"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("Kim visite une usine", "Kim visite une usine"),
        ("Accueil\nMonde\n\nKim visite une usine", "Kim visite une usine"),
        ("Publié le 5 janvier 2024 à 10h00\nKim visite une usine", "Kim visite une usine"),
        ("5 janvier 2024\nKim visite une usine", "Kim visite une usine"),
        ("Par terre ou en mer, Kim avance", "Par terre ou en mer, Kim avance"),
        ("# Kim visite une usine", "Kim visite une usine"),
        ("Que veut Kim ?", "Que veut Kim ?"),
        ("Kim, l’homme qui attend...", "Kim, l’homme qui attend..."),
        ("Kim a visité une usine d’obus.", None),
        ("Kim", None),
        ("Kim visite une usine " * 20, None),
    ],
)
def test_headline(head: str, headline: str | None) -> None:
    text = head + BODY
    assert find_headline(text, find_boilerplate(text)) == headline


def test_one_line_has_no_headline() -> None:
    assert find_headline("Kim visite une usine\n\n", ()) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le dirigeant nord-coréen s’est rendu dans une usine, selon les médias d’État.", "fr"),
        ("The North Korean leader went to a factory, as the state media said on Friday.", "en"),
        ("El líder de Corea del Norte visitó una fábrica, según los medios del Estado.", "es"),
        ("Der nordkoreanische Machthaber hat nach Angaben der Medien eine Fabrik besucht.", "de"),
        ("Tir de missile", "fr"),
        ("12 345 — 2024", "und"),
        ("Kim Pyongyang Hwasong KCNA Yonhap Reuters Wonsan Sohae Guam Kaesong Nampo Sinpo", "und"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect_language(text) == language
