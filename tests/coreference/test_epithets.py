"""Epithets: the table is sound, and its mistakes name line and remedy."""

from __future__ import annotations

import pytest

from dprk_events.coreference.epithets import EpithetError, epithets, parse
from dprk_events.language import Gazetteer

HEAD = "epithet,who\n"


def test_everybody_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    assert sorted(set(epithets().values()) - gazetteer.people.keys()) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("who\n", "the first line must be epithet,who"),
        (HEAD + "tsar\n", "epithets.csv:2: 1 cells. Write epithet,who"),
        (HEAD + "tsar,A\nTsar,B\n", "epithets.csv:3: Tsar is A already. Remove one line"),
    ],
)
def test_mistakes_name_line_and_remedy(text: str, told: str) -> None:
    with pytest.raises(EpithetError, match=told):
        parse("epithets.csv", text)
