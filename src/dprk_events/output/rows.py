"""One event as a row for people: when, what, who, with what, where, which source, which text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dprk_events.names import ROLES
from dprk_events.output.printable import one_line, printable
from dprk_events.records import EventRecord
from dprk_events.records.document import Quantity
from dprk_events.records.flat import FlatFiller

SortKey = tuple[int, str, str, str]


PLACES = (("location", "in"), ("origin", "from"), ("destination", "to"))


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a timeline, or a happening that several documents tell.

    All strings are printable; unknown values are "". ``sources`` are independent ones, and
    ``disputed`` is what they tell differently.
    """

    key: SortKey
    value: str
    words: str
    type: str
    modality: str
    source: str
    who: str
    to_whom: str
    with_what: str
    where: str
    document: str
    trigger: str
    dprk: bool
    confidence: float | None
    documents: int = 1
    sources: int = 1
    disputed: str = ""

    @property
    def month(self) -> str:
        """Month or year of its first possible day: "2024-01"; "" without a date."""
        return self.key[1][: len("2024-01")] if self.key[0] == 0 else ""

    @property
    def dated(self) -> bool:
        """Whether a calendar date is known, even if only in part."""
        return bool(self.value)


def event_row(event: EventRecord) -> EventRow:
    """Build the row of an event; its key sorts by date, then document, then position in it."""
    value, words = _date(event)
    fillers = _by_role(event)
    return EventRow(
        key=_key(event),
        value=value,
        words=words,
        type=printable(event.type).replace("_", " "),
        modality=event.modality,
        source=_source(event),
        who=_listed(fillers["actor"]),
        to_whom=_listed(fillers["recipient"]),
        with_what="; ".join(_things(event, fillers)),
        where=" ".join(
            f"{word} {_listed(fillers[role])}" for role, word in PLACES if fillers[role]
        ),
        document=document_name(event.doc.path),
        trigger=one_line(event.mentions[0].trigger.text),
        dprk=event.dprk,
        confidence=event.confidence,
    )


def document_name(path: str) -> str:
    """Return the last component of a path, made printable."""
    return printable(PurePath(path).name or path)


def _date(event: EventRecord) -> tuple[str, str]:
    value = event.time.value or ""
    if event.date is None:
        return printable(value), ""
    if value and event.date.part:
        value = f"{value} ({event.date.part})"
    return printable(value), one_line(event.date.text)


def _key(event: EventRecord) -> SortKey:
    """Return a key that sorts by first possible day, then dates without a year, then undated."""
    place = f"{min(m.trigger.start for m in event.mentions):09d}"
    tail = (event.doc.path, place)
    time = event.time
    if time.value is None:
        return (2, "", *tail)
    day = time.earliest or time.latest
    return (0, day, *tail) if day else (1, time.value, *tail)


def _by_role(event: EventRecord) -> dict[str, list[str]]:
    fillers: dict[str, list[str]] = {role: [] for role in ROLES}
    for role in event.roles:
        words = one_line(role.name if isinstance(role, FlatFiller) else role.text)
        if words not in fillers[role.role]:
            fillers[role.role].append(words)
    return fillers


def _things(event: EventRecord, fillers: dict[str, list[str]]) -> Iterator[str]:
    """Describe each instrument with its number, then other numbers, makers and proper names."""
    numbers = [role for role in event.roles if isinstance(role, Quantity)]
    of = {one_line(number.of): one_line(number.text) for number in numbers if number.of}
    instruments = fillers["instrument"]
    if instruments:
        yield _listed([f"{of[name]} {name}" if name in of else name for name in instruments])
    others = [one_line(n.text) for n in numbers if one_line(n.of or "") not in instruments]
    if others:
        yield "number: " + _listed(others)
    if fillers["maker"]:
        yield "made by " + _listed(fillers["maker"])
    if fillers["name"]:
        yield _listed(fillers["name"])


def _source(event: EventRecord) -> str:
    """Return the sources that give the event its own modality."""
    return _listed([one_line(s.name) for s in event.sources if s.modality == event.modality])


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
