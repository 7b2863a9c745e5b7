"""Times of a mention that no date of the document holds: "depuis lundi et jusqu'au 19 mars"."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from dprk_events.dates import (
    Reference,
    Timex,
    beginning,
    between,
    find_dates,
    last_years,
    since,
)
from dprk_events.entities import find_entities
from dprk_events.events import RuleSet, analyse
from dprk_events.language import Gazetteer, Parser

CASES: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("spans.toml").read_text("utf-8")
)
MONDAY = Timex("lundi", 7, 12, "2024-03-04/..", "span", None, "2024-03-04", None, grain="day")
UNTIL = Timex("au 14 mars", 24, 34, "../2024-03-14", "span", None, None, "2024-03-14", grain="day")
TEXT = "depuis lundi et jusqu'à demain soir"


@pytest.mark.model
@pytest.mark.parametrize("case", CASES["taken"] + CASES["left"])
def test_a_time_is_read_or_not_as_the_cases_say(
    case: list[str], parser: Parser, gazetteer: Gazetteer, rules: RuleSet
) -> None:
    text, published, word, *value = case
    day = dt.date.fromisoformat(published) if published else None
    (doc,) = parser.parse([text])
    entities = find_entities(doc, text, gazetteer, parser.model.words)
    dates = find_dates(text, Reference(day))
    findings = analyse(doc, text, entities, dates, rules, gazetteer, published=day)
    (mention,) = (m for e in findings.events for m in e.mentions if m.trigger == word)
    assert ([] if mention.counted is None else [mention.counted.value]) == value


def test_a_time_between_two_dates_runs_from_the_first_to_the_last() -> None:
    both = between(MONDAY, UNTIL, TEXT)
    assert (both.value, both.earliest, both.latest) == (
        "2024-03-04/2024-03-14",
        "2024-03-04",
        "2024-03-14",
    )
    assert (both.start, both.end, both.grain) == (7, 34, "span")


def test_a_time_since_a_date_is_open_and_begins_with_it() -> None:
    year = Timex("1953", 23, 27, "1953", "date", None, "1953-01-01", "1953-12-31")
    known = since(year, 0, "depuis la fin de guerre 1953")
    assert (known.value, known.latest, known.start) == ("1953/..", None, 0)
    assert beginning(MONDAY).value == "2024-03-04"


def test_the_last_years_end_on_the_reference_date() -> None:
    words = Timex("trois ans", 3, 12, None, "duration")
    years = last_years(3, words, dt.date(2024, 3, 4))
    assert (years.value, years.earliest, years.latest) == ("2021/2024", "2021-01-01", "2024-03-04")
