"""Items → the two JSON objects in the page: one for the overview, one for the details.

What stands in many rows (documents, participants, places, rules) is written once and referred to by
its number. ``js/data.js`` reads both.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import chain
from typing import Any

from dprk_events.names import MODALITIES, ROLES, Role
from dprk_events.records import EventRecord
from dprk_events.records.document import Party, PlaceItem, Quantity, TimeItem
from dprk_events.records.flat import FlatFiller, FlatMention
from dprk_events.report.collect import Account, Collection, Document, Item
from dprk_events.report.happening import Taker, Told
from dprk_events.report.marks import marks_of

Json = dict[str, Any]


class Table:
    """Different values, each with a number."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}

    def number(self, value: Hashable) -> int:
        """Return the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    def values(self) -> list[Any]:
        """Return the values in the order of their numbers."""
        return list(self._numbers)


class Packer:
    """Packs the items of one report."""

    def __init__(self) -> None:
        self._types, self._documents, self._parties = Table(), Table(), Table()
        self._places, self._rules = Table(), Table()

    def pack(self, found: Collection) -> tuple[Json, Json]:
        """Return the objects of the overview and of the details."""
        items = sorted(found.items, key=_order)
        rows = [self._row(item) for item in items]
        accounts = [self._account(a) for a in chain.from_iterable(i.accounts for i in items)]
        overview = {
            "linked": found.linked,
            "documents_read": found.documents,
            "failed": found.failed,
            "elsewhere": found.elsewhere,
            "modalities": MODALITIES,
            "roles": ROLES,
            "types": self._types.values(),
            "documents": [_document(document) for document in self._documents.values()],
            "parties": self._parties.values(),
            "places": self._places.values(),
            "items": _columns(rows),
        }
        return overview, {"rules": self._rules.values(), "accounts": _columns(accounts)}

    def _row(self, item: Item) -> Json:
        roles = [(*self._role(taker.role, taker), taker.sources) for taker in item.roles]
        return {
            "id": item.id,
            "type": self._types.number(item.type),
            "modality": MODALITIES.index(item.modality),
            "time": _time(item.time),
            "place": None if item.place is None else self._place(item.place),
            "confidence": item.confidence,
            "roles": list(dict.fromkeys(roles)),
            "sources": self._sources(account.event for account in item.accounts),
            "documents": [self._documents.number(a.document) for a in item.accounts],
            "known": item.known,
            "independent": item.sources,
            "disagreements": [
                [each.key, each.of, [_told(told) for told in each.values]]
                for each in item.disagreements
            ],
        }

    def _account(self, account: Account) -> Json:
        event = account.event
        return {
            "document": self._documents.number(account.document),
            "event": event.id,
            "why": account.why,
            "copy": account.copy_of is not None,
            "modality": MODALITIES.index(event.modality),
            "confidence": event.confidence,
            "mention_confidence": event.mention_confidence,
            "time": _time(event.time),
            "date": None if event.date is None else event.date.text,
            "roles": [
                self._role(role.role, role) for role in event.roles if isinstance(role, FlatFiller)
            ],
            "quantities": [
                [role.text, role.min, role.max, role.of]
                for role in event.roles
                if isinstance(role, Quantity)
            ],
            "sources": self._sources([event]),
            "codes": [event.codes.plover, event.codes.cameo],
            "attributes": _attributes(event),
            "mentions": [self._mention(event, mention) for mention in event.mentions],
        }

    def _mention(self, event: EventRecord, mention: FlatMention) -> list[Any]:
        said = mention.attribution
        return [
            mention.trigger.text,
            mention.sentence.text,
            marks_of(event, mention),
            MODALITIES.index(mention.modality),
            None if said is None else said.text,
            self._rules.number(mention.rule),
        ]

    def _sources(self, events: Any) -> list[list[int]]:
        """Return each source with its most committed modality."""
        best: dict[int, int] = {}
        for source in chain.from_iterable(event.sources for event in events):
            party = self._party(source)
            modality = MODALITIES.index(source.modality)
            best[party] = min(best.get(party, modality), modality)
        return [[party, modality] for party, modality in best.items()]

    def _role(self, role: Role, party: Party | Taker) -> tuple[int, int]:
        return ROLES.index(role), self._party(party)

    def _party(self, party: Party | Taker) -> int:
        name = " ".join((party.name or "").split())
        return self._parties.number((name, party.kind, tuple(party.countries)))

    def _place(self, place: PlaceItem) -> int:
        at = (place.latitude, place.longitude)
        return self._places.number((place.name, place.country, *at, place.precision))


def _columns(rows: list[Json]) -> Json:
    """Return rows as columns, so that keys are not written for each row."""
    return {key: [row[key] for row in rows] for key in rows[0]} if rows else {}


def _order(item: Item) -> tuple[int, str, str]:
    """Return a key that sorts by first possible day, what is undated last."""
    day = item.time.value and (item.time.earliest or item.time.latest)
    return (0, day, item.id) if day else (1, item.time.value or "", item.id)


def _time(time: TimeItem) -> list[str | None]:
    return [time.value, time.earliest, time.latest, time.ground]


def _document(document: Document) -> Json:
    keys = ("path", "title", "published", "outlet", "url")
    return {key: getattr(document, key) for key in keys}


def _attributes(event: EventRecord) -> list[list[str]]:
    """Return the attributes that the text states: key and words."""
    if event.attributes is None:
        return []
    stated = event.attributes.model_dump(by_alias=True)
    return [[key, value["text"]] for key, value in stated.items() if value is not None]


def _told(told: Told) -> list[Any]:
    """Return a value that sources give, the bounds of a number, and who says so."""
    values = told.value if isinstance(told.value, list) else [told.value]
    words = [str(value) for value in values if value is not None]
    return [words, told.min, told.max, told.sources, told.said_by, told.according_to]
