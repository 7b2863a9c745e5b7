"""Signs of how a row is told: its type and rule, its modality, and how often."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events import Event

MOST = 4
"""Mentions from which on their number tells no more."""
OPENING = 150
"""Code points of an article that hold its headline and the beginning of its lead: its news."""
SURE = 0.9
"""A mention confidence from which type and trigger are hardly ever wrong."""


def signs_of_telling(event: Event) -> Iterator[str]:
    """Yield what was read, by which rule and how often, and whether the article opens with it."""
    yield f"type {event.type}"
    yield f"rule {event.mentions[0].rule}"
    yield f"{min(len(event.mentions), MOST)} mentions"
    if event.mention_confidence >= SURE:
        yield "sure mention"
    if event.mentions[0].start < OPENING:
        yield "opens"
    if event.known is not None:
        yield "known"
    if event.quantities:
        yield "quantity"
    if event.place is not None:
        yield f"place {event.place.precision}"


def signs_of_modality(event: Event) -> Iterator[str]:
    """Yield what speaks for or against the modality of a row."""
    first = event.mentions[0]
    yield event.modality
    yield f"{event.type}, {event.modality}"
    if event.modality != "asserted" and not event.sources:
        yield "no source"
    if len({mention.modality for mention in event.mentions}) > 1:
        yield "mixed modality"
    yield f"read by {first.why}" if first.why is not None else "no cue"
    if first.cue is not None:
        yield f"cue {first.cue}"
    yield f"looks {first.look}"
    yield f"source by {first.source_why}" if first.source_why is not None else "no attribution"
    if event.sources and first.attribution is None:
        yield "source elsewhere"
