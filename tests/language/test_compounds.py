"""Hyphens that a writer left out."""

from __future__ import annotations

import pytest

from dprk_events.language.compounds import with_hyphens


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
