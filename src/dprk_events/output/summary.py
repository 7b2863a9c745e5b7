"""What a run found, counted: the figures behind the summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dprk_events.output.plain import one_line, plain
from dprk_events.output.rows import EventRow, document_name, event_row
from dprk_events.records import (
    DocumentRecord,
    EntityRecord,
    ErrorRecord,
    EventRecord,
    Record,
    flatten_events,
)
from dprk_events.records.document import DocumentInfo, EntityItem
from dprk_events.records.flat import DocumentHead

NAMED = {"PER": "People", "LOC": "Places", "WEAPON": "Weapons"}
"""The labels whose most frequent names are shown, with their headings."""

_SLACK = 1000


class Summary:
    """Counts records as they go by; holds no more than it shows.

    Args:
        limit: Rows of the timeline to keep, the earliest; None keeps all.
        everything: Whether to keep events that have nothing to do with North Korea.

    """

    def __init__(self, limit: int | None = None, *, everything: bool = False) -> None:
        self.limit = limit
        self.everything = everything
        self.documents = 0
        self.failed: list[tuple[str, str]] = []
        self.events = 0
        self.elsewhere = 0
        self.mentions = 0
        self.remarks: Counter[str] = Counter()
        self.undated = 0
        self.types: Counter[tuple[str, str]] = Counter()
        self.names: dict[str, Counter[str]] = {label: Counter() for label in NAMED}
        self.published: dict[str, list[str]] = defaultdict(list)
        self.pipelines: set[str] = set()
        self.flat = False
        self._rows: list[EventRow] = []
        self._spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._seen: set[str] = set()

    def add(self, record: Record) -> None:
        """Count a record."""
        if isinstance(record, ErrorRecord):
            self.failed.append((plain(record.path), one_line(record.error.message)))
        elif isinstance(record, DocumentRecord):
            self._add_document(record.doc)
            self.remarks.update(sorted({remark.kind for remark in record.doc.remarks}))
            made = record.pipeline
            self.pipelines.add(
                f"{made.model} {made.model_version}, dprk-events {made.version}, "
                f"rules {made.rules[:12]}"
            )
            self._add_names(record.entities)
            for event in flatten_events(record, None):
                self._add_event(event)
        else:
            self.flat = True
            if record.doc.id not in self._seen:
                self._seen.add(record.doc.id)
                self._add_document(record.doc)
            if isinstance(record, EventRecord):
                self._add_event(record)
            elif isinstance(record, EntityRecord):
                self._add_names([record])

    @property
    def rows(self) -> list[EventRow]:
        """The timeline, in order of date."""
        self._trim()
        return list(self._rows)

    def most_named(self, label: str, count: int) -> list[tuple[str, int]]:
        """Give the most frequent names of a label; names with the same count in order of name."""
        ranked = sorted(self.names[label].items(), key=lambda item: (-item[1], item[0]))
        return [(self._spelling(label, key), number) for key, number in ranked[:count]]

    def _add_document(self, doc: DocumentInfo | DocumentHead) -> None:
        self.documents += 1
        name = document_name(doc.path)
        if doc.published.source == "text":
            sure = f" ({doc.published.confidence:.0%})" if doc.published.confidence else ""
            name += f" {doc.published.value}{sure}"
        self.published[doc.published.source].append(name)

    def _add_event(self, event: EventRecord) -> None:
        if not event.dprk and not self.everything:
            self.elsewhere += 1
            return
        row = event_row(event)
        self.events += 1
        self.mentions += len(event.mentions)
        self.types[row.type, row.modality] += 1
        self.undated += not row.dated
        self._rows.append(row)
        if self.limit is not None and len(self._rows) > self.limit + _SLACK:
            self._trim()

    def _trim(self) -> None:
        self._rows.sort(key=lambda row: row.key)
        if self.limit is not None:
            del self._rows[self.limit :]

    def _add_names(self, entities: Iterable[EntityItem]) -> None:
        for entity in entities:
            if entity.label in self.names:
                name = one_line(entity.canonical or entity.text)
                key = _key(entity.label, name)
                self.names[entity.label][key] += 1
                self._spellings[entity.label, key][name] += 1

    def _spelling(self, label: str, key: str) -> str:
        """Give the most frequent spelling of a name."""
        spellings = self._spellings[label, key]
        return min(spellings, key=lambda name: (-spellings[name], name))


def _key(label: str, name: str) -> str:
    """Take spellings of one name together: letter case, and the plural of described weapons."""
    key = name.casefold()
    if label != "WEAPON":
        return key
    return " ".join(word.rstrip("sx") if len(word) > 3 else word for word in key.split())
