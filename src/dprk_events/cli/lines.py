"""A document record → the lines that ``--records`` asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dprk_events.cli.choices import Records
from dprk_events.output.stops import uninterrupted

if TYPE_CHECKING:
    from dprk_events.records import Record


def lines_of(record: Record, wanted: Records, text: str | None) -> Iterator[bytes]:
    """Give the lines of a record; an error record is a line whatever is wanted.

    An interrupt waits until a line is made: pydantic would take one that comes while it asks our
    code which of several forms a value has for the answer "none", and nobody would hear of it.

    Args:
        record: A document record, or an error.
        wanted: What a line is to be.
        text: The document's decoded input; None where it cannot be had.

    """
    from dprk_events.records import (  # noqa: PLC0415
        DocumentRecord,
        flatten_entities,
        flatten_events,
        to_line,
    )

    records: Iterable[Record] = (record,)
    if isinstance(record, DocumentRecord):
        if wanted is Records.events:
            records = flatten_events(record, text)
        elif wanted is Records.entities:
            records = flatten_entities(record)
    for each in records:
        with uninterrupted():
            line = to_line(each)
        yield line
