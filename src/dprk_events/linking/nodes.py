"""Which events of a type are compared: of one version of each document, once if told alike."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from dprk_events.linking.data import rules
from dprk_events.linking.entry import Entry
from dprk_events.linking.item import Item, item_of, marked
from dprk_events.linking.judging import points
from dprk_events.linking.spool import Spool

Version = tuple[float, str, str, str]


class Place(NamedTuple):
    """Where an entry is kept, its document and event."""

    at: int
    doc: str
    event: str


Node = tuple[Item, list[Place]]
"""What is told alike, and the entries that tell it, in order."""


def version_of(entry: Entry) -> Version:
    """Return what tells versions of a document apart; the least is that whose day is surest."""
    published = entry["key"]["published"]
    sure = -1.0 if published["confidence"] is None else published["confidence"]
    day, version = published["value"] or "", entry["key"]["version"]
    return -sure, sys.intern(day), entry["path"], sys.intern(version)


def nodes_of(spool: Spool, kind: str, best: Mapping[str, Version]) -> list[Node]:
    """Return the events of a type, those that are told alike together; sorted by first event."""
    alike: dict[tuple[Item, int], list[Place]] = {}
    told: Counter[tuple[int, str]] = Counter()
    apart: list[Node] = []
    same: dict[object, object] = {}
    chosen = _chosen(spool, kind, best)
    # In this order, since the first of what a document tells alike joins what others tell.
    for doc, event in sorted(chosen, key=lambda each: (each[0], int(each[1][1:]))):
        place, item = chosen[doc, event]
        item = _shared(item, same)
        where = Place(place, doc, event)
        if points(item, item) < rules().decision.linked:
            apart.append((item, [where]))
            continue
        item = marked(item._replace(mark=None))
        once = alike.setdefault((item, 0), [])
        again = told[id(once), doc]  # a document keeps apart what it tells alike
        told[id(once), doc] += 1
        alike.setdefault((item, again), []).append(where)
    nodes = [*apart, *((item, places) for (item, _), places in alike.items())]
    for _, places in nodes:
        places.sort(key=lambda where: where[1:])
    return sorted(nodes, key=lambda node: node[1][0][1:])


def _chosen(
    spool: Spool, kind: str, best: Mapping[str, Version]
) -> dict[tuple[str, str], tuple[int, Item]]:
    """Return the entries to take, by document and event: of the best version, each event once."""
    found: dict[tuple[str, str], tuple[int, Item]] = {}
    for place, entry in spool.entries(kind):
        if version_of(entry) != best[entry["doc"]]:
            continue
        key = sys.intern(entry["doc"]), entry["event"]
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
