"""The line of a happening, as ``link`` writes it: what the report reads of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dprk_events.names import Modality, ParticipantKind, Role
from dprk_events.records.document import PlaceItem, TimeItem
from dprk_events.report.errors import ReportError


class _Read(BaseModel):
    """Other keys than these may be there: the report does not show them."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Taker(_Read):
    """A participant of a happening, or one of its quantities (without a name)."""

    role: Role
    name: str | None = None
    kind: ParticipantKind | None = None
    countries: list[str] = Field(default_factory=list)
    sources: int | None = None
    """How many sources name it in this role."""


class Told(_Read):
    """One of the values that the sources disagree about."""

    value: Any
    min: int | None = None
    max: int | None = None
    sources: int
    said_by: list[str] = Field(default_factory=list)
    according_to: list[str] = Field(default_factory=list)


class Disagreement(_Read):
    """What the sources disagree about."""

    key: str
    of: str | None = None
    values: list[Told]


class Member(_Read):
    """An event of one document, and why it is taken for this happening."""

    doc: str
    event: str
    source: str | None = None
    copy_of: str | None = None
    """The document of which this one repeats the text."""
    why: str | None = None


class Happening(_Read):
    """The same event in one document or many."""

    record: Literal["happening"]
    id: str
    type: str
    dprk: bool
    modality: Modality
    time: TimeItem
    place: PlaceItem | None
    roles: list[Taker]
    known: str | None = None
    sources: int | None = None
    """Number of independent sources that tell it."""
    disagreements: list[Disagreement] = Field(default_factory=list)
    events: list[Member] = Field(min_length=1)


def read_happening(line: Mapping[str, Any]) -> Happening:
    """Return a line as a happening.

    Raises:
        ReportError: It is not as ``link`` writes it; the message says where.

    """
    try:
        return Happening.model_validate(line)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ReportError(
            f"{line.get('id', 'a line without id')}: not a happening ({place}: {first['msg']}). "
            "Give an unmodified file written by `dprk-events link`."
        ) from None
