"""Arrange segments of lines, by their position on a page, into lines in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ROWS = 3  # minimum number of lines side by side in two columns
_GUTTER = 6.0  # minimum distance of columns, in points
_CROSSING = 0.3  # share of the lines that may span both columns, as titles do
_EDGES = 2  # lines at the top and bottom of a page that may be running heads
_REPEATED = 0.5  # minimum share of the pages with the same running head
_PITCH = 1.45  # this many times the usual line spacing ends a paragraph
_ROOM = 0.12  # share of a column's width left free by the last line of a paragraph
_INDENT = 4.0  # points
_NUMBER = re.compile(r"(?i)[\W_]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?[\W_]*")
_STOP = re.compile(r"[.!?…][\"»”’)\]\s]*$")


@dataclass
class Segment:
    """A segment of a line with its edges, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Its height in points, at least 1."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """The vertical position of its middle."""
        return (self.top + self.bottom) / 2

    def goes_on(self, left: float, bottom: float, top: float, gap: float) -> bool:
        """Return whether a letter is on the same line, not far to the right."""
        level = bottom < self.top and top > self.bottom
        return level and self.left - 1 <= left <= self.right + gap * self.height

    def add(self, character: str, right: float, bottom: float, top: float) -> None:
        """Append a letter."""
        self.text += character
        self.right = max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)


@dataclass
class Line:
    """A line of a column; ``width`` and ``edge`` are the column's width and left edge."""

    text: str
    segment: Segment
    width: float
    edge: float


def page_lines(segments: Sequence[Segment]) -> list[Line]:
    """Return the segments of a page as lines in reading order."""
    segments = [segment for segment in segments if segment.text.strip()]
    return [line for column in _columns(segments, 0) for line in _lines(column)]


def text_of(pages: Sequence[Sequence[Line]]) -> str:
    """Join the lines of all pages: a blank line where a paragraph ends, no running heads."""
    heads = _running_heads(pages)
    kept = [
        line
        for page in pages
        for n, line in enumerate(page)
        if not (_at_edge(n, page) and _is_head(line.text, heads))
    ]
    parts: list[str] = []
    pitch = _usual_pitch(kept)
    for above, line in zip([None, *kept], kept, strict=False):
        if above is not None:
            parts.append("\n\n" if _ends_paragraph(above, line, pitch) else "\n")
        parts.append(line.text)
    return "".join((*parts, "\n")) if parts else ""


def _columns(segments: list[Segment], depth: int) -> Iterator[list[Segment]]:
    """Split side-by-side text into columns, between what spans them, recursively."""
    gutter = _gutter(segments) if depth < 4 else None
    if gutter is None:
        yield segments
        return
    band: list[Segment] = []
    for segment in sorted(segments, key=lambda segment: (-segment.middle, segment.left)):
        if segment.left < gutter < segment.right:
            yield from _sides(band, gutter, depth)
            yield [segment]
            band = []
        else:
            band.append(segment)
    yield from _sides(band, gutter, depth)


def _sides(band: list[Segment], gutter: float, depth: int) -> Iterator[list[Segment]]:
    for side in (
        [segment for segment in band if segment.right <= gutter],
        [segment for segment in band if segment.right > gutter],
    ):
        if side:
            yield from _columns(side, depth + 1)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """Find the gap that separates left from right lines; None if there is none."""
    edges = sorted({segment.right for segment in segments})
    best: tuple[int, float, float] | None = None
    for right in edges:
        after = [segment.left for segment in segments if segment.left >= right]
        if not after or min(after) - right < _GUTTER:
            continue
        middle = (right + min(after)) / 2
        crossing = [segment for segment in segments if segment.left < middle < segment.right]
        left = [segment for segment in segments if segment.right <= middle]
        others = [segment for segment in segments if segment.left >= middle]
        if len(crossing) > _CROSSING * len(segments) or _side_by_side(left, others) < _ROWS:
            continue
        found = (-len(crossing), min(after) - right, middle)
        best = found if best is None or found > best else best
    return None if best is None else best[2]


def _side_by_side(left: Sequence[Segment], right: Sequence[Segment]) -> int:
    """Count the lines of each side that are next to lines of the other; return the smaller."""
    counts = []
    for here, there in ((left, right), (right, left)):
        levels = sorted(segment.middle for segment in there)
        counts.append(
            sum(any(segment.bottom < at < segment.top for at in levels) for segment in here)
            if levels and len(here) >= _ROWS
            else 0
        )
    # Table cells are short: columns of text have enough words on each line.
    words = [len(segment.text.split()) for segment in (*left, *right)]
    return min(counts) if words and median(words) >= 3 else 0


def _lines(column: list[Segment]) -> Iterator[Line]:
    """Join the segments of a column that are at the same height."""
    rows: list[list[Segment]] = []
    for segment in sorted(column, key=lambda segment: (-segment.middle, segment.left)):
        if rows and rows[-1][0].bottom < segment.middle < rows[-1][0].top:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    edge = min((segment.left for segment in column), default=0.0)
    width = max((segment.right for segment in column), default=0.0) - edge
    for row in rows:
        row.sort(key=lambda segment: segment.left)
        text = " ".join(" ".join(segment.text.split()) for segment in row)
        whole = Segment(
            text, row[0].left, max(p.right for p in row), min(p.bottom for p in row),
            max(p.top for p in row),
        )  # fmt: skip
        yield Line(text, whole, width, edge)


def _usual_pitch(lines: Sequence[Line]) -> float:
    steps = [a.segment.bottom - b.segment.bottom for a, b in pairwise(lines)]
    down = [step for step in steps if 0 < step < 60]
    return median(down) if down else 0.0


def _ends_paragraph(above: Line, line: Line, pitch: float) -> bool:
    step = above.segment.bottom - line.segment.bottom
    if step <= 0:  # the next column, the next page
        return bool(_STOP.search(above.text))
    if pitch and step > _PITCH * pitch:
        return True
    if abs(above.segment.height - line.segment.height) > 0.25 * line.segment.height and (
        above.width != line.width
    ):
        return True
    room = above.edge + above.width - above.segment.right > _ROOM * above.width
    indented = (
        line.segment.left - line.edge > _INDENT and above.segment.left - above.edge <= _INDENT
    )
    return (room or indented) and bool(_STOP.search(above.text))


def _at_edge(number: int, page: Sequence[Line]) -> bool:
    return number < _EDGES or number >= len(page) - _EDGES


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Find the lines at the top or bottom of at least half the pages, ignoring numbers."""
    if len(pages) < 2:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = {_shape(line.text) for n, line in enumerate(page) if _at_edge(n, page)}
        seen.update(edges)
    least = max(2, _REPEATED * len(pages))
    return frozenset(shape for shape, times in seen.items() if times >= least)


def _is_head(text: str, heads: frozenset[str]) -> bool:
    return _shape(text) in heads or bool(_NUMBER.fullmatch(text))


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split())).casefold()
