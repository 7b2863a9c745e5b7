"""Dates as the press writes them (press.toml, press_held.toml): the clause's tense, expressions,
the article's own date, pages of dated entries."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dprk_events.dates import Reference, Timex, find_dates, find_reference
from dprk_events.language import Parser
from dprk_events.reading.article import Article
from dprk_events.tenses import tense_of

_FILES = [Path(__file__).with_name(name) for name in ("press.toml", "press_held.toml")]
_DATA = [tomllib.loads(path.read_text(encoding="utf-8")) for path in _FILES]


def _cases(kind: str) -> list[dict[str, Any]]:
    return [case for data in _DATA for case in data[kind]]


def _values(found: list[Timex]) -> list[str]:
    return [timex.value or "-" for timex in found]


def _reference(case: dict[str, Any]) -> Reference:
    day = case.get("ref")
    return Reference(dt.date.fromisoformat(day), "option", 1.0) if day else Reference()


def _check(case: dict[str, Any], found: list[Timex]) -> None:
    assert _values(found) == [value for _, value in case["dates"]]
    for timex, (words, _) in zip(found, case["dates"], strict=True):
        assert words in timex.text


@pytest.mark.parametrize("case", _cases("tense"), ids=lambda c: c["text"][:40])
def test_the_tense_of_the_clause_decides_the_year(case: dict[str, Any], parser: Parser) -> None:
    (doc,) = parser.parse([case["text"]])
    _check(case, find_dates(case["text"], _reference(case), tense=tense_of(doc)))


@pytest.mark.parametrize("case", _cases("expression"), ids=lambda c: c["text"][:40])
def test_expression(case: dict[str, Any]) -> None:
    _check(case, find_dates(case["text"], _reference(case)))


@pytest.mark.parametrize("case", _cases("published"), ids=lambda c: c["text"].strip()[:40])
def test_publication_date_on_the_page(case: dict[str, Any]) -> None:
    found = find_reference(Article("x", "x.txt", case["text"]))
    assert (found.value.isoformat() if found.value else "") == case["published"]
    _check(case, find_dates(case["text"], found))


@pytest.mark.parametrize("case", _cases("live"), ids=lambda c: c["text"].strip()[:40])
def test_live_page(case: dict[str, Any]) -> None:
    _check(case, find_dates(case["text"], _reference(case)))
