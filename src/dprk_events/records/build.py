"""From the stages' results to the document record: indices become ids, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dprk_events.dates.timex import Timex
from dprk_events.entities.entity import Entity
from dprk_events.events.event import (
    Attributes,
    Attribution,
    Event,
    Figure,
    Filler,
    Mention,
    Stated,
)
from dprk_events.names import ROLES
from dprk_events.reading.article import Article, Published, ReadingError
from dprk_events.records import document as doc
from dprk_events.records.flat import ErrorInfo, ErrorRecord
from dprk_events.records.part import SCHEMA_VERSION, Codes, Quote, Span
from dprk_events.records.part import Published as PublishedPart

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
    """Write down what the stages found in one article.

    Args:
        article: The article; its ``text`` is what all offsets count in.
        published: The reference date that the dates were read against.
        entities: From the entities stage; ``Filler.entity`` and ``Attribution.entity`` point here.
        dates: From the dates stage; ``Event.date`` points here.
        events: From the events stage.
        provenance: What made all this.
        tokens: Number of analysed tokens (without white space).

    Returns:
        The record. Entities and dates that overlap masked text are left out, and what pointed to
        them keeps its words and loses the id.

    Raises:
        ValueError: A quoted text is not what stands at its offsets.

    """
    quotes = _Quotes(article)
    entity_ids = _number("T", entities, article)
    date_ids = _number("D", dates, article)
    ordered = sorted(events, key=lambda e: min((m.start, m.end) for m in e.mentions))
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
                _event(event, f"E{number}", entity_ids, date_ids, quotes)
                for number, event in enumerate(ordered, start=1)
            ],
        }
    )


def build_gated(article: Article, *, provenance: doc.Provenance) -> doc.DocumentRecord:
    """Write down that an article was read and not analysed, as it never names North Korea."""
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
    """Write down that a document could not be read."""
    info = ErrorInfo(kind=error.kind, message=error.message)
    return ErrorRecord(record="error", path=error.path, error=info)


def document_info(article: Article, published: Published, tokens: int) -> doc.DocumentInfo:
    """Write down what is known about the article itself."""
    return doc.DocumentInfo(
        id=document_id(article),
        path=article.path,
        title=article.title,
        chars=len(article.text),
        tokens=tokens,
        language=article.language,
        published=PublishedPart(
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
    """Give the article's id with its ``sha256:`` in front."""
    return article.id if article.id.startswith("sha256:") else f"sha256:{article.id}"


def date_items(dates: Sequence[Timex], article: Article) -> list[doc.DateItem]:
    """Write down the dates of an article, numbered in text order."""
    quotes = _Quotes(article)
    return [_date(dates[i], name, quotes) for i, name in _number("D", dates, article).items()]


class _Quotes:
    """Checks that what is quoted stands where it is said to stand."""

    def __init__(self, article: Article) -> None:
        self._text = article.text

    def __call__(self, text: str, start: int, end: int) -> dict[str, Any]:
        if not 0 <= start <= end <= len(self._text) or self._text[start:end] != text:
            raise ValueError(f"offsets {start}:{end} do not give the quoted text {text!r}")
        return {"text": text, "start": start, "end": end}


def _number(letter: str, things: Sequence[Entity | Timex], article: Article) -> Ids:
    """Give ids in text order to what stands outside masked text: index → id."""
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


def _event(event: Event, name: str, entities: Ids, dates: Ids, quotes: _Quotes) -> dict[str, Any]:
    mentions = sorted(event.mentions, key=lambda m: (m.start, m.end))
    roles = sorted(event.roles, key=lambda f: (ROLES.index(f.role), f.start, f.end))
    return {
        "id": name,
        "type": event.type,
        "dprk": event.dprk,
        "modality": event.modality,
        "date": None if event.date is None else dates.get(event.date),
        # Four places: more would differ between processors.
        "confidence": round(event.confidence, 4),
        "mentions": [_mention(mention, entities, quotes) for mention in mentions],
        "roles": [_role(filler, entities, quotes) for filler in roles],
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


def _figure(said: Figure | None, quotes: _Quotes) -> dict[str, Any] | None:
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


def _role(filler: Filler, entities: Ids, quotes: _Quotes) -> dict[str, Any]:
    head = {"role": filler.role, **quotes(filler.text, filler.start, filler.end)}
    if filler.role == "quantity":
        return head | {"value": filler.value, "min": filler.low, "max": filler.high}
    entity = None if filler.entity is None else entities.get(filler.entity)
    return head | {"entity": entity}
