"""Attributes of a missile test: part of an event, in document records and in event records."""

from __future__ import annotations

from pydantic import Field

from dprk_events.names import Outcome
from dprk_events.records.base import ContractModel, Count, End, Length, Start, Text


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


class CountStatement(ContractModel):
    """How many, as the text gives it: always whole numbers."""

    value: Count | None
    """The number, if the text gives one exactly; null if it is approximate or a range."""
    min: Count | None
    """The smallest number that the text allows; null if it sets no lower bound."""
    max: Count | None
    """The largest number that the text allows; null if it sets no upper bound."""
    text: Text
    start: Start
    end: End


class LengthStatement(ContractModel):
    """A length that the text gives: always written with a decimal point, `30.0` and not `30`."""

    value: Length | None
    """The single figure given, even if the text says "about"; null for a range."""
    min: Length | None
    """The smallest value that the text allows; null if the figure is approximate or unbounded."""
    max: Length | None
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
    number: CountStatement | None
    """How many were fired."""
    site: Statement | None
    """Where it was launched from."""
    landing: Statement | None
    """Where it came down, or the waters it was fired towards."""
    apogee_km: LengthStatement | None
    """Apogee in kilometres."""
    distance_km: LengthStatement | None
    """Distance flown in kilometres; not the weapon's range."""
    outcome: OutcomeStatement | None
    """`success`, `failure` or `unknown`; null if the text does not mention it."""
