"""Several dates of one mention: "les tirs du 3 et du 9 mars"."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from dprk_events.dates import Timex, set_of, up_to
from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
CASES: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("listed.toml").read_text("utf-8")
)


@pytest.mark.model
def test_dates_are_listed_or_not_as_the_cases_say(analyse_all: AnalyseAll) -> None:
    taken, left = CASES["taken"], CASES["left"]
    found = analyse_all([text for text, *_ in (*taken, *left)])
    got = [_listed(f, word) for f, (_, word, *_) in zip(found, (*taken, *left), strict=True)]
    assert got[: len(taken)] == [dates for _, _, *dates in taken]
    assert got[len(taken) :] == [[]] * len(left)


def test_several_days_are_the_set_of_them() -> None:
    first = Timex("3", 0, 1, "2024-03-03", "date", None, "2024-03-03", "2024-03-03")
    last = Timex("9 mars", 5, 11, "2024-03-09", "date", None, "2024-03-09", "2024-03-09")
    both = set_of([first, last], "3 et 9 mars")
    assert (both.value, both.earliest, both.latest, both.text) == (
        "{2024-03-03,2024-03-09}",
        "2024-03-03",
        "2024-03-09",
        "3 et 9 mars",
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2024-03-09", "../2024-03-09"),
        ("2024-03", "../2024-03"),
        ("2024-03-01/2024-03-09", None),
        ("2024~", None),
        (None, None),
    ],
)
def test_a_limit_is_a_time_open_before(value: str | None, told: str | None) -> None:
    limit = Timex("9 mars", 9, 15, value, "date", None, "2024-03-09", "2024-03-09")
    until = up_to(limit, 0, "avant le 9 mars")
    assert (until.value, until.earliest, until.latest) == (told, None, "2024-03-09")
    assert (until.text, until.start, until.end) == ("avant le 9 mars", 0, 15)


def _listed(findings: Findings, word: str) -> list[str]:
    """The words of the dates of the mention of a word, which must be there."""
    (mention,) = (m for e in findings.events for m in e.mentions if m.trigger == word)
    return [findings.view.dates[number].text for number in mention.listed]
