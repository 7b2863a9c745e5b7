"""Whose drills are which: the table, its mistakes, and that every name is a known drill."""

from __future__ import annotations

import pytest

from dprk_events.language import Gazetteer
from dprk_events.participants.drill_names import DrillError, drills, parse
from dprk_events.participants.format_names import formats

HEAD = "name,countries\n"


def test_every_name_is_a_drill_of_the_gazetteer() -> None:
    known = {each.canonical for each in Gazetteer.load().entries() if each.kind == "drill"}
    assert sorted(set(drills()) - known) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\n", "drills.csv: the first line must be name,countries"),
        (HEAD + "Foal Eagle\n", "drills.csv:2: write name,countries"),
        (HEAD + "Foal Eagle,Corée\n", "drills.csv:2: write name,countries"),
        (HEAD + "Hoguk,KR\nHoguk,KR\n", "drills.csv:3: Hoguk stands there already"),
    ],
)
def test_mistakes_are_named(text: str, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        parse("drills.csv", text)


def test_talks_by_number_have_as_many_sides() -> None:
    numbers = {"à six": 6, "à 6": 6, "les six": 6, "à quatre": 4, "à 4": 4}
    assert {words: len(set(sides)) for words, sides in formats().items()} == numbers
