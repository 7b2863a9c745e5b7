"""Events of short texts, complete with their participants, on the real model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dprk_events.dates import Reference, find_dates
from dprk_events.entities import find_entities
from dprk_events.events import Event, Findings, RuleSet, analyse
from dprk_events.known import load_known
from dprk_events.language import Gazetteer, Parser
from dprk_events.participants import complete_findings

Completed = Callable[[str, str], Findings]
"""Text and publication date ("" where it is not known) → what is found in it."""
Rows = Callable[[str, str], list[Event]]
"""Text and publication date ("" where it is not known) → its events."""


@pytest.fixture(scope="session")
def completed(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Completed:
    def findings_of(text: str, published: str) -> Findings:
        (doc,) = parser.parse([text])
        day = dt.date.fromisoformat(published) if published else None
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        dates = find_dates(text, Reference(day))
        findings = analyse(doc, text, entities, dates, rules, gazetteer, day)
        return complete_findings(findings, load_known())

    return findings_of


@pytest.fixture(scope="session")
def rows(completed: Completed) -> Rows:
    return lambda text, published: list(completed(text, published).events)
