"""Render a document as HTML for notebooks: its text with highlights, and a table of its events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from dprk_events.records import DocumentRecord, EventRecord, event_cells

COLUMNS = ("event", "date", "type", "modality", "who", "whom", "instrument", "location", "sources")
"""Columns of :func:`~dprk_events.records.event_cells` that the table shows."""

COLOURS = {
    "PER": "#d9c2ef", "LOC": "#fbd3a1", "ORG": "#a9dff0", "MISC": "#dddddd", "WEAPON": "#f2b8b5",
    "EXERCISE": "#c9e4a5", "date": "#bfeee3",
}  # fmt: skip
"""Background colours of entities and dates."""
TRIGGER = "#fff176"
"""Background colour of triggers."""

_CELL = "padding:2px 8px;text-align:left;vertical-align:top"


def extraction_html(record: DocumentRecord, text: str, events: Sequence[EventRecord]) -> str:
    """Highlight entities, dates and triggers in a text, with a table of its events below.

    Args:
        record: The document; its offsets count code points of ``text``.
        text: The document's text, which is escaped.
        events: Its events as flat records.

    Returns:
        Self-contained HTML without scripts or links.

    """
    from spacy import displacy  # noqa: PLC0415 - whoever has a record has loaded spaCy

    marks = list(_without_overlaps(_marks(record)))
    labels = {mark["label"] for mark in marks}
    colours = {label: COLOURS.get(label, TRIGGER) for label in labels}
    marked: str = displacy.render(
        {"text": text, "ents": marks, "title": None},
        style="ent",
        manual=True,
        jupyter=False,
        options={"colors": colours},
    )
    return f"<div>{marked}{_table(events)}</div>"


def _marks(record: DocumentRecord) -> Iterator[dict[str, Any]]:
    """Yield what to highlight, the most important first."""
    for event in record.events:
        for mention in event.mentions:
            trigger = mention.trigger
            yield _mark(trigger.start, trigger.end, f"{event.id} {event.type}")
    for entity in record.entities:
        yield _mark(entity.start, entity.end, entity.label)
    for date in record.dates:
        yield _mark(date.start, date.end, "date")


def _mark(start: int, end: int, label: str) -> dict[str, Any]:
    return {"start": start, "end": end, "label": label}


def _without_overlaps(marks: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield marks in text order; of overlapping marks, only the one that came first."""
    kept: list[dict[str, Any]] = []
    taken: set[int] = set()
    for mark in marks:
        places = range(mark["start"], mark["end"])
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(mark)
    yield from sorted(kept, key=lambda mark: mark["start"])


def _table(events: Sequence[EventRecord]) -> str:
    if not events:
        return "<p>No events.</p>"
    head = "".join(f'<th style="{_CELL}">{column}</th>' for column in COLUMNS)
    rows = "".join(f"<tr>{''.join(_cells(event))}</tr>" for event in events)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(event: EventRecord) -> Iterator[str]:
    row = event_cells(event)
    for column in COLUMNS:
        value = row[column]
        style = f"{_CELL};white-space:nowrap" if column == "date" else _CELL
        yield f'<td style="{style}">{"" if value is None else escape(str(value))}</td>'
