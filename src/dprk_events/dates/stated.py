"""The date that a page states at its head: "publié le", a dateline, a date alone on its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import make_day
from dprk_events.dates.inferred import anchor_of
from dprk_events.dates.page_words import page_words
from dprk_events.dates.recognise import Found
from dprk_events.reading.article import Published

#: A dateline stands this near to the head of the readable text, in code points.
HEAD = 700
_STATED, _UPDATED, _DATELINE, _LONE, _YEARLESS = 0.95, 0.85, 0.9, 0.85, 0.55


@dataclass(frozen=True, slots=True)
class Page:
    """One text in three forms of the same length: as it is read, normalised, and line by line."""

    text: str
    plain: str
    lines: str


def stated(page: Page, found: Sequence[Found]) -> Published | None:
    """Give the date at the head; of several the surest, of those the first.

    ``found`` are the date expressions in order, without those of blocks of other articles.
    """
    head = len(page.plain) - len(page.plain.lstrip()) + HEAD
    best: tuple[float, int, dt.date] | None = None
    for one in found:
        if one.start > head:
            break
        confidence = _confidence(page, one)
        if confidence is None:
            continue
        date = _exact(one.reading)
        if date is None:
            date, confidence = _with_year(one.reading, page.plain, found), _YEARLESS
        if date and (best is None or confidence > best[0]):
            best = confidence, -one.start, date
    return Published(best[2], "text", round(best[0], 2)) if best else None


def _goes_on(page: Page, one: Found) -> bool:
    """Whether the date's line lies amid a sentence that was broken at a width.

    It begins in lower case, and so does the next: "un rapport / publié le 4 juin par le comité /
    des sanctions". Under a title a line in lower case stands by itself.
    """
    begin = page.lines.rfind("\n", 0, one.start) + 1
    end = page.lines.find("\n", one.end)
    above = page.text[begin : one.start].lstrip()[:1]
    below = page.text[end + 1 : end + 2] if end >= 0 else ""
    return above.islower() and below.islower()


def _exact(reading: r.Reading) -> dt.date | None:
    if isinstance(reading, r.Day) and reading.year and reading.month and reading.day:
        return make_day(reading.year, reading.month, reading.day)
    return None


def _with_year(reading: r.Reading, plain: str, found: Sequence[Found]) -> dt.date | None:
    """Give a dateline without a year ("SÉOUL, 3 mars (Yonhap)"): the first one after the anchor."""
    if not isinstance(reading, r.Day) or not reading.day or not reading.month:
        return None
    anchor = anchor_of(plain, found)
    if anchor is None or not anchor.fine:
        return None
    for year in (anchor.day.year, anchor.day.year + 1):
        date = make_day(year, reading.month, reading.day)
        if date and date >= anchor.day:
            return date if reading.weekday in (None, date.weekday()) else None
    return None


#: What is looked at before and behind a date.
_LEFT, _RIGHT = 60, 40


def _confidence(page: Page, one: Found) -> float | None:
    """How sure it is that the date is the article's own; None where it is not."""
    words = page_words()
    left = page.lines[max(0, one.start - _LEFT) : one.start]
    right = page.lines[one.end : one.end + _RIGHT]
    alone = words.line_end.match(right) is not None and not _goes_on(page, one)
    if alone and words.published.search(left):
        return _STATED
    if alone and words.updated.search(left):
        return _UPDATED
    if words.town.search(left) and words.agency.match(right):
        return _DATELINE
    line = left.rsplit("\n", 1)[-1]
    if line.strip(" (") in words.alone and re.match(r"[ )]*(?:[.,] ?[-\d]|[-|•·]|\n|$)", right):
        return _LONE
    return _LONE if alone and words.mark.search(line) else None
