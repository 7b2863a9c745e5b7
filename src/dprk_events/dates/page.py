"""What a page is made of: blocks of other articles, and entries with dated headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dprk_events.dates import readings as r
from dprk_events.dates.normalise import normalise
from dprk_events.dates.page_words import page_words
from dprk_events.dates.recognise import Found

#: The line round the date of an entry is no longer than this, to either side.
_LINE = 40
_LINE_END = re.compile(r"[\n\r\x85\u2028\u2029]")
_PARAGRAPH = re.compile(r"\n[ ]*\n")


def related(lines: str) -> list[tuple[int, int]]:
    """Give the blocks of other articles: from "à lire aussi" to the next blank line.

    A heading alone in its paragraph takes the next one in. ``lines`` is normalised text with all
    its line ends; the blocks are (start, end) in it.
    """
    blocks: list[tuple[int, int]] = []
    for found in page_words().related.finditer(lines):
        at = found.end()
        bare = not found["rest"].strip(" :")
        gap = _PARAGRAPH.match(lines, at)
        if bare and gap:
            at = gap.end()
        end = _PARAGRAPH.search(lines, at)
        blocks.append((found.start(), end.start() if end else len(lines)))
    return blocks


def outside(blocks: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in none of the blocks."""
    return not any(start <= offset < end for start, end in blocks)


def entries(text: str, masked: Sequence[tuple[int, int]], found: Sequence[Found]) -> dict[int, int]:
    """Give the entries of a live page or chronicle, by where the dates begin that head them.

    A heading is a day alone on its line, but for a time of day: its entry runs to the next. Or it
    opens a line and a mark follows ("9 octobre 2006 : …"): its entry is the line.

    Returns:
        Start of each heading → end of its entry; empty where there are not two days.

    """
    days = [one for one in found if _is_day(one.reading)]
    ends = {one.start: end for one in days if (end := _entry_end(text, one)) is not None}
    headings = [one for one in days if one.start in ends]
    if len({one.reading for one in headings}) < 2:
        return {}
    others = related(normalise(text, masked, unwrap=False))
    return {start: end for start, end in ends.items() if outside(others, start)}


def _is_day(reading: r.Reading) -> bool:
    return isinstance(reading, r.Day) and reading.day is not None and reading.month is not None


def _entry_end(text: str, one: Found) -> int | None:
    """Give where the entry ends that the date heads, None where it heads none."""
    words = page_words()
    left = normalise(text[max(0, one.start - _LINE) : one.start], unwrap=False)
    right = normalise(text[one.end : one.end + _LINE], unwrap=False)
    _, line_begins, last = left.rpartition("\n")
    if not (line_begins or one.start < _LINE) or not words.clock.fullmatch(last):
        return None
    rest, line_ends, _ = right.partition("\n")
    if (line_ends or one.end + _LINE > len(text)) and words.clock.fullmatch(rest):
        return len(text)
    if words.entry_mark.match(rest):
        end = _LINE_END.search(text, one.end)
        return end.start() if end else len(text)
    return None
