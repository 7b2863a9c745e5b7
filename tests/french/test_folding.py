"""What each folding keeps, for any text, and what it makes plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.french import key
from dprk_events.french.folding import (
    all_plain_signs,
    lower,
    plain_lower,
    plain_signs,
    searchable,
    unaccented,
)

SIGNS = "’‘ʼ´`′‐‑‒–—−\u00a0\u202f\u2007\u2009\t\r\n\u2028œŒæßİıﬁÉàÇ\u0301'- aZ9"
TEXT = st.text(st.one_of(st.characters(), st.sampled_from(SIGNS)), max_size=40)
Fold = Callable[[str], str]


@pytest.mark.parametrize("fold", [lower, plain_signs, plain_lower, all_plain_signs])
@given(text=TEXT)
def test_offsets_hold(fold: Fold, text: str) -> None:
    assert len(fold(text)) == len(text)
    for place, folded in enumerate(fold(text)):
        alone = fold(text[place])
        assert folded == alone or (folded, alone) == ("ς", "σ")  # a last sigma has its own form


@pytest.mark.parametrize(
    "fold", [lower, plain_signs, plain_lower, all_plain_signs, unaccented, key]
)
@given(text=TEXT)
def test_what_is_folded_stays(fold: Fold, text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(text=TEXT)
def test_what_is_searchable_is_ascii_in_lower_case(text: str) -> None:
    found = searchable(text)
    assert found.isascii()
    assert found == found.lower()


@pytest.mark.parametrize(
    ("fold", "text", "folded"),
    [
        (key, "Œuvre", "oeuvre"),
        (key, "L’À\u00a0Côté", "l'à côté"),
        (lower, "L’Été İ", "l’été İ"),
        (plain_signs, "l’ONU\u00a0: dix\u202f%\t– 2", "l'ONU : dix % – 2"),
        (plain_lower, "L’Hwasong\u201117\u202fA\t", "l'hwasong-17 a\t"),
        (all_plain_signs, "‘2–3 mars’\u2007\u2028", "'2-3 mars' \n"),
        (unaccented, "Séoul, Œuvre, Straße, ﬁn", "seoul, œuvre, strasse, fin"),
        (unaccented, "𝐊im, 𝚨", "kim, α"),
    ],
)
def test_folded(fold: Fold, text: str, folded: str) -> None:
    assert fold(text) == folded


def test_searchable() -> None:
    assert searchable("SÉOUL, Œuvre, Straße") == b"seoul,  uvre, stra e"
