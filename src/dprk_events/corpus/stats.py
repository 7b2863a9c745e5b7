"""Count saved events by type, month, countries, modality or source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from dprk_events.corpus.keys import KEYS, in_order, values_of
from dprk_events.corpus.steps import Row, StepError
from dprk_events.records import (
    DocumentRecord,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)

EVENTS = "events"
"""The last column: the number of events."""
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
        records: Document or event records.
        by: Key to count by: type, modality, month, year, country (of an actor), recipient (its
            country), pair (of countries), source, publisher.
        wide: Of two keys, a row for each value of the first and a column for each of the second;
            in the last column, each event of the row counts once.
        everything: Also count events that do not involve North Korea.

    Raises:
        StepError: There is no such key, a wide table of other than two, or a happening.

    """
    check(by, wide=wide)
    counts: Counter[tuple[str, ...]] = Counter()
    totals: Counter[str] = Counter()
    for event in _events(records):
        if event.dprk or everything:
            values = [values_of(key, event) for key in by]
            counts.update(product(*values))
            totals.update(values[0])
    yield from _wide(by, counts, totals) if wide else _long(by, counts)


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
    return len(names) > 1 and names[0] in KEYS and names[-1] == EVENTS


def _events(records: Iterable[Record]) -> Iterator[EventRecord]:
    for record in records:
        if isinstance(record, DocumentRecord):
            yield from flatten_events(record, None)
        elif isinstance(record, EventRecord):
            yield record
        elif isinstance(record, HappeningRecord):
            raise StepError(
                "happenings are not counted: give the file of `dprk-events extract` that they were "
                "linked from, or convert them to a table."
            )


def _long(by: Sequence[str], counts: Counter[tuple[str, ...]]) -> Iterator[Row]:
    for values in sorted(counts, key=in_order):
        yield {"record": "count", **dict(zip(by, values, strict=True)), EVENTS: counts[values]}


def _wide(
    by: Sequence[str], counts: Counter[tuple[str, ...]], totals: Counter[str]
) -> Iterator[Row]:
    down, across = by
    taken = {"record", down, EVENTS}
    columns = {  # a source may be called as a column that is there already
        value: f"{value} ({across})" if value in taken else value
        for value, *_ in sorted({(value,) for _, value in counts}, key=in_order)
    }
    for row, *_ in sorted({(value,) for value in totals}, key=in_order):
        cells = {name: counts[row, value] for value, name in columns.items()}
        yield {"record": "counts", down: row, **cells, EVENTS: totals[row]}


CHOICES = {"by": tuple(KEYS)}
"""The values of an argument, which the command line completes."""
