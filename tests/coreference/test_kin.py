"""Kin and gender: the table is sound, and tells who is meant."""

from __future__ import annotations

import pytest

from dprk_events.coreference.kin import KinError, kin, parse
from dprk_events.language import Gazetteer

HEAD = "person,relation,who\n"


def test_everybody_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    people = {name for (name, _), who in kin().items() for name in (name, who)}
    assert sorted(people - gazetteer.people.keys()) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("person,who\n", "the first line must be person,relation,who"),
        (HEAD + "Kim Jong-un,fille\n", "kin.csv:2: 2 cells. Write person,relation,who"),
        (HEAD + "A,fils,B\nA,fils,C\n", "kin.csv:3: A has a fils already. Remove one line"),
    ],
)
def test_mistakes_name_line_and_remedy(text: str, told: str) -> None:
    with pytest.raises(KinError, match=told):
        parse("kin.csv", text)
