"""The tense of a date's clause, on real parses of sentences of our own (cases.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dprk_events.dates import Reference, find_dates
from dprk_events.language import Parser
from dprk_events.tenses import tense_of

_CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:40])
def test_tense_of_the_clause(case: dict[str, Any], parser: Parser) -> None:
    (doc,) = parser.parse([case["text"]])
    tense = tense_of(doc)
    found = find_dates(case["text"], Reference())
    assert [tense(timex.start) or "-" for timex in found] == case["tenses"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Le Kremlin a annoncé mardi que Poutine se rendrait lundi à Pyongyang.",
            ["2024-06-18", "2024-06-24"],
        ),
        (
            "Lundi, Séoul avait annoncé qu'ils se verraient mercredi, avant une réunion jeudi.",
            ["2024-06-17", "2024-06-19", "2024-06-20"],
        ),
        ("Séoul a affirmé lundi que le Nord avait tiré dimanche.", ["2024-06-17", "2024-06-16"]),
    ],
)
def test_a_weekday_ahead_of_a_past_is_counted_from_it(
    text: str, days: list[str], parser: Parser
) -> None:
    (doc,) = parser.parse([text])
    reference = Reference(dt.date(2024, 6, 20), "option", 1.0)
    assert [each.value for each in find_dates(text, reference, tense=tense_of(doc))] == days


def test_an_empty_text_has_no_tense(parser: Parser) -> None:
    (doc,) = parser.parse([""])
    assert tense_of(doc)(0) is None


def test_any_offset_may_be_asked(parser: Parser) -> None:
    text = "\n  Il partira le 3 mars.\n\n"
    (doc,) = parser.parse([text])
    tense = tense_of(doc)
    told = {tense(offset) for offset in range(len(text) + 5)}
    assert told <= {"past", "present", "future", "then", None}
    assert tense(text.index("3 mars")) == "future"
