"""Values of options that several commands have."""

from __future__ import annotations

from enum import StrEnum


class InputFormat(StrEnum):
    """What the input is: `auto` goes by name and content."""

    auto = "auto"
    text = "text"
    html = "html"
    jsonl = "jsonl"
    csv = "csv"


class Records(StrEnum):
    """What a line of output is: a document, an event or an entity."""

    documents = "documents"
    events = "events"
    entities = "entities"
