"""Draw events for people: a line or two each, grouped by month, article or type."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from dprk_events.output.rows import EventRow

Grouping = Literal["month", "article", "type"]
Order = Literal["date", "confidence"]

COLOURS = {
    "asserted": "green",
    "reported": "cyan",
    "planned": "yellow",
    "possible": "magenta",
    "negated": "red",
}
DATE_WIDTH = 13
TYPE_WIDTH = 17
END_WIDTH = 12
"""Width of the columns of date, type, and modality with confidence."""
MOST_FOUND = 36
"""Greatest width of the column of article and trigger."""
WIDE = 132
"""Width of a console on which an event takes one line."""
UNDATED = "undated"

SortKey = tuple[object, ...]


def order_of(by: Grouping, order: Order) -> Callable[[EventRow], SortKey]:
    """Return the key by which rows are sorted: first by group, then by date or confidence."""

    def key(row: EventRow) -> SortKey:
        within: SortKey = row.key
        if order == "confidence":
            within = (1.0 if row.confidence is None else -row.confidence, *row.key)
        if by == "month":
            return (row.key[0], row.month, *within)
        return (row.document if by == "article" else row.type, *within)

    return key


@dataclass(frozen=True)
class Timeline:
    """Rows that are sorted by :func:`order_of`: a heading for each group, then its events.

    Every event takes two lines, and one where the console is wide; none is broken.
    """

    rows: Sequence[EventRow]
    by: Grouping

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the lines, as long as the console is wide."""
        width = options.max_width
        for number, (name, group) in enumerate(groupby(self.rows, HEADINGS[self.by])):
            some = list(group)
            if number:
                yield Text()
            heading = Text(name, style="bold underline")
            heading.append(f"  {len(some):,}", style="not bold not underline dim")
            yield heading
            for row in some:
                yield from _lines(row, self.by, width)


def _month(row: EventRow) -> str:
    if not row.dated:
        return UNDATED
    if not row.month:
        return "year unknown"
    if row.value.startswith(row.month):
        return f"{calendar.month_name[int(row.month[5:])]} {row.month[:4]}"
    return row.month[:4]


HEADINGS: dict[Grouping, Callable[[EventRow], str]] = {
    "month": _month,
    "article": lambda row: row.document,
    "type": lambda row: row.type,
}


def _lines(row: EventRow, by: Grouping, width: int) -> Iterator[Text]:
    """Yield the one or two lines of an event."""
    when = Text(_short(row.value) or UNDATED, style="bold" if row.dated else "dim")
    what = Text("" if by == "type" else row.type, style="bold")
    cells = [(when, DATE_WIDTH), (what, 0 if by == "type" else TYPE_WIDTH)]
    room = width - sum(size + 1 for _, size in cells if size) - END_WIDTH - 1
    details, where = Text(" · ".join(_details(row)), style="dim"), _found_at(row, by)
    if width >= WIDE:
        who = (_who(row), room * 2 // 5)
        found = (where, min(where.cell_len, MOST_FOUND))
        rest = (details, room - who[1] - found[1] - 2)
        yield _joined([*cells, who, rest, found, (_end(row), END_WIDTH)])
        return
    yield _joined([*cells, (_who(row), room), (_end(row), END_WIDTH)])
    found = (where, min(where.cell_len, MOST_FOUND))
    rest = (details, width - DATE_WIDTH - found[1] - 2)
    yield _joined([(Text(), DATE_WIDTH), rest, found])


def _joined(cells: Iterable[tuple[Text, int]]) -> Text:
    """Join cells, each cut or filled up to its width; one of no width is left out."""
    line = Text(no_wrap=True, overflow="ellipsis")
    for text, size in cells:
        if size > 0:
            cell = text.copy()
            cell.truncate(size, overflow="ellipsis", pad=True)
            line.append_text(cell).append(" ")
    line.rstrip()
    return line


def _short(value: str) -> str:
    """Leave out of the end of a span what its begin says: "2024-01-05/07", as ISO 8601 allows."""
    first, slash, last = value.partition("/")
    if not slash or len(first) != len(last):
        return value
    same = 0
    for length in (len("2024-"), len("2024-01-")):
        if first[:length] == last[:length]:
            same = length
    return f"{first}/{last[same:]}"


def _who(row: EventRow) -> Text:
    text = Text(row.who or ("?" if row.to_whom else "–"), style="bold" if row.who else "dim")
    if row.to_whom:
        text.append(" → ", style="not bold")
        text.append(row.to_whom, style="bold")
    return text


def _end(row: EventRow) -> Text:
    sure = "" if row.confidence is None else f" {row.confidence:.2f}".replace(" 0", " ")
    text = Text(" " * (END_WIDTH - len(row.modality) - len(sure)))
    text.append(row.modality, style=COLOURS.get(row.modality, ""))
    return text.append(sure, style="dim")


def _details(row: EventRow) -> Iterator[str]:
    if not row.dprk:
        yield "not North Korea"
    if row.with_what:
        yield row.with_what
    if row.where:
        yield row.where
    if row.source:
        yield f"according to {row.source}"
    if row.disputed:
        yield f"told differently: {row.disputed}"


def _found_at(row: EventRow, by: Grouping) -> Text:
    """Say in which article and from which word it was found, or on how many it stands."""
    if row.documents > 1:
        sources = f"{row.sources} source{'' if row.sources == 1 else 's'}"
        return Text(f"{sources}, {row.documents} documents", style="italic")
    words = f"“{row.trigger}”" if by == "article" else f"{_shortened(row.document)} “{row.trigger}”"
    return Text(words, style="dim italic")


def _shortened(name: str, width: int = 24) -> str:
    """Shorten a file name in its middle: "2024-06-20_tra…yongyang.txt"."""
    if len(name) <= width:
        return name
    head = (width - 1) * 2 // 3
    return f"{name[:head]}…{name[len(name) - (width - 1 - head) :]}"
