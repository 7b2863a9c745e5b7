"""The groups of each type: what is sure of every type, then, twice, what is likely.

What is likely of one type says which documents tell one story, and so what is likely of the others.
Between the rounds the drafts lie on disk, so that memory holds one type at a time; this process
alone writes and reads them.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from tempfile import TemporaryFile
from typing import IO

from dprk_events.linking.cluster import Groups
from dprk_events.linking.data import rules
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points
from dprk_events.linking.kin import Kin
from dprk_events.linking.nodes import Node, Version, nodes_of
from dprk_events.linking.pairs import linkable
from dprk_events.linking.spool import Spool
from dprk_events.linking.ties import Pairs
from dprk_events.linking.twins import settle


@dataclass
class Draft:
    """The events of a type, the pairs that may be linked, and what is linked so far."""

    nodes: list[Node]
    documents: list[frozenset[str]]
    pairs: Pairs
    groups: Groups


def drafts(spool: Spool, best: Mapping[str, Version]) -> Iterator[tuple[str, Draft, Kin]]:
    """Yield each type with what is linked of it, and which documents tell one story."""
    published = {doc: version[1] or None for doc, version in best.items()}
    with TemporaryFile() as file:
        places, kin, likely = [], Kin(published), Kin(published)
        for kind in spool.types:
            draft = _sure(nodes_of(spool, kind, best))
            for group in _told(draft):
                kin.add(group)
                likely.add(group, only=kind)
            places.append((kind, file.tell()))
            pickle.dump(draft, file, pickle.HIGHEST_PROTOCOL)
        for kind, place in places:
            draft = _load(file, place)
            _join_likely(draft, kin)
            for group in _told(draft):
                likely.add(group, but=kind)
        for kind, place in places:
            draft = _load(file, place)
            _join_likely(draft, likely)
            yield kind, draft, likely


def _told(draft: Draft) -> Iterator[set[str]]:
    """Yield which documents tell each happening."""
    for group in draft.groups:
        yield {doc for number in group for doc in draft.documents[number]}


def _load(file: IO[bytes], place: int) -> Draft:
    file.seek(place)
    draft: Draft = pickle.load(file)  # noqa: S301
    return draft


def _sure(nodes: list[Node]) -> Draft:
    items = [item for item, _ in nodes]
    documents = [frozenset(place.doc for place in places) for _, places in nodes]
    pairs = linkable(items, rules().decision.likely)
    groups = Groups(items, documents)
    groups.join(pairs.least(rules().decision.linked))
    return Draft(nodes, documents, pairs, groups)


def _join_likely(draft: Draft, kin: Kin) -> None:
    """Join what is likely: pairs without a rival, and what documents of one story tell."""

    @lru_cache(maxsize=100_000)
    def more(i: int, j: int) -> float:
        return kin.points(sorted(draft.documents[i]), sorted(draft.documents[j]), kind)

    kind = draft.nodes[0][0].type if draft.nodes else ""
    least = rules().decision.kindred
    pairs, had = Pairs(), set()
    for gained, i, j in draft.pairs:
        lent = more(i, j)
        if gained + lent < _enough(draft.nodes[i][0], draft.nodes[j][0]):
            continue
        pairs.add(gained + lent, i, j)
        if lent:
            had.add((i, j))
    draft.pairs = Pairs()
    for i, j in _of_kin(draft.documents, kin):
        if (i, j) in had:
            continue
        gained = points(draft.nodes[i][0], draft.nodes[j][0]) + more(i, j)
        if gained >= least:
            had.add((i, j))
            pairs.add(gained, i, j)
    draft.groups.join(pairs, more)
    settle(draft.groups, draft.nodes)


def _enough(one: Item, other: Item) -> float:
    """Return the points that are likely: more where it is not known when one of the two was."""
    decision = rules().decision
    return decision.likely if one.when.placed and other.when.placed else decision.timeless


def _of_kin(documents: Sequence[frozenset[str]], kin: Kin) -> Iterator[tuple[int, int]]:
    """Yield the pairs of items, smaller number first, whose documents tell one story."""
    telling: dict[str, list[int]] = defaultdict(list)
    for number, docs in enumerate(documents):
        for doc in docs:
            telling[doc].append(number)
    for number, docs in enumerate(documents):
        if len(docs) <= rules().kin.common:
            for other in {other for doc in docs for other in kin.of(doc)}:
                yield from ((number, each) for each in telling.get(other, ()) if each > number)
