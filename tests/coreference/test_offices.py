"""Offices: terms follow one another, and their holders are known people."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from dprk_events.coreference.offices import OfficeError, holder, parse, terms
from dprk_events.language import Gazetteer

HEAD = "office,country,person,from,until\n"


def test_terms_do_not_overlap_but_on_the_day_of_change() -> None:
    for office, held in terms().items():
        for before, after in pairwise(held):
            assert before.last is not None, (office, before)
            assert before.last <= after.first, (office, before, after)


def test_every_holder_is_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    known = {(entry.canonical, entry.country) for entry in gazetteer.entries()}
    held = {(term.person, country) for (_, country), each in terms().items() for term in each}
    assert sorted(held - known) == []


@pytest.mark.parametrize(
    ("office", "country", "day", "who"),
    [
        ("head", "KP", "1994-07-07", "Kim Il-sung"),
        ("head", "KP", "2011-12-17", "Kim Jong-un"),
        ("head", "US", "2025-01-20", "Donald Trump"),
        ("head", "US", "2021-01-19", "Donald Trump"),
        ("head", "KR", "2017-04-01", None),
        ("head", "XX", "2020-01-01", None),
    ],
)
def test_who_held_it_on_a_day(office: str, country: str, day: str, who: str | None) -> None:
    assert holder(office, country, dt.date.fromisoformat(day)) == who


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("office,person\n", "the first line must be office,country,person,from,until"),
        (HEAD + "head,KP,Kim\n", r"offices.csv:2: .*Write office,country"),
        (HEAD + "head,KP,Kim,2011,\n", r"offices.csv:2: .*Write office,country"),
        (HEAD + "head,KP,Kim,2011-01-02,2011-01-01\n", "offices.csv:2: it ends before it begins"),
        (
            HEAD + "head,KP,A,2011-01-01,2012-01-05\nhead,KP,B,2012-01-01,\n",
            "head KP: A and B hold it at once. End the one where the other begins",
        ),
    ],
)
def test_mistakes_name_line_and_remedy(text: str, told: str) -> None:
    with pytest.raises(OfficeError, match=told):
        parse("offices.csv", text)
