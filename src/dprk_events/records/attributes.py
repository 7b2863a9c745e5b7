"""Attributes of a missile test: part of an event, in document records and in event records."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dprk_events.names import Outcome
from dprk_events.records.base import ContractModel, End, Start, Text

Number = Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0)]


class Statement(ContractModel):
    """A name, class or place that the text states."""

    value: str
    """The name, class or place; a place in its canonical form if it is a single known name."""
    text: Text
    start: Start
    end: End


class OutcomeStatement(ContractModel):
    """What the text says of the outcome."""

    value: Outcome
    """`unknown` if the text says that it is not known, or if two sources disagree."""
    text: Text
    start: Start
    end: End


class FigureStatement(ContractModel):
    """A figure that the text gives."""

    value: Number | None
    """The single figure given, even if the text says "about"; null for a range."""
    min: Number | None
    """The smallest value that the text allows; null if the figure is approximate or unbounded."""
    max: Number | None
    """The largest value that the text allows; null if the figure is approximate or unbounded."""
    text: Text
    start: Start
    end: End


class Attributes(ContractModel):
    """The columns of the CNS missile test database; null if the text does not say."""

    missile: Statement | None
    """The weapon's proper name as written."""
    class_: Statement | None = Field(alias="class")
    """The weapon's class according to the words that describe it: `ICBM`, `SRBM`, `cruise`, …"""
    number: FigureStatement | None
    """How many were fired."""
    site: Statement | None
    """Where it was launched from."""
    landing: Statement | None
    """Where it came down, or the waters it was fired towards."""
    apogee_km: FigureStatement | None
    """Apogee in kilometres."""
    distance_km: FigureStatement | None
    """Distance flown in kilometres; not the weapon's range."""
    outcome: OutcomeStatement | None
    """`success`, `failure` or `unknown`; null if the text does not mention it."""
