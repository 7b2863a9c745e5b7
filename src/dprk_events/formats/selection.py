"""One extracted document → the records to write for it, and their JSON lines.

Every run serialises records to lines in the process that handles the document: lines are what
processes exchange, and what a resumed run continues after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dprk_events.stops import uninterrupted

if TYPE_CHECKING:
    from dprk_events.records import Extracted, Lines, Record


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records to write for a document.

    Attributes:
        wanted: One record per document, per event or per entity.
        with_text: Whether document records include the text.
        drop_gated: Whether to leave out documents that were not analysed.

    """

    wanted: Lines = "documents"
    with_text: bool = False
    drop_gated: bool = False

    def records(self, extracted: Extracted) -> Iterator[Record]:
        """Yield the records to write for one document; an error record is always included."""
        from dprk_events.records import flatten  # noqa: PLC0415 - see base

        record = extracted.record
        if self.drop_gated and record.record == "document" and record.gated:
            return
        yield from flatten(record, self.wanted, extracted.text, with_text=self.with_text)

    def lines(self, extracted: Extracted) -> Iterator[bytes]:
        """Yield the records of one document as JSON lines, each with its line end.

        Interrupts are held back while a line is serialised: one that arrives while pydantic calls
        our discriminator would be swallowed by pydantic and lost.
        """
        from dprk_events.records import to_line  # noqa: PLC0415

        for record in self.records(extracted):
            with uninterrupted():
                line = to_line(record)
            yield line
