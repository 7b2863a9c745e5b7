"""One event as a row for people: when, what, who, with what, where, which source, which text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from dprk_events.names import ROLES
from dprk_events.output.printable import one_line, printable
from dprk_events.records import EventRecord
from dprk_events.records.flat import FlatFiller

SortKey = tuple[int, str, str, str]


PLACES = (("location", "in"), ("origin", "from"), ("destination", "to"))


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a timeline. All strings are printable; unknown values are ""."""

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
        with_what=_things(fillers),
        where=" ".join(
            f"{word} {_listed(fillers[role])}" for role, word in PLACES if fillers[role]
        ),
        document=document_name(event.doc.path),
        trigger=one_line(event.mentions[0].trigger.text),
        dprk=event.dprk,
    )


def document_name(path: str) -> str:
    """Return the last component of a path, made printable."""
    return printable(PurePath(path).name or path)


def _date(event: EventRecord) -> tuple[str, str]:
    if event.date is None:
        return "", ""
    value = event.date.value or ""
    if value and event.date.part:
        value = f"{value} ({event.date.part})"
    return printable(value), one_line(event.date.text)


def _key(event: EventRecord) -> SortKey:
    """Return a key that sorts by first possible day, then dates without a year, then undated."""
    place = f"{min(m.trigger.start for m in event.mentions):09d}"
    tail = (event.doc.path, place)
    date = event.date
    if date is None or date.value is None:
        return (2, "", *tail)
    day = date.earliest or date.latest
    return (0, day, *tail) if day else (1, date.value, *tail)


def _by_role(event: EventRecord) -> dict[str, list[str]]:
    fillers: dict[str, list[str]] = {role: [] for role in ROLES}
    for role in event.roles:
        known = role.entity.canonical if isinstance(role, FlatFiller) and role.entity else None
        words = one_line(known or role.text)
        if words not in fillers[role.role]:
            fillers[role.role].append(words)
    return fillers


def _things(fillers: dict[str, list[str]]) -> str:
    """Describe the instrument with its number and maker, and the proper name."""
    return "; ".join(_things_parts(fillers))


def _things_parts(fillers: dict[str, list[str]]) -> Iterator[str]:
    instruments, numbers = fillers["instrument"], fillers["quantity"]
    if len(instruments) == 1 and len(numbers) == 1:
        yield f"{numbers[0]} {instruments[0]}"
    else:
        if instruments:
            yield _listed(instruments)
        if numbers:
            yield "number: " + _listed(numbers)
    if fillers["maker"]:
        yield "made by " + _listed(fillers["maker"])
    if fillers["name"]:
        yield _listed(fillers["name"])


def _source(event: EventRecord) -> str:
    """Return the sources of the mentions that have the event's own modality."""
    names: list[str] = []
    for mention in event.mentions:
        source = mention.attribution
        if source is None or mention.modality != event.modality:
            continue
        name = one_line((source.entity and source.entity.canonical) or source.text)
        if name not in names:
            names.append(name)
    return _listed(names)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words)
