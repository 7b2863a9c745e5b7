"""Hyphens that a writer left out."""

from __future__ import annotations

import pytest

from dprk_events.language.compounds import is_one_word, with_hyphens


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Un missile nord coréen, un navire sud coréen",
         "Un missile nord-coréen, un navire sud-coréen"),
        ("Nord Coréens et Sud Coréennes", "Nord-Coréens et Sud-Coréennes"),
        ("dans le Nord coréen, au Sud coréen", "dans le Nord coréen, au Sud coréen"),
        ("un missile nord-coréen", "un missile nord-coréen"),
        ("le nord de Séoul", "le nord de Séoul"),
    ],
)  # fmt: skip
def test_with_hyphens(written: str, read: str) -> None:
    assert with_hyphens(written) == read
    assert len(read) == len(written)


@pytest.mark.parametrize(
    ("word", "one"), [("par-dessus", True), ("Week-end", True), ("ballon-poubelle", False)]
)
def test_is_one_word(word: str, one: bool) -> None:
    assert is_one_word(word) == one
