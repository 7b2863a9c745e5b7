"""Records of any number of files → happenings."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from tempfile import TemporaryFile

from dprk_events.linking.cluster import clusters
from dprk_events.linking.data import rules
from dprk_events.linking.entry import Entry, entries_of
from dprk_events.linking.happening import build, in_order
from dprk_events.linking.item import Item, item_of
from dprk_events.linking.judging import points, verdicts
from dprk_events.linking.pairs import linkable
from dprk_events.linking.spool import Spool
from dprk_events.records import HappeningRecord, Record, read_lines, to_line

Version = tuple[float, str, str, str]
Place = tuple[int, str, str]
"""Where an entry is kept, its document and event."""

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
        for kind in spool.types:
            for happening in _of_type(spool, kind, best):
                if note is not None:
                    note(happening)
                order.append((happening.time.earliest or _LAST, happening.id, lines.tell()))
                lines.write(to_line(happening))
        for _, _, place in sorted(order):
            lines.seek(place)
            yield lines.readline()


def _fill(spool: Spool, records: Iterable[Record]) -> dict[str, Version]:
    """Keep the entries of records; return which version of each document is to be taken."""
    best: dict[str, Version] = {}
    for entry in entries_of(records):
        spool.put(entry)
        version = _version(entry)
        if entry["doc"] not in best or version < best[entry["doc"]]:
            best[entry["doc"]] = version
    return best


def _version(entry: Entry) -> Version:
    """Return what tells versions of a document apart; the least is that whose day is surest."""
    published = entry["key"]["published"]
    sure = -1.0 if published["confidence"] is None else published["confidence"]
    return -sure, published["value"] or "", entry["path"], entry["key"]["version"]


def _of_type(spool: Spool, kind: str, best: dict[str, Version]) -> Iterator[HappeningRecord]:
    nodes = _nodes(spool, kind, best)
    items = [item for item, _ in nodes]
    documents = [frozenset(doc for _, doc, _ in places) for _, places in nodes]
    taken: set[str] = set()
    for group in clusters(items, documents, linkable(items, rules().decision.linked)):
        members = [(items[number], place) for number in group for place in nodes[number][1]]
        entries = list(spool.at(kind, (place for _, (place, _, _) in members)))
        yield build(in_order(entries), _reasons(members, entries), taken)


def _nodes(spool: Spool, kind: str, best: dict[str, Version]) -> list[tuple[Item, list[Place]]]:
    """Return the events of a type, those that are told alike together; sorted by first event."""
    alike: dict[tuple[Item, int], list[Place]] = {}
    apart: list[tuple[Item, list[Place]]] = []
    same: dict[object, object] = {}
    for (doc, event), (place, item) in _chosen(spool, kind, best).items():
        item = _shared(item, same)  # noqa: PLW2901
        where = (place, doc, event)
        if points(item, item) < rules().decision.linked:
            apart.append((item, [where]))
            continue
        item = item._replace(mark=None)  # noqa: PLW2901
        again = 0
        while any(doc == other for _, other, _ in alike.get((item, again), ())):
            again += 1
        alike.setdefault((item, again), []).append(where)
    nodes = [*apart, *((item, places) for (item, _), places in alike.items())]
    for _, places in nodes:
        places.sort(key=lambda where: where[1:])
    return sorted(nodes, key=lambda node: node[1][0][1:])


def _chosen(
    spool: Spool, kind: str, best: dict[str, Version]
) -> dict[tuple[str, str], tuple[int, Item]]:
    """Return the entries to take, by document and event: of the best version, each event once."""
    found: dict[tuple[str, str], tuple[int, Item]] = {}
    for place, entry in spool.entries(kind):
        if _version(entry) != best[entry["doc"]]:
            continue
        key = entry["doc"], entry["event"]
        if key in found:
            before = next(spool.at(kind, [found[key][0]]))
            if _bytes(before) <= _bytes(entry):
                continue
        found[key] = place, item_of(entry)
    return found


def _bytes(entry: Entry) -> str:
    return json.dumps(entry, sort_keys=True)


def _shared(item: Item, same: dict[object, object]) -> Item:
    """Return an equal item that shares its parts with others: most sides and places are alike."""
    return Item(*(same.setdefault(part, part) for part in item))  # type: ignore[arg-type]


def _reasons(
    members: Sequence[tuple[Item, Place]], entries: Sequence[Entry]
) -> dict[tuple[str, str], str]:
    """Return for each event of a happening to which other it is tied most, and by what."""
    if len(members) == 1:
        return {}
    found = {}
    for number, (item, (_, doc, event)) in enumerate(members):
        others = (n for n in range(len(members)) if n != number)
        partners = list(islice(others, _PARTNERS))
        best = partners[0]
        if len(partners) > 1:
            best = max(partners, key=lambda n: (points(item, members[n][0]), -n))
        said = "; ".join(str(each) for each in verdicts(item, members[best][0]))
        other = entries[best]
        found[doc, event] = f"as {other['event']} of {other['path']}: {said}"
    return found
