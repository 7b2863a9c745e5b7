"""Two rows of one article that tell one deed: a happening takes the first, and is not split.

A headline and its summary are sometimes read as two events. A happening holds one of them at
most, since the document keeps them apart. Without this step it is any of them that is tied, and
the others who tell the deed may be divided between the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dprk_events.linking.cluster import Groups
from dprk_events.linking.data import kinds, rules
from dprk_events.linking.item import Item
from dprk_events.linking.judging import points
from dprk_events.linking.nodes import Node
from dprk_events.linking.when import WEEK, When

Twins = tuple[int, int]
"""Two items of one document that would be one happening if two documents told them; first first."""


def settle(groups: Groups, nodes: Sequence[Node]) -> None:
    """Join what twins divide, then let the first of two take the place of the second.

    Args:
        groups: What is joined so far; changed.
        nodes: The items that the groups hold the numbers of.

    """
    twins = list(_twins(nodes))
    known = frozenset(twins)
    for first, second in twins:
        if len(groups.of(first)) > 1 and len(groups.of(second)) > 1:
            groups.join_but(first, second, known)
    for first, second in twins:
        if len(groups.of(first)) == 1 < len(groups.of(second)):
            groups.replace(second, first)


def _twins(nodes: Sequence[Node]) -> Iterator[Twins]:
    of_document: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, places) in enumerate(nodes):
        if len(places) == 1:
            of_document[places[0].doc].append((int(places[0].event[1:]), number))
    for doc in sorted(of_document):
        told = [number for _, number in sorted(of_document[doc])]
        for place, first in enumerate(told):
            for second in told[place + 1 :]:
                if _are_twins(nodes[first][0], nodes[second][0]):
                    yield first, second


def _are_twins(one: Item, other: Item) -> bool:
    """Whether two events of a document are told of one time, and of nothing else that differs."""
    if one.type in kinds().between or one.when.ahead != other.when.ahead:
        return False  # whom he met first is another meeting, and a plan is not yet the deed
    times = [one.when, other.when]
    if not all(time.news for time in times) and not all(
        time.told and _is_narrow(time) for time in times
    ):
        return False
    return points(one, other) >= rules().decision.linked


def _is_narrow(time: When) -> bool:
    return time.width is not None and time.width <= WEEK
