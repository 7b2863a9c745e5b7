"""Count saved events by type, month, countries, modality or source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from dprk_events.corpus.keys import KEYS, Told, in_order, values_of
from dprk_events.corpus.steps import Row, StepError
from dprk_events.records import (
    DocumentRecord,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)

EVENTS, HAPPENINGS = "events", "happenings"
"""The last column: how many there are."""
_AXES = 2
"""Keys of a wide table: one down, one across."""


def run(
    records: Iterable[Record],
    *,
    by: Sequence[str] = ("type", "modality"),
    wide: bool = False,
    everything: bool = False,
) -> Iterator[Row]:
    """Count events by one or more keys, sorted by the values of the keys.

    An event with several values of a key, such as two acting countries, counts once under each; of
    an event without one, the value is "-". A pair is "KP → RU" if one acts on the other, "KP – RU"
    if both act and nobody is acted upon, as in a meeting.

    Args:
        records: Document or event records, or happenings: then these are counted, each once
            however many documents tell it.
        by: Key to count by: type, modality, month, year, country (of an actor), recipient (its
            country), pair (of countries), source, publisher.
        wide: Of two keys, a row for each value of the first and a column for each of the second;
            in the last column, each event of the row counts once.
        everything: Also count events that do not involve North Korea.

    Raises:
        StepError: There is no such key, a wide table of other than two, or both happenings
            and events.

    """
    check(by, wide=wide)
    counts: Counter[tuple[str, ...]] = Counter()
    totals: Counter[str] = Counter()
    counted = EVENTS
    for event in _events(records):
        counted = HAPPENINGS if isinstance(event, HappeningRecord) else EVENTS
        if event.dprk or everything:
            values = [values_of(key, event) for key in by]
            counts.update(product(*values))
            totals.update(values[0])
    yield from _wide(by, counts, totals, counted) if wide else _long(by, counts, counted)


def check(by: Sequence[str], *, wide: bool) -> None:
    """Raise StepError if there is no such key, or if there are not two for a wide table."""
    for key in by:
        if key not in KEYS:
            raise StepError(f"--by {key}: no such key. Choose one of {', '.join(KEYS)}.")
    if len(set(by)) < len(by):
        raise StepError("--by: a key is given twice. Leave one out.")
    if wide and len(by) != _AXES:
        raise StepError(f"--wide: {len(by)} keys. Give two: --by month --by pair.")


def heading(by: Sequence[str] = ("type", "modality"), *, wide: bool = False, **_: object) -> Row:
    """Return a row as of no events, which has the columns of the table."""
    return {"record": "count", **dict.fromkeys(by[:1] if wide else by, ""), EVENTS: 0}


def is_heading(names: Sequence[str]) -> bool:
    """Return whether columns with these names are those of such a table."""
    return len(names) > 1 and names[0] in KEYS and names[-1] in {EVENTS, HAPPENINGS}


def _events(records: Iterable[Record]) -> Iterator[Told]:
    kinds: set[bool] = set()
    for record in records:
        found: Iterable[Told] = ()
        if isinstance(record, DocumentRecord):
            found = flatten_events(record, None)
        elif isinstance(record, EventRecord | HappeningRecord):
            found = (record,)
        for event in found:
            kinds.add(isinstance(event, HappeningRecord))
            if len(kinds) > 1:
                raise StepError(
                    "events and the happenings linked from them would be counted twice. Give files "
                    "of one kind."
                )
            yield event


def _long(by: Sequence[str], counts: Counter[tuple[str, ...]], counted: str) -> Iterator[Row]:
    for values in sorted(counts, key=in_order):
        yield {"record": "count", **dict(zip(by, values, strict=True)), counted: counts[values]}


def _wide(
    by: Sequence[str], counts: Counter[tuple[str, ...]], totals: Counter[str], counted: str
) -> Iterator[Row]:
    down, across = by
    taken = {"record", down, counted}
    columns = {  # a source may be called as a column that is there already
        value: f"{value} ({across})" if value in taken else value
        for value, *_ in sorted({(value,) for _, value in counts}, key=in_order)
    }
    for row, *_ in sorted({(value,) for value in totals}, key=in_order):
        cells = {name: counts[row, value] for value, name in columns.items()}
        yield {"record": "counts", down: row, **cells, counted: totals[row]}


CHOICES = {"by": tuple(KEYS)}
"""The values of an argument, which the command line completes."""
