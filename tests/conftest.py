"""Shared fixtures: the real pipeline is loaded once a session."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program sets it, before numpy is there

from dprk_events import loading
from dprk_events.dates import Reference, find_dates
from dprk_events.entities import find_entities
from dprk_events.events import Findings, RuleSet, analyse
from dprk_events.language import Gate, Gazetteer, Parser, load_model
from dprk_events.pipeline import Pipeline

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _interrupts() -> None:
    """Take interrupts even where a shell started the tests in the background, without them."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.fixture(scope="session")
def parser(gazetteer: Gazetteer) -> Parser:
    return Parser(load_model("auto"), gazetteer)


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return RuleSet.load()


@pytest.fixture(scope="session")
def analyse_all(
    parser: Parser, gazetteer: Gazetteer, rules: RuleSet
) -> Callable[[list[str]], list[Findings]]:
    """Texts → their events; no publication date is known."""

    def analyse_texts(texts: list[str]) -> list[Findings]:
        found = []
        for text, doc in zip(texts, parser.parse(texts), strict=True):
            entities = find_entities(doc, text, gazetteer, parser.model.words)
            found.append(
                analyse(doc, text, entities, find_dates(text, Reference()), rules, gazetteer)
            )
        return found

    return analyse_texts


@pytest.fixture
def ready(
    parser: Parser, gazetteer: Gazetteer, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program and the library take the model of the session rather than load one."""
    load = loading.load_pipeline

    def loaded(model: str = "auto", own: Any = None, *, only_dprk: bool = False) -> Pipeline:
        if model != "auto" or own is not None:
            return load(model, own, only_dprk=only_dprk)
        return Pipeline(parser.model, gazetteer, rules, gate=Gate(gazetteer) if only_dprk else None)

    monkeypatch.setattr(loading, "load_pipeline", loaded)
