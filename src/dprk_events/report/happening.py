"""The line of a happening, as ``link`` writes it: what the report reads of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dprk_events.names import Modality, ParticipantKind, Role
from dprk_events.records.document import PlaceItem, TimeItem
from dprk_events.report.errors import ReportError

_MARK = b'"happening"'


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


def without_happenings(
    lines: Iterable[bytes], name: str, found: list[Happening]
) -> Iterator[bytes]:
    """Yield the lines of a file, a blank one for each happening, which is put into ``found``.

    Line numbers thus stay as they are in the file.

    Raises:
        ReportError: A line says that it is a happening and is none.

    """
    for number, line in enumerate(lines, start=1):
        happening = _parse(line, f"{name}, line {number}") if _MARK in line[:200] else None
        if happening is None:
            yield line
        else:
            found.append(happening)
            yield b"\n"


def _parse(line: bytes, where: str) -> Happening | None:
    try:
        value = json.loads(line)
        if not isinstance(value, dict) or value.get("record") != "happening":
            return None
        return Happening.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise ReportError(
            f"{where}: not a happening ({place}: {first['msg']}). "
            "Give an unmodified file written by `dprk-events link`."
        ) from None
    except (ValueError, RecursionError):
        return None  # whoever reads the other records says what is wrong with the line
