"""Stage 8, results → records: the models of the output contract, and JSON Lines from them."""

from dprk_events.records.build import (
    build_document,
    build_error,
    build_gated,
    date_items,
    document_info,
)
from dprk_events.records.document import DateItem, DocumentRecord, EntityItem, Provenance
from dprk_events.records.event_filter import EventFilter
from dprk_events.records.extracted import Extracted
from dprk_events.records.flat import DateRecord, EntityRecord, ErrorRecord, EventRecord
from dprk_events.records.flatten import (
    Lines,
    flatten,
    flatten_dates,
    flatten_entities,
    flatten_events,
)
from dprk_events.records.happening import HappeningRecord
from dprk_events.records.jsonl import Record, RecordError, read_lines, to_line
from dprk_events.records.schema import json_schema
from dprk_events.records.table import (
    CELLS,
    Cell,
    Line,
    event_cells,
    joined,
    line_cells,
    participants,
    row_id,
)

__all__ = [
    "CELLS",
    "Cell",
    "DateItem",
    "DateRecord",
    "DocumentRecord",
    "EntityItem",
    "EntityRecord",
    "ErrorRecord",
    "EventFilter",
    "EventRecord",
    "Extracted",
    "HappeningRecord",
    "Line",
    "Lines",
    "Provenance",
    "Record",
    "RecordError",
    "build_document",
    "build_error",
    "build_gated",
    "date_items",
    "document_info",
    "event_cells",
    "flatten",
    "flatten_dates",
    "flatten_entities",
    "flatten_events",
    "joined",
    "json_schema",
    "line_cells",
    "participants",
    "read_lines",
    "row_id",
    "to_line",
]
