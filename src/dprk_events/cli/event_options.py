"""Options that choose events of saved output, for the commands that show or convert it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.completion import event_types
from dprk_events.cli.failure import fail
from dprk_events.names import MODALITIES, Modality

if TYPE_CHECKING:
    from dprk_events.records import EventFilter, Record

Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type", metavar="TYPE", autocompletion=event_types, help="Only events of a type."
    ),
]
Since = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only events from a day, month or year on."),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Only events up to a day, month or year."),
]
Countries = Annotated[
    list[str] | None,
    typer.Option(
        "--country", metavar="CODE", help="Only events in which a country (KP, UN) has a part."
    ),
]
Modalities = Annotated[
    list[str] | None,
    typer.Option(
        "--modality",
        metavar="|".join(MODALITIES),
        autocompletion=lambda: list(MODALITIES),
        help="Only events of a modality.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", min=0, max=1, metavar="X", help="Only rows of this confidence or more."
    ),
]
ShowEvents = Annotated[
    bool,
    typer.Option("--events", help="Show each event, not one row for what several documents tell."),
]


def event_filter(
    types: Sequence[str] | None,
    since: str | None,
    until: str | None,
    countries: Sequence[str] | None,
    modalities: Sequence[str] | None,
    min_confidence: float | None,
) -> EventFilter | None:
    """Return what the options ask for, None if nothing; end the program if a value is wrong."""
    from dprk_events.records import EventFilter  # noqa: PLC0415

    given = EventFilter(
        types=frozenset(each.strip().replace(" ", "_") for each in types or ()),
        since=_day("--since", since),
        until=_day("--until", until),
        countries=frozenset(_code(each) for each in countries or ()),
        modalities=frozenset(_modality(each) for each in modalities or ()),
        min_confidence=min_confidence,
    )
    return None if given == EventFilter() else given


def types_of(record: Record) -> Iterator[str]:
    """Yield the event types that a record tells of."""
    if (kind := getattr(record, "type", None)) is not None:
        yield kind
    yield from (event.type for event in getattr(record, "events", ()) if hasattr(event, "type"))


class SeenTypes:
    """The event types of what is read, to tell a type that is not known from one that is absent.

    Rules of a user's own may define any type, so what is known is only known at the end.
    """

    def __init__(self, wanted: EventFilter | None) -> None:
        self._wanted = wanted.types if wanted is not None else frozenset()
        self._seen: set[str] = set()

    def note(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records; end the program after the last if a type is not known."""
        yield from self.take(records)
        self.end()

    def take(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield the records, and note their types."""
        for record in records:
            if self._wanted:
                self._seen.update(types_of(record))
            yield record

    def end(self) -> None:
        """End the program if one of the types asked for is not known and was not seen."""
        for kind in sorted(self._wanted - self._seen):
            if kind not in (known := event_types()):
                there = ", ".join(sorted({*known, *self._seen}))
                fail(f"--type: “{kind}” is no event type. Choose one of {there}.")


def _day(option: str, value: str | None) -> str | None:
    """Return the first day of what is given with ``--since``, the last of ``--until``."""
    if value is None:
        return None
    from dprk_events.known import days_of  # noqa: PLC0415

    days = days_of(value)
    day = days and (days.first if option == "--since" else days.last)
    if not day or len(value) > len("2024-01-31"):
        fail(f"{option}: “{value}” is no date. Write 2024-01-31, 2024-01 or 2024.")
    return day.isoformat()


def _code(value: str) -> str:
    if len(value) != len("KP") or not value.isalpha():
        fail(f"--country: “{value}” is no country code. Write two letters: KP, RU, UN.")
    return value.upper()


def _modality(value: str) -> Modality:
    found = next((each for each in MODALITIES if each == value), None)
    return found or fail(f"--modality: “{value}” is none. Choose one of {', '.join(MODALITIES)}.")
