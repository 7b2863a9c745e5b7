"""Hand-made results of the earlier stages, for the tests of records, output and cli."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace
from typing import TypedDict

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
from dprk_events.events.row import EventTime, Participant, Place, Quantity, Source
from dprk_events.events.rules import EventType
from dprk_events.names import Modality, ParticipantKind, PlainRole, Role
from dprk_events.reading.article import Article, MaskedRegion, Published
from dprk_events.records import DocumentRecord, Provenance, build_document

TEXT = (
    "Accueil Menu\n"
    "La Corée du Nord a tiré mardi 2 janvier deux missiles balistiques vers la mer du Japon, "
    "selon l'armée sud-coréenne. Kim Jong Un doit se rendre en Russie, d'après un diplomate. "
    "Une offensive a récemment commencé en Ukraine.\n"
)
PIPELINE = Provenance(
    version="0.1.0", model="fr_core_news_md", model_version="3.8.0", rules="0123456789abcdef"
)
PUBLISHED = Published(dt.date(2024, 1, 3), "option", 1.0)


@dataclass(frozen=True)
class StageResults:
    """What the stages found in an article; entities and dates deliberately out of text order."""

    article: Article
    entities: list[Entity]
    dates: list[Timex]
    events: list[Event]

    def record(self, published: Published = PUBLISHED) -> DocumentRecord:
        return build_document(
            self.article,
            published,
            self.entities,
            self.dates,
            self.events,
            provenance=PIPELINE,
            tokens=42,
        )


def sample(
    path: str = "articles/tir.txt", title: str | None = "Tir de missiles", text: str = TEXT
) -> StageResults:
    """Give an article with three events: one reported, one planned, one without North Korea."""
    article = Article(
        id="sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        path=path,
        text=text,
        masked=(MaskedRegion(0, 12, "navigation"),),
        title=title,
    )
    russia = _entity("Russie", "LOC", country="RU")
    korea = _entity("Corée du Nord", "LOC", canonical="Corée du Nord", kb="Q423", country="KP")
    entities = [
        russia,
        korea,
        _entity("mer du Japon", "LOC"),
        _entity("armée sud-coréenne", "ORG"),
        _entity("Kim Jong Un", "PER", canonical="Kim Jong-un"),
        _entity("Ukraine", "LOC"),
    ]
    dates = [
        _date("récemment", None),
        _date("mardi 2 janvier", "2024-01-02"),
    ]
    test = _event(
        "missile_test",
        "tiré",
        "reported",
        [
            _filler("quantity", "deux", value=2, low=2, high=2),
            _filler("instrument", "missiles balistiques"),
            _filler("actor", "Corée du Nord", entity=1),
            _filler("destination", "mer du Japon", entity=2),
        ],
        attribution=_attribution("armée sud-coréenne", 3),
        date=1,
    )
    test = replace(
        test,
        participants=(
            _participant("instrument", "missiles balistiques", "weapon"),
            _participant("actor", "Corée du Nord", "state", ("KP",), kb="Q423", entity=1),
            _participant("destination", "mer du Japon", "place", entity=2),
        ),
        quantities=(Quantity("deux", **_at("deux"), **FIGURES, of="missiles balistiques"),),
        sources=(_source("armée sud-coréenne", "force", "reported", ("KR",), entity=3),),
        time=EventTime("2024-01-02", "2024-01-02", "2024-01-02", "stated"),
        confidence=0.64,
        attributes=Attributes(
            weapon_class=Stated("ballistic", "missiles balistiques", **_at("missiles balistiques")),
            number=Figure(2, 2, 2, "deux", **_at("deux")),
            apogee_km=Figure(50.5, None, None, "deux", **_at("deux")),
        ),
    )
    visit = _event(
        "visit",
        "rendre",
        "planned",
        [_filler("destination", "Russie", entity=0), _filler("actor", "Kim Jong Un", entity=4)],
        attribution=_attribution("diplomate", None),
    )
    visit = replace(
        visit,
        participants=(
            _participant("destination", "Russie", "place", ("RU",), entity=0),
            _participant("actor", "Kim Jong Un", "person", ("KP",), name="Kim Jong-un", entity=4),
        ),
        sources=(_source("diplomate", "person", "planned"),),
        time=EventTime(None, "2024-01-03", None, "published"),
        place=Place("Russie", None, "RU", 60.0, 100.0, "country", "destination", "gazetteer"),
        confidence=0.33333,
    )
    clash = _event(
        "armed_clash",
        "offensive",
        "asserted",
        [_filler("location", "Ukraine", entity=5)],
        date=0,
        dprk=False,
    )
    clash = replace(
        clash,
        participants=(_participant("location", "Ukraine", "place", ("UA",), entity=5),),
        time=EventTime(None, None, "2024-01-03", "published"),
        place=Place("Ukraine", "Q212", "UA", 49.0, 32.0, "country", "location", "gazetteer"),
        confidence=0.25,
    )
    return StageResults(article, entities, dates, [clash, visit, test])


class Figures(TypedDict):
    value: int | None
    low: int | None
    high: int | None


FIGURES: Figures = {"value": 2, "low": 2, "high": 2}


class At(TypedDict):
    start: int
    end: int


def _at(text: str) -> At:
    start = TEXT.index(text)
    return {"start": start, "end": start + len(text)}


def _entity(
    text: str,
    label: str,
    canonical: str | None = None,
    kb: str | None = None,
    country: str | None = None,
) -> Entity:
    return Entity(
        label=label,  # type: ignore[arg-type]
        text=text,
        **_at(text),
        first=0,
        last=0,
        canonical=canonical,
        kb=kb,
        country=country,
    )


def _date(text: str, value: str | None) -> Timex:
    return Timex(
        text=text,
        **_at(text),
        value=value,
        kind="date" if value else "vague",
        earliest=value,
        latest=value,
        anchor="published" if value else "none",
    )


def _filler(
    role: Role,
    text: str,
    *,
    entity: int | None = None,
    value: int | None = None,
    low: int | None = None,
    high: int | None = None,
) -> Filler:
    return Filler(role, text, **_at(text), entity=entity, value=value, low=low, high=high)


def _participant(
    role: PlainRole,
    text: str,
    kind: ParticipantKind,
    countries: tuple[str, ...] = (),
    *,
    name: str | None = None,
    kb: str | None = None,
    entity: int | None = None,
) -> Participant:
    place = _at(text)
    return Participant(
        role=role,
        name=name or text,
        kind=kind,
        countries=countries,
        kb=kb,
        text=text,
        **place,
        entity=entity,
        spans=((place["start"], place["end"]),),
        strategy="sample",
        evidence=text,
    )


def _source(
    text: str,
    kind: ParticipantKind,
    modality: Modality,
    countries: tuple[str, ...] = (),
    *,
    entity: int | None = None,
) -> Source:
    place = _at(text)
    return Source(
        modality=modality,
        name=text,
        kind=kind,
        countries=countries,
        kb=None,
        text=text,
        **place,
        entity=entity,
        spans=((place["start"], place["end"]),),
        strategy="sample",
        evidence=text,
    )


def _attribution(text: str, entity: int | None) -> Attribution:
    return Attribution(text, **_at(text), entity=entity)


def _event(
    kind: str,
    trigger: str,
    modality: Modality,
    fillers: list[Filler],
    *,
    attribution: Attribution | None = None,
    date: int | None = None,
    dprk: bool = True,
) -> Event:
    place = _at(trigger)
    begin = max(TEXT.rfind(mark, 0, place["start"]) + 1 for mark in ".\n")
    mention = Mention(
        event_type=EventType(name=kind, doc="A sample."),
        rule=f"{kind}.sample",
        trigger=trigger,
        **place,
        token=0,
        sentence=(begin, TEXT.index(".", place["start"]) + 1),
        modality=modality,
        attribution=attribution,
        fillers=tuple(fillers),
        date=date,
    )
    return Event(
        type=kind,
        dprk=dprk,
        modality=modality,
        mention_confidence=0.86,
        mentions=(mention,),
        roles=tuple(fillers),
        date=date,
        codes=("COERCE", None),
    )
