"""The base class of the output contract's models, and small models that several records share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dprk_events.names import PublishedSource

SCHEMA_VERSION: Literal[2] = 2
"""Version of the output contract, in ``schema``; raised when a key changes meaning."""

Text = Annotated[str, Field(description="Exactly `text[start:end]` of the decoded input.")]
Start = Annotated[
    int, Field(ge=0, description="Offset of the first code point in the decoded input, from 0.")
]
End = Annotated[int, Field(ge=0, description="Offset just after the last code point.")]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
Length = Annotated[float, Field(ge=0, allow_inf_nan=False)]
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DocumentId = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
EntityId = Annotated[str, Field(pattern=r"^T[1-9]\d*$")]
DateId = Annotated[str, Field(pattern=r"^D[1-9]\d*$")]
EventId = Annotated[str, Field(pattern=r"^E[1-9]\d*$")]
SchemaNumber = Annotated[Literal[2], Field(description="Version of the output contract.")]


class ContractModel(BaseModel):
    """A JSON object of the output contract.

    Every key is always present, with ``null`` if it has no value; unknown keys are rejected.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(ContractModel):
    """A span of the decoded input text."""

    start: Start
    end: End


class Quote(ContractModel):
    """A span of the decoded input text with its text."""

    text: Text
    start: Start
    end: End


class Published(ContractModel):
    """The publication date and where it was taken from."""

    value: IsoDay | None
    """ISO 8601 day; null exactly when the source is `none`."""
    source: PublishedSource
    """Where the date was taken from; `text`: inferred from the text of the article."""
    confidence: Share | None
    """How certain the date is, from 0 to 1."""


class Codes(ContractModel):
    """The event type in other coding schemes; null if none fits."""

    plover: str | None
    """PLOVER event type."""
    cameo: str | None
    """CAMEO code."""
