"""A document record → its annotations.

Each mention of an event is an event of brat's, with the participants of its sentence as arguments;
those that stand in no mention's sentence belong to the first. Relations say which mentions are of
one event, and what a number counts.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import itemgetter

from dprk_events.formats.standoff.lines import Annotations
from dprk_events.records import DocumentRecord
from dprk_events.records.document import EntityItem, EventItem, Filler, MentionItem, Quantity

SAME_EVENT, COUNTS = "Same_event", "Counts"
MODALITY, DPRK = "Modality", "DPRK"
TIME, SOURCE, DATE, QUANTITY = "Time", "Source", "Date", "Quantity"
OTHER = "Participant"
"""Type of a participant that no name stands for."""
Labels = Mapping[tuple[int, int], str]
"""Start and end of each name → its label."""


def annotate(record: DocumentRecord, text: str) -> Annotations:
    """Return the annotations of a document with its text."""
    made = Annotations(text)
    entities = {entity.id: entity for entity in record.entities}
    for entity in record.entities:
        known = (entity.canonical, entity.kb, entity.country)
        made.note(made.span(entity.label, entity.start, entity.end), [k for k in known if k])
    labels = {(entity.start, entity.end): entity.label for entity in record.entities}
    dates = {}
    for date in record.dates:
        dates[date.id] = made.span(DATE, date.start, date.end)
        made.note(dates[date.id], [value for value in (date.value, date.part) if value])
    for event in record.events:
        _event(made, event, entities, labels, dates)
    return made


def _event(
    made: Annotations,
    event: EventItem,
    entities: Mapping[str, EntityItem],
    labels: Labels,
    dates: Mapping[str, str],
) -> None:
    time = [] if event.date is None else [(TIME, dates[event.date])]
    spans = _by_mention(event)
    before: str | None = None
    for index, mention in enumerate(event.mentions):
        trigger = made.span(event.type, mention.trigger.start, mention.trigger.end)
        roles = _arguments(made, spans.get(index, []), labels)
        fillers = [(role.capitalize(), span) for role, span in roles]
        arguments = [*fillers, *_source(made, mention, entities), *(time if index == 0 else [])]
        number = made.event(event.type, trigger, arguments)
        made.attribute(MODALITY, number, mention.modality)
        if event.dprk:
            made.attribute(DPRK, number)
        made.note(number, [mention.rule])
        if before is not None:
            made.relation(SAME_EVENT, before, number)
        before = number


def _by_mention(event: EventItem) -> Mapping[int, list[tuple[Filler | Quantity, int, int]]]:
    """Return the spans of all roles by the mention in whose sentence they stand.

    Done once for an event: long texts repeat one event hundreds of times.
    """
    first: dict[tuple[int, int], int] = {}
    for index, mention in enumerate(event.mentions):
        first.setdefault((mention.sentence.start, mention.sentence.end), index)
    sentences = sorted(first)
    found: dict[int, list[tuple[Filler | Quantity, int, int]]] = {}
    for role in event.roles:
        for start, end in role.spans if isinstance(role, Filler) else [(role.start, role.end)]:
            at = bisect_right(sentences, start, key=itemgetter(0)) - 1
            inside = at >= 0 and start < sentences[at][1]
            found.setdefault(first[sentences[at]] if inside else 0, []).append((role, start, end))
    return found


def _arguments(
    made: Annotations, spans: list[tuple[Filler | Quantity, int, int]], labels: Labels
) -> Iterator[tuple[str, str]]:
    """Yield the roles of one mention, each with the id of the span that fills it."""
    named: dict[str, str] = {}
    for role, start, end in spans:
        kind = QUANTITY if isinstance(role, Quantity) else labels.get((start, end), OTHER)
        span = made.span(kind, start, end)
        yield role.role, span
        if isinstance(role, Filler):
            named.setdefault(role.name, span)
        elif role.of in named:
            made.relation(COUNTS, span, named[role.of])


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
