"""A document record → its annotations.

Each mention of an event is an event of brat's, with the participants of its sentence as arguments;
those that stand in no mention's sentence belong to the first. Relations say which mentions are of
one event, and what a number counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dprk_events.formats.standoff.lines import Annotations
from dprk_events.records import DocumentRecord
from dprk_events.records.document import EntityItem, EventItem, Filler, MentionItem, Quantity

SAME_EVENT, COUNTS = "Same_event", "Counts"
MODALITY, DPRK = "Modality", "DPRK"
TIME, SOURCE, DATE, QUANTITY = "Time", "Source", "Date", "Quantity"
OTHER = "Participant"
"""Type of a participant that no name stands for."""


def annotate(record: DocumentRecord, text: str) -> Annotations:
    """Return the annotations of a document with its text."""
    made = Annotations(text)
    entities = {entity.id: entity for entity in record.entities}
    for entity in record.entities:
        known = (entity.canonical, entity.kb, entity.country)
        made.note(made.span(entity.label, entity.start, entity.end), [k for k in known if k])
    dates = {}
    for date in record.dates:
        dates[date.id] = made.span(DATE, date.start, date.end)
        made.note(dates[date.id], [value for value in (date.value, date.part) if value])
    for event in record.events:
        _event(made, event, entities, dates)
    return made


def _event(
    made: Annotations,
    event: EventItem,
    entities: Mapping[str, EntityItem],
    dates: Mapping[str, str],
) -> None:
    time = [] if event.date is None else [(TIME, dates[event.date])]
    before: str | None = None
    for index, mention in enumerate(event.mentions):
        trigger = made.span(event.type, mention.trigger.start, mention.trigger.end)
        fillers = [
            (role.capitalize(), span) for role, span in _arguments(made, event, index, entities)
        ]
        arguments = [*fillers, *_source(made, mention, entities), *(time if index == 0 else [])]
        number = made.event(event.type, trigger, arguments)
        made.attribute(MODALITY, number, mention.modality)
        if event.dprk:
            made.attribute(DPRK, number)
        made.note(number, [mention.rule])
        if before is not None:
            made.relation(SAME_EVENT, before, number)
        before = number


def _arguments(
    made: Annotations, event: EventItem, index: int, entities: Mapping[str, EntityItem]
) -> Iterator[tuple[str, str]]:
    """Yield the roles of one mention, each with the id of the span that fills it."""
    named: dict[str, str] = {}
    for role in event.roles:
        spans = role.spans if isinstance(role, Filler) else [(role.start, role.end)]
        for start, end in spans:
            if _mention_at(event, start) != index:
                continue
            span = made.span(_kind(role, start, end, entities), start, end)
            yield role.role, span
            if isinstance(role, Filler):
                named.setdefault(role.name, span)
            elif role.of in named:
                made.relation(COUNTS, span, named[role.of])


def _mention_at(event: EventItem, start: int) -> int:
    """Return which mention's sentence an offset stands in; the first if in none."""
    inside = (
        index
        for index, mention in enumerate(event.mentions)
        if mention.sentence.start <= start < mention.sentence.end
    )
    return next(inside, 0)


def _kind(role: Filler | Quantity, start: int, end: int, entities: Mapping[str, EntityItem]) -> str:
    if isinstance(role, Quantity):
        return QUANTITY
    same = (e.label for e in entities.values() if (e.start, e.end) == (start, end))
    return next(same, OTHER)


def _source(
    made: Annotations, mention: MentionItem, entities: Mapping[str, EntityItem]
) -> list[tuple[str, str]]:
    said = mention.attribution
    if said is None:
        return []
    if isinstance(said, str):
        entity = entities[said]
        return [(SOURCE, made.span(entity.label, entity.start, entity.end))]
    return [(SOURCE, made.span(OTHER, said.start, said.end))]
