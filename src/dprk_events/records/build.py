"""Build the document record from the stages' results: indices become ids, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dprk_events.names import ROLES
from dprk_events.records import document as doc
from dprk_events.records.base import SCHEMA_VERSION, Codes, Quote, Span
from dprk_events.records.base import Published as PublishedInfo
from dprk_events.records.flat import ErrorInfo, ErrorRecord

if TYPE_CHECKING:  # saved output is read back without these stages, which import spaCy
    from dprk_events.dates.timex import Timex
    from dprk_events.entities.entity import Entity
    from dprk_events.events.event import (
        Attributes,
        Attribution,
        Event,
        Figure,
        Mention,
        Stated,
    )
    from dprk_events.events.row import Participant, Party, Place, Quantity, Source
    from dprk_events.reading.article import Article, Published, ReadingError

Ids = dict[int, str]


def build_document(
    article: Article,
    published: Published,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    events: Sequence[Event],
    *,
    provenance: doc.Provenance,
    tokens: int,
) -> doc.DocumentRecord:
    """Build the record of one article from the results of the stages.

    Args:
        article: The article; all offsets are code points of its ``text``.
        published: The reference date that the dates were resolved against.
        entities: From the entities stage; ``Filler.entity`` and ``Attribution.entity`` are indices
            into it.
        dates: From the dates stage; ``Event.date`` is an index into it. The record has those that
            only an event holds (``Event.whole_date``) beside them.
        events: From the events stage.
        provenance: The program, model and rules that produced all this.
        tokens: Number of analysed tokens (without white space).

    Returns:
        The record. Entities and dates that overlap masked text are left out; whatever referred to
        them keeps its text but not the id.

    Raises:
        ValueError: A quoted text does not match the text at its offsets.

    """
    quotes = _Quotes(article)
    entity_ids = _number("T", entities, article)
    ordered = sorted(events, key=lambda e: min((m.start, m.end) for m in e.mentions))
    dates = _with_whole(dates, ordered)
    date_ids = _number("D", dates, article)
    return doc.DocumentRecord.model_validate(
        {
            "record": "document",
            "schema": SCHEMA_VERSION,
            "doc": document_info(article, published, tokens),
            "pipeline": provenance,
            "gated": False,
            "entities": [_entity(entities[i], name, quotes) for i, name in entity_ids.items()],
            "dates": [_date(dates[i], name, quotes) for i, name in date_ids.items()],
            "events": [
                _event(event, f"E{number}", entity_ids, _date_id(event, dates, date_ids), quotes)
                for number, event in enumerate(ordered, start=1)
            ],
        }
    )


def build_gated(article: Article, *, provenance: doc.Provenance) -> doc.DocumentRecord:
    """Build the record of an article that was not analysed because it never names North Korea."""
    return doc.DocumentRecord(
        record="document",
        schema=SCHEMA_VERSION,
        doc=document_info(article, article.published, tokens=0),
        pipeline=provenance,
        gated=True,
        entities=[],
        dates=[],
        events=[],
    )


def build_error(error: ReadingError) -> ErrorRecord:
    """Build the record of a document that could not be read."""
    info = ErrorInfo(kind=error.kind, message=error.message)
    return ErrorRecord(record="error", path=error.path, error=info)


def document_info(article: Article, published: Published, tokens: int) -> doc.DocumentInfo:
    """Build the part of a record that describes the article itself."""
    return doc.DocumentInfo(
        id=document_id(article),
        path=article.path,
        title=article.title,
        chars=len(article.text),
        tokens=tokens,
        language=article.language,
        published=PublishedInfo(
            value=published.value.isoformat() if published.value else None,
            source=published.source,
            confidence=published.confidence,
        ),
        url=article.url,
        source=article.source,
        masked=[(region.start, region.end, region.kind) for region in article.masked],
        record_id=article.record_id,
        encoding=article.encoding,
        remarks=[doc.RemarkItem(kind=each.kind, message=each.message) for each in article.remarks],
    )


def document_id(article: Article) -> str:
    """Return the article's id, prefixed with ``sha256:``."""
    return article.id if article.id.startswith("sha256:") else f"sha256:{article.id}"


def date_items(dates: Sequence[Timex], article: Article) -> list[doc.DateItem]:
    """Build the date items of an article, numbered in text order."""
    quotes = _Quotes(article)
    return [_date(dates[i], name, quotes) for i, name in _number("D", dates, article).items()]


class _Quotes:
    """Quotes of an article, each checked against the text at its offsets."""

    def __init__(self, article: Article) -> None:
        self._text = article.text

    def __call__(self, text: str, start: int, end: int) -> dict[str, Any]:
        if not 0 <= start <= end <= len(self._text) or self._text[start:end] != text:
            raise ValueError(f"the text at {start}:{end} is not the quoted text {text!r}")
        return {"text": text, "start": start, "end": end}


def _number(letter: str, things: Sequence[Entity | Timex], article: Article) -> Ids:
    """Number the things outside masked text in text order: index → id."""
    seen = [
        i
        for i, thing in enumerate(things)
        if not any(r.start < thing.end and thing.start < r.end for r in article.masked)
    ]
    seen.sort(key=lambda i: (things[i].start, things[i].end))
    return {i: f"{letter}{number}" for number, i in enumerate(seen, start=1)}


def _entity(entity: Entity, name: str, quotes: _Quotes) -> dict[str, Any]:
    return {
        "id": name,
        "label": entity.label,
        **quotes(entity.text, entity.start, entity.end),
        "canonical": entity.canonical,
        "kb": entity.kb,
        "country": entity.country,
    }


def _date(date: Timex, name: str, quotes: _Quotes) -> doc.DateItem:
    return doc.DateItem(
        id=name,
        **quotes(date.text, date.start, date.end),
        value=date.value,
        kind=date.kind,
        part=date.part,
        earliest=date.earliest,
        latest=date.latest,
        anchor=date.anchor,
    )


def _with_whole(dates: Sequence[Timex], events: Sequence[Event]) -> list[Timex]:
    """Add the dates that only events hold; one of the same words takes the place of the other."""
    whole = {(d.start, d.end): d for e in events if (d := e.whole_date) is not None}
    told = [whole.pop((date.start, date.end), date) for date in dates]
    return [*told, *whole.values()]


def _date_id(event: Event, dates: Sequence[Timex], ids: Ids) -> str | None:
    number, whole = event.date, event.whole_date
    if whole is not None:
        spans = ((date.start, date.end) for date in dates)
        number = next(n for n, span in enumerate(spans) if span == (whole.start, whole.end))
    return None if number is None else ids.get(number)


def _event(
    event: Event, name: str, entities: Ids, date: str | None, quotes: _Quotes
) -> dict[str, Any]:
    mentions = sorted(event.mentions, key=lambda m: (m.start, m.end))
    quantities = sorted(event.quantities, key=lambda each: (each.start, each.end))
    sources = sorted(event.sources, key=lambda each: each.spans)
    participants = sorted(event.participants, key=lambda p: (ROLES.index(p.role), p.start, p.end))
    return {
        "id": name,
        "type": event.type,
        "dprk": event.dprk,
        "modality": event.modality,
        "date": date,
        "time": event.time._asdict(),
        "place": None if event.place is None else _place(event.place),
        "known": None if event.known is None else event.known.id,
        # Four decimal places: further ones would differ between processors.
        "confidence": None if event.confidence is None else round(event.confidence, 4),
        "mention_confidence": round(event.mention_confidence, 4),
        "mentions": [_mention(mention, entities, quotes) for mention in mentions],
        "roles": [
            *(_participant(each, entities, quotes) for each in participants),
            *(_quantity(each, quotes) for each in quantities),
        ],
        "sources": [_source(each, entities, quotes) for each in sources],
        "codes": Codes(plover=event.codes[0], cameo=event.codes[1]),
        "attributes": None if event.attributes is None else _attributes(event.attributes, quotes),
    }


def _attributes(found: Attributes, quotes: _Quotes) -> dict[str, Any]:
    return {
        "missile": _stated(found.missile, quotes),
        "class": _stated(found.weapon_class, quotes),
        "number": _figure(found.number, quotes),
        "site": _stated(found.site, quotes),
        "landing": _stated(found.landing, quotes),
        "apogee_km": _figure(found.apogee_km, quotes),
        "distance_km": _figure(found.distance_km, quotes),
        "outcome": _stated(found.outcome, quotes),
    }


def _stated(said: Stated | None, quotes: _Quotes) -> dict[str, Any] | None:
    if said is None:
        return None
    return {"value": said.value, **quotes(said.text, said.start, said.end)}


def _figure(said: Figure[int] | Figure[float] | None, quotes: _Quotes) -> dict[str, Any] | None:
    if said is None:
        return None
    bounds = {"value": said.value, "min": said.low, "max": said.high}
    return {**bounds, **quotes(said.text, said.start, said.end)}


def _mention(mention: Mention, entities: Ids, quotes: _Quotes) -> doc.MentionItem:
    start, end = mention.sentence
    return doc.MentionItem(
        trigger=Quote(**quotes(mention.trigger, mention.start, mention.end)),
        modality=mention.modality,
        attribution=_attribution(mention.attribution, entities, quotes),
        sentence=Span(start=start, end=end),
        rule=mention.rule,
    )


def _attribution(source: Attribution | None, entities: Ids, quotes: _Quotes) -> str | Quote | None:
    if source is None:
        return None
    if source.entity is not None and source.entity in entities:
        return entities[source.entity]
    return Quote(**quotes(source.text, source.start, source.end))


def _participant(who: Participant, entities: Ids, quotes: _Quotes) -> dict[str, Any]:
    return {"role": who.role, **_party(who, entities, quotes)}


def _source(who: Source, entities: Ids, quotes: _Quotes) -> dict[str, Any]:
    return {**_party(who, entities, quotes), "modality": who.modality}


def _party(who: Party, entities: Ids, quotes: _Quotes) -> dict[str, Any]:
    return {
        "name": who.name,
        "kind": who.kind,
        "countries": list(who.countries),
        "kb": who.kb,
        **quotes(who.text, who.start, who.end),
        "entity": None if who.entity is None else entities.get(who.entity),
        "spans": list(who.spans),
    }


def _quantity(said: Quantity, quotes: _Quotes) -> dict[str, Any]:
    return {
        "role": "quantity",
        **quotes(said.text, said.start, said.end),
        "value": said.value,
        "min": said.low,
        "max": said.high,
        "of": said.of,
    }


def _place(where: Place) -> dict[str, Any]:
    return {
        "name": where.name,
        "kb": where.kb,
        "country": where.country,
        "latitude": where.latitude,
        "longitude": where.longitude,
        "precision": where.precision,
        "role": where.role,
    }
