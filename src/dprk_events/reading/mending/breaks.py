"""Find line ends in the middle of a sentence, as in text wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dprk_events.reading.alignment import Edit
from dprk_events.reading.mending.hyphens import stays
from dprk_events.reading.mending.lines import LONGEST, Line, lines_on_page

_AT_ONCE = 10_000  # lines
_SHORTEST = 6  # minimum length of a line that can be broken
_LEAST = 20  # minimum length of a line that is evidence of a width
_ENOUGH = 3  # minimum number of lines that clearly continue, as evidence
_NEARLY = 0.85  # share of the width to which a line is filled, the next line's first word included
_MOST = 0.8  # share of the lines for which that must hold
_HALF = 0.5
_SENTENCE = 25  # minimum length of a line that is neither a menu entry nor a tag
_SENTENCE_WORDS = 4
_TAIL_WORDS = 3
_PART = re.compile(r"[^\W_]+(?:[-‐'’][^\W_]+)*[-‐]$")
_NEXT = re.compile(r"[^\W_]+(?:[-‐](?=[^\W_]))?")


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line, with the lines before and after it and properties of their block.

    A block is the text between blank lines; ``open`` is the number of its line ends that are
    clearly inside a sentence, ``widest`` is the length of its longest line.
    """

    above: Line
    below: Line
    open: int
    widest: int
    ends: bool
    """Whether the block's last line ends a sentence."""
    begins: bool
    """Whether the block's first line does not begin in lower case."""
    last: bool
    """Whether ``below`` is the block's last line."""

    @property
    def fill(self) -> int:
        """The length of the line with the next line's first word appended."""
        return len(self.above) + 1 + self.below.first


@dataclass(frozen=True, slots=True)
class Width:
    """The width at which a text was wrapped: the longest line, and the least fill of a line."""

    longest: int
    least: int


def joins(text: str, start: int = 0) -> list[Edit]:
    """Find the line ends of ``text`` from ``start`` on that are inside a sentence.

    Returns:
        Sorted edits that replace each with a space, or with nothing inside a broken word.

    """
    if not any(_may_go_on(a, b) for a, b in pairwise(lines_on_page(text, start))):
        return []
    return [edit for lines in _portions(lines_on_page(text, start)) for edit in _joins(text, lines)]


def _portions(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Yield the lines in portions, to bound memory; each repeats the last line before it."""
    portion: list[Line] = []
    while more := list(islice(lines, _AT_ONCE)):
        portion = [*portion[-1:], *more]
        yield portion


def _joins(text: str, lines: Sequence[Line]) -> list[Edit]:
    breaks = list(_breaks(lines))
    near = _width([b for b in breaks if not b.below.gap])
    far = _width([b for b in breaks if b.below.gap == 1])
    return [
        _edit(text, found)
        for found in breaks
        if _joined(found, far if found.below.gap else near, near)
    ]


def _may_go_on(above: Line, below: Line) -> bool:
    """Return whether there is any sign of a broken line: most texts have none."""
    if below.gap > 1 or len(above) < _SHORTEST or (len(above) > LONGEST and not above.hyphen):
        return False
    plainly = above.hyphen or above.unfinished or _goes_on(above, below)
    plainly = plainly or (above.begun_number and below.thousands)
    return plainly or _is_tail(above, below) or (above.surname and below.given_name)


def _is_tail(above: Line, below: Line) -> bool:
    """Return whether a few words and a full stop follow a long line that has none."""
    if above.stops or not below.stops or len(below) > _SENTENCE:
        return False
    return _is_long(above) and len(below.tokens) <= _TAIL_WORDS


def _is_long(line: Line) -> bool:
    """Return whether a line is as long as a sentence, which menu entries and tags seldom are."""
    return len(line) >= _SENTENCE and len(line.tokens) >= _SENTENCE_WORDS


def _goes_on(above: Line, below: Line) -> bool:
    """Return whether a sentence clearly continues across the line end."""
    if above.stops or below.item or above.apart or below.apart:
        return False
    if above.shouts and below.shouts:
        return below.going_on or above.unfinished
    return below.initial.islower()


def _breaks(lines: Sequence[Line]) -> Iterator[Break]:
    """Yield the line ends that may be joined, block by block."""
    first = 0
    for last in range(1, len(lines) + 1):
        if last < len(lines) and not lines[last].gap:
            continue
        yield from _block(lines[first:last])
        if last < len(lines) and lines[last].gap == 1:
            yield from _block(lines[last - 1 : last + 1])
        first = last


def _block(block: Sequence[Line]) -> Iterator[Break]:
    pairs = list(pairwise(block))
    goes_on = sum(a.unfinished or a.hyphen or _goes_on(a, b) for a, b in pairs)
    widest = max(map(len, block))
    for above, below in pairs:
        if (len(above) <= LONGEST or above.hyphen) and above.quoted == below.quoted:
            yield Break(
                above, below, goes_on, widest, block[-1].stops,
                not block[0].initial.islower(), below is block[-1],
            )  # fmt: skip


def _width(breaks: Sequence[Break]) -> Width | None:
    """Infer the width of a wrapped text from the lines that clearly continue; None if unwrapped."""
    plain = [b for b in breaks if _goes_on(b.above, b.below) and len(b.above) >= _LEAST]
    if len(plain) < _ENOUGH:
        return None
    lengths = sorted(len(b.above) for b in plain)
    for longest in sorted(set(lengths), reverse=True):
        inside = [b.fill for b in plain if len(b.above) <= longest]
        if len(inside) < max(_ENOUGH, _MOST * len(plain)):
            return None
        full = sorted(fill for fill in inside if fill >= _NEARLY * longest)
        if len(full) >= _MOST * len(inside):
            return Width(longest, min(longest + 1, full[len(full) // 20]))
    return None


def _joined(found: Break, width: Width | None, near: Width | None) -> bool:
    rules = _AT_A_WIDTH if width else _ALONE
    asked = width or near or Width(0, 0)
    return next(said for rule in rules if (said := rule(found, asked)) is not None)


Rule = Callable[[Break, Width], bool | None]


def _is_apart(b: Break, width: Width) -> bool | None:
    """Keep table rows and list entries apart; a dash may be part of a sentence."""
    if b.above.apart or b.below.apart:
        return False
    dashed = b.below.dash and not b.above.stops and width.least and b.fill >= width.least
    # "Hwasong- / 17. Le régime": the hyphen says that this is no entry of a list.
    numbered = b.above.hyphen and b.below.initial.isdigit()
    return False if b.below.item and not dashed and not numbered else None


def _is_wide(b: Break, width: Width) -> bool | None:
    return False if len(b.above) > width.longest * 1.25 else None


def _is_indented(b: Break, _: Width) -> bool | None:
    """Keep a paragraph that begins with an indent apart."""
    deeper = b.below.indent > b.above.indent + 1
    return False if b.above.stops and deeper and not b.above.item else None


def _is_broken_word(b: Break, _: Width) -> bool | None:
    return True if b.above.hyphen and b.below.initial.isalnum() else None


def _is_broken_number(b: Break, _: Width) -> bool | None:
    """Join thousands ("3 / 000 sapeurs"), where a line under figures is no row of figures."""
    parted = b.above.begun_number and b.below.thousands and not b.below.gap
    return True if parted and (_is_long(b.above) or _is_long(b.below)) else None


def _is_sentence_at_width(b: Break, width: Width) -> bool | None:
    on = _goes_on(b.above, b.below) or (b.above.unfinished and not b.below.gap)
    return True if on and len(b.above) >= _HALF * width.longest else None


def _is_full(b: Break, width: Width) -> bool | None:
    """Join if the next word did not fit on the line, but not a blank line after a sentence."""
    if b.below.gap and b.above.stops:
        return False
    return True if b.fill >= width.least else None


def _is_no_paragraph(b: Break, _: Width) -> bool | None:
    """Keep tags, one per line, apart."""
    return False if not (b.begins or (b.below.gap and _is_long(b.above))) else None


def _is_sentence(b: Break, _: Width) -> bool | None:
    """Join a line that continues in lower case and is not a menu entry."""
    if not _goes_on(b.above, b.below):
        return None
    long = _is_long(b.above)
    if b.below.gap:
        return True if long else None
    return True if long or b.ends or (b.below.going_on and b.above.unfinished) else None


def _is_before_name(b: Break, _: Width) -> bool | None:
    """Join a name that continues: "des obus à la / Russie", "reçu par Kim / Jong-un."."""
    if b.below.gap or b.above.stops or not b.ends:
        return None
    if b.above.unfinished:
        return True if b.open > 1 or _is_long(b.above) else None
    tail = b.last and _is_tail(b.above, b.below)
    tail = tail or (b.above.surname and b.below.given_name)
    return True if tail or (b.open and b.fill > b.widest) else None


def _is_line(_: Break, __: Width) -> bool | None:
    return False


_AT_A_WIDTH: tuple[Rule, ...] = (
    _is_apart,
    _is_broken_word,
    _is_broken_number,
    _is_wide,
    _is_indented,
    _is_sentence_at_width,
    _is_full,
    _is_line,
)
_ALONE: tuple[Rule, ...] = (
    _is_apart,
    _is_no_paragraph,
    _is_broken_word,
    _is_broken_number,
    _is_sentence,
    _is_before_name,
    _is_line,
)


def _edit(text: str, found: Break) -> Edit:
    """Replace the line end with a space, or with nothing after a hyphen; drop a breaking hyphen."""
    end, start = found.above.end, found.below.start
    part = _PART.search(text, max(found.above.start, end - 60), end)
    if part is None or not found.above.hyphen:
        return Edit(end, start, "" if text[end - 1] in "’'" else " ")
    rest = _NEXT.match(text, start)  # with the hyphen after it, if there is one
    before = text[found.above.start : part.start()]
    if rest is None or stays(before, part[0][:-1], rest[0], text):
        return Edit(end, start, "")
    return Edit(end - 1, start, "")
