"""The base of every model of the contract, and the small parts that several records share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dprk_events.names import PublishedSource

SCHEMA_VERSION: Literal[2] = 2
"""The number of the contract, in each record's ``schema``; it rises when a key changes meaning."""

Text = Annotated[str, Field(description="Exactly `text[start:end]` of the decoded input.")]
Start = Annotated[int, Field(ge=0, description="First code point in the input, 0-based.")]
End = Annotated[int, Field(ge=0, description="The code point after the last.")]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
DocumentId = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
EntityId = Annotated[str, Field(pattern=r"^T[1-9]\d*$")]
DateId = Annotated[str, Field(pattern=r"^D[1-9]\d*$")]
EventId = Annotated[str, Field(pattern=r"^E[1-9]\d*$")]
SchemaNumber = Annotated[Literal[2], Field(description="Number of the contract.")]


class Part(BaseModel):
    """A JSON object of the contract.

    No field has a default: a key without a value is there with ``null``, and a key that the
    contract does not know is refused.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Part):
    """A stretch of the decoded input text."""

    start: Start
    end: End


class Quote(Part):
    """A stretch of the decoded input text and what stands there."""

    text: Text
    start: Start
    end: End


class Published(Part):
    """The publication date and the ground it stands on."""

    value: IsoDay | None
    """ISO 8601 day; null exactly when the source is `none`."""
    source: PublishedSource
    """Where the date was taken from; `text`: inferred from the article's words."""
    confidence: Share | None
    """How sure the date is."""


class Codes(Part):
    """The event type in other coding schemes, null where none fits."""

    plover: str | None
    """PLOVER event type."""
    cameo: str | None
    """CAMEO code."""
