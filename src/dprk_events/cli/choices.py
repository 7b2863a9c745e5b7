"""Values of options that several commands share."""

from __future__ import annotations

from enum import StrEnum


class InputFormat(StrEnum):
    """Format of the input; `auto` detects it from name and content."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    csv = "csv"


class Records(StrEnum):
    """What each line of output holds: a document, an event or an entity."""

    documents = "documents"
    events = "events"
    entities = "entities"
