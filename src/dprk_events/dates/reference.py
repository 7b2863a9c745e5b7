"""The reference date of an article: given, stated at its head, inferred, or none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import make_day
from dprk_events.dates.find import Found, recognise
from dprk_events.dates.lexicon import LexiconError, read_toml
from dprk_events.dates.normalise import normalise
from dprk_events.dates.tense import guess_tense
from dprk_events.reading.article import Article, Published

#: A dateline stands this near to the head of the readable text, in code points.
HEAD = 700
_STATED, _UPDATED, _DATELINE, _LONE, _INFERRED, _YEARLESS = 0.95, 0.85, 0.9, 0.85, 0.6, 0.55

#: Articles copied from the web are not older than it.
_WEB = 1990
#: Days that a weekday's date may lie before and after the latest past date said with its year.
_BACK, _FORTH = 45, 370


@dataclass(frozen=True, slots=True)
class _Heads:
    published: re.Pattern[str]
    updated: re.Pattern[str]
    ahead: re.Pattern[str]
    town: re.Pattern[str]
    agency: re.Pattern[str]
    line_end: re.Pattern[str]
    alone: frozenset[str]


@cache
def _heads() -> _Heads:
    """Give the patterns of ``reference.toml``.

    Raises:
        LexiconError: an entry is missing or no regular expression.

    """
    data = read_toml("reference.toml")
    try:
        words = {k: "|".join(map(str, data[k])) for k in ("published", "updated", "ahead")}  # type: ignore[call-overload]
        # At the head of its line or behind a mark, so that "un rapport publié le …" is none.
        head = rf"(?:^|\n|[,|•·).-]|\b{data['anywhere']})[ ]*(?:"
        tail = f"){data['joint']}$"
        return _Heads(
            re.compile(head + words["published"] + tail),
            re.compile(head + words["updated"] + tail),
            re.compile(rf"\b(?:{words['ahead']}) *{data['ahead_joint']}[ -]*$"),
            re.compile(str(data["town"])),
            re.compile(str(data["agency"])),
            re.compile(str(data["line_end"])),
            frozenset(map(str, data["alone"])),  # type: ignore[call-overload]
        )
    except (KeyError, TypeError, re.error) as error:
        msg = f"reference.toml: {error!r}; needs all keys of the file's first version"
        raise LexiconError(msg) from error


def find_reference(article: Article) -> Published:
    """Give the publication date of ``article`` and its ground.

    One that the article already carries stands. Else a dateline or "publié le …" at the head of the
    readable text; else what the text's own constraints leave over: a weekday with day and month
    beside an explicit year ("jeudi 4 janvier" after "octobre 2023" is 2024). Masked regions prove
    nothing, the clock is never asked.
    """
    if article.published.value is not None:
        return article.published
    text = article.text
    plain = normalise(text, [(m.start, m.end) for m in article.masked])
    found = recognise(text, plain)
    stated = _stated(plain, found)
    return stated or _inferred(plain, found) or Published()


def _exact(reading: r.Reading) -> dt.date | None:
    if isinstance(reading, r.Day) and reading.year and reading.month and reading.day:
        return make_day(reading.year, reading.month, reading.day)
    return None


def _stated(plain: str, found: Sequence[Found]) -> Published | None:
    """Give a date at the head: "publié le", a dateline, or a date alone on its line."""
    head = len(plain) - len(plain.lstrip()) + HEAD
    best: tuple[float, int, dt.date] | None = None
    for one in found:
        if one.start > head:
            break
        confidence = _dateline(plain, one)
        if confidence is None:
            continue
        date = _exact(one.reading)
        if date is None:
            date, confidence = _with_year(one.reading, plain, found), _YEARLESS
        if date and (best is None or confidence > best[0]):
            best = confidence, -one.start, date
    return Published(best[2], "text", round(best[0], 2)) if best else None


def _with_year(reading: r.Reading, plain: str, found: Sequence[Found]) -> dt.date | None:
    """Give a dateline without a year ("SÉOUL, 3 mars (Yonhap)"): the first one after the anchor."""
    if not isinstance(reading, r.Day) or not reading.day or not reading.month:
        return None
    anchor = _anchor(plain, found)
    if anchor is None or not anchor.fine:
        return None
    for year in (anchor.day.year, anchor.day.year + 1):
        date = make_day(year, reading.month, reading.day)
        if date and date >= anchor.day:
            return date if reading.weekday in (None, date.weekday()) else None
    return None


def _dateline(plain: str, one: Found) -> float | None:
    """How sure it is that the date is the article's own; None where it is not."""
    left = plain[max(0, one.start - 60) : one.start]
    right = plain[one.end : one.end + 40]
    alone = _heads().line_end.match(right) is not None
    if alone and _heads().published.search(left):
        return _STATED
    if alone and _heads().updated.search(left):
        return _UPDATED
    if _heads().town.search(left) and _heads().agency.match(right):
        return _DATELINE
    line = left.rsplit("\n", 1)[-1]
    if line.strip(" (") in _heads().alone and re.match(r"[ )]*(?:[.,] ?[-\d]|[-|•·]|\n|$)", right):
        return _LONE
    return None


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A past date with its year said: its first day, and whether a month was said."""

    day: dt.date
    fine: bool


def _anchor(plain: str, found: Sequence[Found]) -> _Anchor | None:
    """Give the latest past date with a year, if it carries: a month with it, or company.

    A lone year ("depuis la guerre de 1950") tells nothing of when the article was written.
    """
    anchors: list[_Anchor] = []
    for one in found:
        reading = one.reading
        inner = reading.inner if isinstance(reading, r.PartOf | r.About | r.Since) else reading
        if not isinstance(inner, r.Day | r.Month | r.Year | r.Season) or not inner.year:
            continue
        ahead = _heads().ahead.search(plain[max(0, one.start - 20) : one.start])
        if ahead or guess_tense(plain, one.start, one.end).tense == "future":
            continue
        month = inner.month if isinstance(inner, r.Day | r.Month) else None
        day = make_day(inner.year, month or 1, 1)
        if day and inner.year >= _WEB:
            anchors.append(_Anchor(day, month is not None))
    if not anchors:
        return None
    latest = max(anchors, key=lambda a: (a.day, a.fine))
    company = sum(a.day.year >= latest.day.year - 1 for a in anchors)
    return latest if latest.fine or company > 1 else None


def _pinned(day: r.Day, anchor: _Anchor) -> dt.date | None:
    """Give the date near the anchor on which the weekday is right.

    A weekday and day come back after 5 years at the soonest, so there is one at most.
    """
    if day.weekday is None or not day.day or not day.month or day.year:
        return None
    first = anchor.day - dt.timedelta(days=_BACK)
    last = anchor.day + dt.timedelta(days=_FORTH if anchor.fine else _FORTH + 365)
    for year in range(first.year, last.year + 1):
        date = make_day(year, day.month, day.day)
        if date and first <= date <= last and date.weekday() == day.weekday:
            return date
    return None


def _inferred(plain: str, found: Sequence[Found]) -> Published | None:
    days = [one.reading for one in found if isinstance(one.reading, r.Day)]
    constraints = [d for d in days if d.weekday is not None and d.day and d.month and not d.year]
    anchor = _anchor(plain, found) if constraints else None
    if anchor is None:
        return None
    pinned = [_pinned(d, anchor) for d in constraints]
    dates = [d for d in pinned if d]
    # One weekday that fits no year near the anchor speaks against them all.
    if len(dates) < len(pinned) or max(dates) - min(dates) > dt.timedelta(days=60):
        return None
    several = len(set(dates)) > 1
    if not anchor.fine:
        # A bare year is often far from the article's own; one weekday fits by chance 2 times of 7.
        return Published(max(dates), "text", _INFERRED - 0.1) if several else None
    return Published(max(dates), "text", _INFERRED + (0.1 if several else 0.0))
