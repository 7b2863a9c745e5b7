"""Words of the input can do nothing to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.output.printable import one_line, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Pyongyang", "Pyongyang"),
        ("Corée du Nord : « tir » à 10 000 €", "Corée du Nord : « tir » à 10 000 €"),
        ("\x1b[31mrouge", "\\x1b[31mrouge"),
        ("\x9b31m", "\\x9b31m"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("\u202egnp.txt", "\\u202egnp.txt"),
        ("nord\u00adcoréen", "nordcoréen"),
        ("caf\udce9", "caf\\udce9"),
        ("[bold]gras[/bold]", "[bold]gras[/bold]"),
        ("평양 👩\u200d🚀", "평양 👩\u200d🚀"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_one_line_makes_one_space_of_white_space() -> None:
    assert one_line(" mardi\n2\u00a0\t janvier\u2028") == "mardi 2 janvier"


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_is_left(text: str) -> None:
    left = {unicodedata.category(c) for c in printable(text) if c not in "\u200c\u200d"}
    assert not left & {"Cc", "Cf", "Cs", "Zl", "Zp"}
