"""Two rows of one article that tell one deed: a happening takes the first, and is not split.

A headline and its summary are sometimes read as two events. A happening holds one of them at
most, since the document keeps them apart. Without this step it is any of them that is tied, and
the others who tell the deed may be divided between the two.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

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
    for news, dated in _news_and_dated(nodes):
        if len(groups.of(dated)) == 1 < len(groups.of(news)) and _is_on(groups, nodes, dated, news):
            groups.replace(news, dated)
    twins = list(_twins(nodes))
    known = frozenset(twins)
    for first, second in twins:
        if len(groups.of(first)) > 1 and len(groups.of(second)) > 1:
            groups.join_but(first, second, known)
    for first, second in twins:
        if len(groups.of(first)) == 1 < len(groups.of(second)):
            groups.replace(second, first)


def _is_on(groups: Groups, nodes: Sequence[Node], dated: int, news: int) -> bool:
    """Whether all that the others say of their day is the day of an event that has one."""
    day = nodes[dated][0].when
    others = [nodes[each][0].when for each in groups.of(news) if each != news]
    days = {(when.first, when.last) for when in others if when.told}
    return days == {(day.first, day.last)}


def _news_and_dated(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield two events of a document and a type: one says no time, the other its day."""
    for told in _of_documents(nodes):
        for news, dated in permutations(told, 2):
            item = nodes[dated][0]
            when = item.when
            if item.type in kinds().daily:
                continue  # many such deeds are done in a day
            if not nodes[news][0].when.told and when.told and when.width == 1:
                yield news, dated


def _twins(nodes: Sequence[Node]) -> Iterator[Twins]:
    for told in _of_documents(nodes):
        for first, second in combinations(told, 2):
            if _are_twins(nodes[first][0], nodes[second][0]):
                yield first, second


def _of_documents(nodes: Sequence[Node]) -> Iterator[list[int]]:
    """Yield for each document the events that it alone tells so, in its order."""
    of_document: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (_, places) in enumerate(nodes):
        if len(places) == 1:
            of_document[places[0].doc].append((int(places[0].event[1:]), number))
    for doc in sorted(of_document):
        yield [number for _, number in sorted(of_document[doc])]


def _are_twins(one: Item, other: Item) -> bool:
    """Whether two events of a document are told of one time, and of nothing else that differs."""
    if one.type in kinds().between and not (_is_bare(one) or _is_bare(other)):
        return False
    if one.when.ahead != other.when.ahead:
        return False  # a plan is not yet the deed
    times = [one.when, other.when]
    if not all(time.news for time in times) and not all(
        time.told and _is_narrow(time) for time in times
    ):
        return False
    return points(one, other) >= rules().decision.linked


def _is_bare(item: Item) -> bool:
    """Whether nobody is named who meets: of two whom somebody met, each is another meeting."""
    return not item.actors.persons and not item.actors.countries


def _is_narrow(time: When) -> bool:
    return time.width is not None and time.width <= WEEK
