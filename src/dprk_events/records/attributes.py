"""What is said of a missile test: part of an event, in document lines and in flat ones."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dprk_events.names import Outcome
from dprk_events.records.part import End, Part, Start, Text

Number = Annotated[int, Field(ge=0)] | Annotated[float, Field(ge=0)]


class Statement(Part):
    """What the text says in words."""

    value: str
    """The name, class or place; a place has its usual form, where it is one known name."""
    text: Text
    start: Start
    end: End


class OutcomeStatement(Part):
    """What the text says of the outcome."""

    value: Outcome
    """`unknown` where the text says that it is not known, or two sources differ."""
    text: Text
    start: Start
    end: End


class FigureStatement(Part):
    """A figure that the text gives."""

    value: Number | None
    """The one figure that is given, also where the text says "about"; null for a range."""
    min: Number | None
    """The least that the text allows; null where it is about a figure, or open."""
    max: Number | None
    """The most that the text allows; null where it is about a figure, or open."""
    text: Text
    start: Start
    end: End


class Attributes(Part):
    """The columns of the CNS missile test database; null where the text does not say."""

    missile: Statement | None
    """The weapon's proper name as written."""
    class_: Statement | None = Field(alias="class")
    """The weapon's class by the words that describe it: `ICBM`, `SRBM`, `cruise`, …"""
    number: FigureStatement | None
    """How many were fired."""
    site: Statement | None
    """From where."""
    landing: Statement | None
    """Where it came down, or towards which waters it was fired."""
    apogee_km: FigureStatement | None
    """Highest point, kilometres."""
    distance_km: FigureStatement | None
    """Distance flown, kilometres; not the range that the weapon could have."""
    outcome: OutcomeStatement | None
    """`success`, `failure` or `unknown`; null where the text does not speak of it."""
