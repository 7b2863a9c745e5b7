"""Values of options that several commands have."""

from __future__ import annotations

from enum import StrEnum


class Records(StrEnum):
    """What a line of output is: a document, an event or an entity."""

    documents = "documents"
    events = "events"
    entities = "entities"
