"""A document record → the lines that ``--records`` asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dprk_events.cli.choices import Records
from dprk_events.output.stops import uninterrupted

if TYPE_CHECKING:
    from dprk_events.records import DocumentRecord, ErrorRecord


def lines_of(
    record: DocumentRecord | ErrorRecord, wanted: Records, text: str | None
) -> Iterator[bytes]:
    """Give the lines of a record; an error record is a line whatever is wanted.

    An interrupt waits until a line is made: pydantic would take one that comes while it asks our
    code which of several forms a value has for the answer "none", and nobody would hear of it.

    Args:
        record: A document record, or an error.
        wanted: What a line is to be.
        text: The document's decoded input; None where it cannot be had.

    """
    from dprk_events.records import flatten, to_line  # noqa: PLC0415

    for each in flatten(record, wanted.value, text):
        with uninterrupted():
            line = to_line(each)
        yield line
