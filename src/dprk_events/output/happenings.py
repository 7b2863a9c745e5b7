"""Happenings for people: the summary after ``link``, and why events belong together."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from functools import total_ordering
from typing import TYPE_CHECKING, Any

from dprk_events.output.printable import one_line, printable

if TYPE_CHECKING:
    from rich.console import Console

    from dprk_events.records import HappeningRecord

_Row = tuple[str, str, str, str]
_NAMES = 3
"""So many names of a role are shown."""


@total_ordering
class _Rank:
    """Sorts happenings by how many tell them, then the earlier one first, whatever their order."""

    def __init__(self, happening: HappeningRecord) -> None:
        self.many = happening.sources, happening.documents
        self.when = happening.time.earliest or "9999", happening.id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rank) and (self.many, self.when) == (other.many, other.when)

    def __lt__(self, other: _Rank) -> bool:
        return self.many < other.many or (self.many == other.many and self.when > other.when)

    __hash__ = None  # type: ignore[assignment]


class HappeningSummary:
    """Counts happenings as they pass and keeps those that most sources tell.

    Args:
        limit: Number of happenings in the table; None for all.

    """

    def __init__(self, limit: int | None = 20) -> None:
        self._limit = limit
        self._happenings = self._events = self._several = self._disputed = 0
        self._documents: set[str] = set()
        self._top: list[tuple[_Rank, _Row]] = []

    def add(self, happening: HappeningRecord) -> None:
        """Take note of a happening."""
        self._happenings += 1
        self._events += len(happening.events)
        self._several += happening.documents > 1
        self._disputed += bool(happening.disagreements)
        self._documents.update(event.doc for event in happening.events)
        kept = (_Rank(happening), row_of(happening))
        if self._limit is None or len(self._top) < self._limit:
            heapq.heappush(self._top, kept)
        else:
            heapq.heappushpop(self._top, kept)

    def draw(self, console: Console) -> None:
        """Draw the summary."""
        from rich import box  # noqa: PLC0415
        from rich.table import Table  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        console.print(
            f"{self._events:,} events in {len(self._documents):,} documents; "
            f"{self._happenings:,} happenings, {self._several:,} of them told by several "
            f"documents, {self._disputed:,} told differently."
        )
        if not self._top:
            return
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
        table.add_column("When", width=12, overflow="fold")
        table.add_column("Happening", width=18, overflow="fold")
        table.add_column("Who → whom, where", overflow="fold", ratio=1)
        table.add_column("Sources", width=9)
        for _, row in sorted(self._top, key=lambda kept: kept[0], reverse=True):
            table.add_row(*map(Text, row))
        console.print(table)
        if (cut := self._happenings - len(self._top)) > 0:
            console.print(f"… and {cut:,} more that fewer sources tell.")


def row_of(happening: HappeningRecord) -> _Row:
    """Return what a table shows of a happening: when, what, who, on how many sources."""
    parties = {role: ", ".join(_names(happening, role)[:_NAMES]) for role in ("actor", "recipient")}
    who = " → ".join(filter(None, parties.values())) or "?"
    lines = [who]
    if happening.place is not None:
        lines.append(f"in {one_line(happening.place.name)}")
    lines += [told_differently(each) for each in happening.disagreements]
    what = f"{printable(happening.type).replace('_', ' ')}\n{happening.modality}"
    sources = f"{happening.sources} of {happening.documents}"
    return happening.time.value or "undated", what, "\n".join(lines), sources


def _names(happening: HappeningRecord, role: str) -> list[str]:
    """Return the participants of a role, those that most sources name first."""
    return [one_line(str(getattr(r, "name", ""))) for r in happening.roles if r.role == role]


def told_differently(disagreement: Any) -> str:
    """Return a disagreement in words: each account and how many sources give it."""
    subject = disagreement.key if disagreement.of is None else one_line(disagreement.of)
    versions = "; ".join(f"{_value(each)} ({each.sources})" for each in disagreement.values)
    return f"{subject}: {versions}"


def _value(version: Any) -> str:
    if isinstance(version.value, list):
        return " + ".join(version.value)
    if version.value is not None:
        return printable(str(version.value))
    low, high = version.min, version.max
    if high is None:
        return f"{low or 0} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"


def explained(happening: HappeningRecord) -> Iterator[str]:
    """Explain a happening: each of its events, what it says and why it belongs to the others.

    Yields printable lines without line ends.
    """
    when, what, who, sources = row_of(happening)
    yield happening.id
    yield f"{when}  {what.replace(chr(10), ', ')}  {who.splitlines()[0]}"
    yield f"{sources} documents are independent sources"
    for each in happening.disagreements:
        yield f"told differently: {told_differently(each)}"
    for event in happening.events:
        by = "" if event.source is None else f", {one_line(event.source)}"
        yield ""
        yield f"{printable(event.path)}  {event.event}  {event.published or 'undated'}{by}"
        yield f"  “{one_line(event.quote)}”  {event.modality}"
        if event.copy_of is not None:
            yield f"  its text is that of {event.copy_of}"
        yield f"  {one_line(event.why) if event.why else 'told by this document alone'}"
