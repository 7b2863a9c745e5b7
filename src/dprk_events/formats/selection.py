"""One extracted document → the records that its output has, and their lines of JSON.

Every run makes lines first, in whichever process a document is done: they are what is handed from
process to process, and what a stopped run is resumed after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dprk_events.records import DocumentRecord, Extracted, Lines, Record, flatten, to_line
from dprk_events.stops import uninterrupted


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records a document gives.

    Attributes:
        wanted: A record a document, an event or an entity.
        with_text: Whether a document's record holds its text.
        drop_gated: Whether a document that was not analysed gives none.

    """

    wanted: Lines = "documents"
    with_text: bool = False
    drop_gated: bool = False

    def records(self, extracted: Extracted) -> Iterator[Record]:
        """Give the records of one document; an error record comes whatever is wanted."""
        record = extracted.record
        if self.drop_gated and isinstance(record, DocumentRecord) and record.gated:
            return
        yield from flatten(record, self.wanted, extracted.text, with_text=self.with_text)

    def lines(self, extracted: Extracted) -> Iterator[bytes]:
        """Give the records of one document as lines of JSON, each with its line end.

        An interrupt waits until a line is made: pydantic would take one that comes while it asks
        our code which of several forms a value has for the answer "none", and nobody would hear
        of it.
        """
        for record in self.records(extracted):
            with uninterrupted():
                line = to_line(record)
            yield line
