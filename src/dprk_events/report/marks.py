"""What is marked in a sentence: where it stands, and what it is."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.records import EventRecord
from dprk_events.records.document import Quantity
from dprk_events.records.flat import FlatMention

Mark = tuple[int, int, str]
"""Start and end within the sentence, and a role, ``trigger``, ``source`` or ``date``."""


def marks_of(event: EventRecord, mention: FlatMention) -> list[Mark]:
    """Return what to mark in the sentence of a mention, outer marks before those within them.

    Offsets are those of JavaScript (UTF-16 code units). Of marks that cross each other, the one
    that comes first is kept; everything that they mark is in the list of participants anyway.
    """
    sentence = mention.sentence
    inside = (
        (start - sentence.start, end - sentence.start, label)
        for start, end, label in _spans(event, mention)
        if sentence.start <= start < end <= sentence.end
    )
    unique = sorted(dict.fromkeys(inside), key=lambda mark: (mark[0], -mark[1]))
    kept = _nested(unique)
    text = sentence.text or ""
    if all(ord(char) <= 0xFFFF for char in text):
        return kept
    return [(_utf16(text, start), _utf16(text, end), label) for start, end, label in kept]


def _spans(event: EventRecord, mention: FlatMention) -> Iterator[Mark]:
    yield mention.trigger.start, mention.trigger.end, "trigger"
    if mention.attribution is not None:
        yield mention.attribution.start, mention.attribution.end, "source"
    for role in event.roles:
        if isinstance(role, Quantity):
            yield role.start, role.end, role.role
        else:
            for start, end in role.spans:
                yield start, end, role.role
    if event.date is not None:
        yield event.date.start, event.date.end, "date"


def _nested(marks: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    open_ends: list[int] = []
    for start, end, label in marks:
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            continue
        open_ends.append(end)
        kept.append((start, end, label))
    return kept


def _utf16(text: str, offset: int) -> int:
    return offset + sum(ord(char) > 0xFFFF for char in text[:offset])
