"""Pieces of lines where they stand on a page → lines in the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ROWS = 3  # lines on each side, side by side, that make two columns
_GUTTER = 6.0  # points between columns, at least
_CROSSING = 0.3  # share of the lines that may run across both, as titles do
_EDGES = 2  # lines at head and foot of a page that may be running heads
_REPEATED = 0.5  # share of the pages on which a running head stands
_PITCH = 1.45  # so many times the usual distance of lines is the end of a paragraph
_ROOM = 0.12  # share of a column's width that a line leaves free where its paragraph ends
_INDENT = 4.0  # points
_NUMBER = re.compile(r"(?i)[\W_]*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|sur|of)\s*\d{1,4})?[\W_]*")
_STOP = re.compile(r"[.!?…][\"»”’)\]\s]*$")


@dataclass
class Piece:
    """A piece of a line with its edges, in points from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return max(self.top - self.bottom, 1.0)

    @property
    def middle(self) -> float:
        """How high its middle stands."""
        return (self.top + self.bottom) / 2

    def goes_on(self, left: float, bottom: float, top: float, gap: float) -> bool:
        """Say whether a letter stands on the same line, not far to the right of it."""
        level = bottom < self.top and top > self.bottom
        return level and self.left - 1 <= left <= self.right + gap * self.height

    def add(self, character: str, right: float, bottom: float, top: float) -> None:
        """Put a letter at its end."""
        self.text += character
        self.right = max(self.right, right)
        self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)


@dataclass
class Line:
    """A line of a column; ``width`` and ``edge`` are the column's width and left edge."""

    text: str
    piece: Piece
    width: float
    edge: float


def page_lines(pieces: Sequence[Piece]) -> list[Line]:
    """Put the pieces of a page in the order of reading."""
    pieces = [piece for piece in pieces if piece.text.strip()]
    return [line for column in _columns(pieces, 0) for line in _lines(column)]


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


def _columns(pieces: list[Piece], depth: int) -> Iterator[list[Piece]]:
    """Cut what stands side by side in two, between what runs across; again in each part."""
    gutter = _gutter(pieces) if depth < 4 else None
    if gutter is None:
        yield pieces
        return
    band: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if piece.left < gutter < piece.right:
            yield from _sides(band, gutter, depth)
            yield [piece]
            band = []
        else:
            band.append(piece)
    yield from _sides(band, gutter, depth)


def _sides(band: list[Piece], gutter: float, depth: int) -> Iterator[list[Piece]]:
    for side in (
        [piece for piece in band if piece.right <= gutter],
        [piece for piece in band if piece.right > gutter],
    ):
        if side:
            yield from _columns(side, depth + 1)


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Find where a white stripe parts the lines in left and right ones; None where none does."""
    edges = sorted({piece.right for piece in pieces})
    best: tuple[int, float, float] | None = None
    for right in edges:
        after = [piece.left for piece in pieces if piece.left >= right]
        if not after or min(after) - right < _GUTTER:
            continue
        middle = (right + min(after)) / 2
        crossing = [piece for piece in pieces if piece.left < middle < piece.right]
        left = [piece for piece in pieces if piece.right <= middle]
        others = [piece for piece in pieces if piece.left >= middle]
        if len(crossing) > _CROSSING * len(pieces) or _side_by_side(left, others) < _ROWS:
            continue
        found = (-len(crossing), min(after) - right, middle)
        best = found if best is None or found > best else best
    return None if best is None else best[2]


def _side_by_side(left: Sequence[Piece], right: Sequence[Piece]) -> int:
    """Count the lines of either side that have some of the other beside them."""
    counts = []
    for here, there in ((left, right), (right, left)):
        levels = sorted(piece.middle for piece in there)
        counts.append(
            sum(any(piece.bottom < at < piece.top for at in levels) for piece in here)
            if levels and len(here) >= _ROWS
            else 0
        )
    # In tables cells are short: columns of text have words enough on each line.
    words = [len(piece.text.split()) for piece in (*left, *right)]
    return min(counts) if words and median(words) >= 3 else 0


def _lines(column: list[Piece]) -> Iterator[Line]:
    """Join the pieces of a column that stand at one height."""
    rows: list[list[Piece]] = []
    for piece in sorted(column, key=lambda piece: (-piece.middle, piece.left)):
        if rows and rows[-1][0].bottom < piece.middle < rows[-1][0].top:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    edge = min((piece.left for piece in column), default=0.0)
    width = max((piece.right for piece in column), default=0.0) - edge
    for row in rows:
        row.sort(key=lambda piece: piece.left)
        text = " ".join(" ".join(piece.text.split()) for piece in row)
        whole = Piece(
            text, row[0].left, max(p.right for p in row), min(p.bottom for p in row),
            max(p.top for p in row),
        )  # fmt: skip
        yield Line(text, whole, width, edge)


def _usual_pitch(lines: Sequence[Line]) -> float:
    steps = [a.piece.bottom - b.piece.bottom for a, b in pairwise(lines)]
    down = [step for step in steps if 0 < step < 60]
    return median(down) if down else 0.0


def _ends_paragraph(above: Line, line: Line, pitch: float) -> bool:
    step = above.piece.bottom - line.piece.bottom
    if step <= 0:  # the next column, the next page
        return bool(_STOP.search(above.text))
    if pitch and step > _PITCH * pitch:
        return True
    if abs(above.piece.height - line.piece.height) > 0.25 * line.piece.height and (
        above.width != line.width
    ):
        return True
    room = above.edge + above.width - above.piece.right > _ROOM * above.width
    indented = line.piece.left - line.edge > _INDENT and above.piece.left - above.edge <= _INDENT
    return (room or indented) and bool(_STOP.search(above.text))


def _at_edge(number: int, page: Sequence[Line]) -> bool:
    return number < _EDGES or number >= len(page) - _EDGES


def _running_heads(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Find what stands at the head or foot of half the pages, whatever its figures."""
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
