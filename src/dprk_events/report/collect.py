"""Records and happenings → the items of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from dprk_events.names import Modality
from dprk_events.records import (
    DocumentRecord,
    ErrorRecord,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)
from dprk_events.records.document import DocumentInfo, PlaceItem, TimeItem
from dprk_events.records.flat import DocumentHead, FlatFiller
from dprk_events.report.errors import ReportError
from dprk_events.report.happening import Disagreement, Happening, Taker, read_happening

Line = Record | Mapping[str, Any]
"""A record, or the line of a happening as it was read."""


@dataclass(frozen=True, slots=True)
class Document:
    """The article that an event was found in."""

    id: str
    path: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """An event as one document tells it.

    Attributes:
        document: The document.
        event: The event.
        why: Why it is taken for the happening that it belongs to.
        copy_of: The document of which this one repeats the text.

    """

    document: Document
    event: EventRecord
    why: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the report: a happening with all its accounts, or an event with its only one.

    Attributes:
        id: What the page's address names it by.
        type: Event type.
        modality: That of the most committed account.
        time: When it happens.
        place: Where it happens.
        roles: Participants.
        accounts: How the documents tell it.
        known: Id of the known happening that it is.
        sources: Number of independent sources of a happening.
        disagreements: What they tell differently.

    """

    id: str
    type: str
    modality: Modality
    time: TimeItem
    place: PlaceItem | None
    roles: tuple[Taker, ...]
    accounts: tuple[Account, ...]
    known: str | None = None
    sources: int | None = None
    disagreements: tuple[Disagreement, ...] = ()

    @property
    def confidence(self) -> float | None:
        """That of its surest account; None if no account has one."""
        return max(
            (a.event.confidence for a in self.accounts if a.event.confidence is not None),
            default=None,
        )


@dataclass(slots=True)
class Collection:
    """Everything that a report shows.

    Attributes:
        items: The rows, in the order of the records.
        documents: Number of documents read.
        failed: Number of documents that could not be read.
        elsewhere: Number of events left out because North Korea has no part in them.
        linked: Whether happenings were given.

    """

    items: list[Item] = field(default_factory=list)
    documents: int = 0
    failed: int = 0
    elsewhere: int = 0
    linked: bool = False


def collect(lines: Iterable[tuple[Line, str | None]], *, everything: bool = False) -> Collection:
    """Bring events and happenings together; an event of no happening is an item of its own.

    Args:
        lines: Document and event records and the lines of happenings, in any order; each with the
            text that a document's offsets refer to, None if it cannot be had.
        everything: Whether to include what does not involve North Korea.

    Raises:
        ReportError: A happening names an event that is not there, or a line is something else.

    """
    found = Collection()
    happenings: list[Happening] = []
    accounts = list(_accounts(lines, happenings, found))
    by_key: dict[tuple[str, str], Account] = {}
    for account in accounts:
        by_key.setdefault((account.document.id, account.event.id), account)
    found.linked = bool(happenings)
    taken: set[tuple[str, str]] = set()
    for happening in happenings:
        taken.update((member.doc, member.event) for member in happening.events)
        if happening.dprk or everything:
            found.items.append(_of_happening(happening, by_key))
    used: Counter[str] = Counter()
    for account in accounts:
        if (account.document.id, account.event.id) in taken:
            continue
        if account.event.dprk or everything:
            found.items.append(_of_event(account, used))
        else:
            found.elsewhere += 1
    return found


def _accounts(
    lines: Iterable[tuple[Line, str | None]], happenings: list[Happening], found: Collection
) -> Iterator[Account]:
    """Yield the events of all lines; put happenings and what is only counted where they belong."""
    seen: set[tuple[str, str]] = set()
    for record, text in lines:
        if isinstance(record, Mapping):
            happenings.append(read_happening(record))
        elif isinstance(record, ErrorRecord):
            found.failed += 1
        elif isinstance(record, DocumentRecord):
            found.documents += 1
            document = _document(record.doc)
            yield from (Account(document, event) for event in flatten_events(record, text))
        elif isinstance(record, EventRecord):
            if (record.doc.id, record.doc.path) not in seen:
                seen.add((record.doc.id, record.doc.path))
                found.documents += 1
            yield Account(_document(record.doc), record)
        else:
            name = record.id if isinstance(record, HappeningRecord) else record.doc.path
            raise ReportError(
                f"{name}: a report is made of documents or events, not of "
                f"{record.record} records. Give a file written by `dprk-events extract`."
            )


def _document(doc: DocumentInfo | DocumentHead) -> Document:
    return Document(doc.id, doc.path, doc.title, doc.published.value, doc.source, doc.url)


def _of_event(account: Account, used: Counter[str]) -> Item:
    event = account.event
    name = f"{account.document.id.removeprefix('sha256:')[:12]}-{event.id}"
    used[name] += 1
    return Item(
        id=name if used[name] == 1 else f"{name}-{used[name]}",
        type=event.type,
        modality=event.modality,
        time=event.time,
        place=event.place,
        roles=tuple(
            Taker(role=role.role, name=role.name, kind=role.kind, countries=role.countries)
            for role in event.roles
            if isinstance(role, FlatFiller)
        ),
        accounts=(account,),
    )


def _of_happening(happening: Happening, by_key: dict[tuple[str, str], Account]) -> Item:
    accounts = []
    for member in happening.events:
        account = by_key.get((member.doc, member.event))
        if account is None:
            raise ReportError(
                f"happening {happening.id}: its event {member.event} of {member.doc} is not in the "
                "other files. Give the files that `dprk-events link` was given, too."
            )
        accounts.append(Account(account.document, account.event, member.why, member.copy_of))
    return Item(
        id=happening.id,
        type=happening.type,
        modality=happening.modality,
        time=happening.time,
        place=happening.place,
        roles=tuple(taker for taker in happening.roles if taker.name is not None),
        accounts=tuple(accounts),
        known=happening.known,
        sources=happening.sources,
        disagreements=tuple(happening.disagreements),
    )
