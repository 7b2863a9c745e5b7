"""Events of short texts, complete with their participants, on the real model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from dprk_events.dates import Reference, find_dates
from dprk_events.entities import find_entities
from dprk_events.events import Event, RuleSet, analyse
from dprk_events.known import load_known
from dprk_events.language import Gazetteer, Parser
from dprk_events.participants import complete_findings

Rows = Callable[[str, str], list[Event]]
"""Text and publication date ("" where it is not known) → its events."""


@pytest.fixture(scope="session")
def rows(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Rows:
    def rows_of(text: str, published: str) -> list[Event]:
        (doc,) = parser.parse([text])
        day = dt.date.fromisoformat(published) if published else None
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        dates = find_dates(text, Reference(day))
        findings = analyse(doc, text, entities, dates, rules, gazetteer, day)
        return list(complete_findings(findings, load_known()).events)

    return rows_of
