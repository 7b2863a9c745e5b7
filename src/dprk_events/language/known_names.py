"""Mark the gazetteer's names in a Doc that another pipeline has parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from dprk_events.language.gazetteer import Gazetteer, NameMatch


def with_known_names(doc: Doc, gazetteer: Gazetteer) -> Doc:
    """Return a copy of a Doc with the gazetteer's names among its entities.

    A name replaces the entities that it overlaps, and becomes one token (a person two: first name
    and surname), as with :class:`~dprk_events.language.Parser`; the other entities are those of
    the pipeline. ``doc.text`` and all offsets are unchanged, and ``doc`` itself is not modified.

    Args:
        doc: A Doc with entities, parse and morphology.
        gazetteer: Known names.

    """
    copy = doc.copy()
    matches = [
        (match, span)
        for match in gazetteer.match(doc.text)
        if (span := copy.char_span(match.start, match.end)) is not None
    ]
    _merge(copy, matches)
    _mark(copy, [match for match, _ in matches])
    return copy


def _merge(doc: Doc, matches: list[tuple[NameMatch, Span]]) -> None:
    """Make each part of a solid name one token."""
    from dprk_events.language.tokens import parts_of  # noqa: PLC0415

    doc.set_ents([])  # entities must not overlap merged tokens
    text = doc.text
    with doc.retokenize() as retokenizer:
        for match, _ in matches:
            entry = match.entry
            for start, end in parts_of(text, match.start, match.end, entry.label):
                span = doc.char_span(start, end)
                if entry.solid and span is not None and len(span) > 1:
                    retokenizer.merge(span)


def _mark(doc: Doc, matches: list[NameMatch]) -> None:
    from spacy.tokens import Span  # noqa: PLC0415

    names: list[Span] = []
    for match in matches:
        span = doc.char_span(match.start, match.end)
        if span is not None:
            entry = match.entry
            names.append(
                Span(doc, span.start, span.end, entry.label, kb_id=entry.id, span_id=entry.id)
            )
    doc.set_ents(names, default="outside")
