"""Records of any number of files → happenings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from sys import intern
from tempfile import TemporaryFile

from dprk_events.linking.data import rules
from dprk_events.linking.draft import Draft, drafts
from dprk_events.linking.entry import Entry, entries_of
from dprk_events.linking.happening import build, in_order
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points, verdicts
from dprk_events.linking.kin import Kin
from dprk_events.linking.nodes import Place, Version, version_of
from dprk_events.linking.spool import Spool
from dprk_events.records import HappeningRecord, Record, read_lines, to_line

_PARTNERS = 40
"""Among so many events of its happening, that is looked for to which an event is tied most."""
_LAST = "9999"


def link(records: Iterable[Record]) -> Iterator[HappeningRecord]:
    """Link the events of documents that tell the same happening.

    Args:
        records: Document and event records in any order and of any number, also happenings linked
            before: ``link([*linked, *new])`` is ``link([*old, *new])``. Other records are skipped.

    Yields:
        Every happening, also those that a single document tells, in order of time; those without
        a date last. The same events give the same happenings.

    """
    for line in linked_lines(records):
        yield from read_lines([line], "linked")  # type: ignore[misc]


def linked_lines(
    records: Iterable[Record], note: Callable[[HappeningRecord], None] | None = None
) -> Iterator[bytes]:
    """As :func:`link`, but yield the lines of the happenings.

    Memory holds what is compared of the events of one type at a time; the rest is in temporary
    files.

    Args:
        records: As for :func:`link`.
        note: Called with each happening, in another order than that of the lines, before the first.

    """
    with Spool() as spool, TemporaryFile() as lines:
        best = _fill(spool, records)
        order: list[tuple[str, str, int]] = []
        for kind, draft, kin in drafts(spool, best):
            for happening in _of_type(spool, kind, draft, kin):
                if note is not None:
                    note(happening)
                first = intern(happening.time.earliest or _LAST)  # few days for many happenings
                order.append((first, happening.id, lines.tell()))
                lines.write(to_line(happening))
        for _, _, place in sorted(order):
            lines.seek(place)
            yield lines.readline()


def _fill(spool: Spool, records: Iterable[Record]) -> dict[str, Version]:
    """Keep the entries of records; return which version of each document is to be taken."""
    best: dict[str, Version] = {}
    for entry in entries_of(records):
        spool.put(entry)
        doc, version = intern(entry["doc"]), version_of(entry)
        if doc not in best or version < best[doc]:
            best[doc] = version
    return best


def _of_type(spool: Spool, kind: str, draft: Draft, kin: Kin) -> Iterator[HappeningRecord]:
    taken: set[str] = set()
    for group in draft.groups:
        members = [
            (item, place)
            for item, places in map(draft.nodes.__getitem__, group)
            for place in places
        ]
        entries = list(spool.at(kind, (place.at for _, place in members)))
        yield build(in_order(entries), _reasons(members, entries, kin), taken)


def _reasons(
    members: Sequence[tuple[Item, Place]], entries: Sequence[Entry], kin: Kin
) -> dict[tuple[str, str], str]:
    """Return for each event of a happening to which other it is tied most, and by what."""
    if len(members) == 1:
        return {}
    found = {}

    @cache
    def tie(one: int, other: int) -> float:
        return _tie(members[one], members[other], kin)

    for number, (item, place) in enumerate(members):
        others = (n for n in range(len(members)) if n != number)
        partners = list(islice(others, _PARTNERS))
        best = partners[0]
        if len(partners) > 1:
            best = max(partners, key=lambda n: (tie(min(number, n), max(number, n)), -n))
        said = [str(each) for each in verdicts(item, members[best][0])]
        shared = kin.shared(place.doc, members[best][1].doc, item.type)
        if shared and points(item, members[best][0]) < rules().decision.linked:
            said.append(f"in documents that tell one story ({shared} happenings besides)")
        other = entries[best]
        found[place.doc, place.event] = f"as {other['event']} of {other['path']}: {'; '.join(said)}"
    return found


def _tie(one: tuple[Item, Place], other: tuple[Item, Place], kin: Kin) -> float:
    return points(one[0], other[0]) + kin.points([one[1].doc], [other[1].doc], one[0].type)
