"""The pipeline's result for one document."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.records.document import DocumentRecord
from dprk_events.records.flat import ErrorRecord


@dataclass(frozen=True, slots=True)
class Extracted:
    """A record, and the text that its offsets refer to (None for an error)."""

    record: DocumentRecord | ErrorRecord
    text: str | None
