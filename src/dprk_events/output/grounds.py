"""Date expressions in words: the reading chosen, its ground and the values rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dprk_events.dates import Explanation
from dprk_events.output.plain import one_line, plain
from dprk_events.reading import Published

_UNSAID = re.compile(r"(?:, )?\b\w+=(?:None|False)(?=[,)])")
_OPENED = re.compile(r"\(, ")
_WEEKDAY = re.compile(r"\bweekday=(\d)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def quote(text: str, start: int, end: int) -> str:
    """Quote code points ``start`` to ``end`` on one line, and say where they stand."""
    return f"“{one_line(text[start:end])}” {start}–{end}"


def published_words(published: Published) -> str:
    """Say which date the others are read against."""
    if published.value is None:
        return "published: unknown; dates that hang on it stay open"
    sure = "" if published.confidence is None else f", confidence {published.confidence:.2f}"
    return f"published: {published.value.isoformat()} (from: {published.source}{sure})"


def date_words(found: Explanation) -> list[str]:
    """Say in a few lines what an expression reads as and why."""
    timex = found.timex
    part = f" ({timex.part})" if timex.part else ""
    value = f"{timex.value}{part}" if timex.value else f"no value ({timex.kind})"
    lines = [f"“{one_line(timex.text)}” {timex.start}–{timex.end} → {value}"]
    lines.append(f"ground: {found.ground or 'the words alone'}; anchor: {timex.anchor}")
    if found.rejected:
        lines.append(f"rejected: {', '.join(found.rejected)}")
    return [plain(line) for line in lines]


def explained_article(
    path: str, published: Published, dates: Sequence[Explanation]
) -> Iterator[str]:
    """Give the lines of ``dates --explain`` for the date expressions of one article."""
    yield plain(path)
    yield published_words(published)
    if not dates:
        yield "no date expression"
    for found in dates:
        head, *more = date_words(found)
        yield head
        yield plain(f"    reading: {reading_words(found.reading)} (rule {found.rule})")
        for line in more:
            yield f"    {line}"


def reading_words(reading: str) -> str:
    """Shorten the form of a reading to what is said: ``Day(weekday=Wednesday, day=4)``."""
    short = _OPENED.sub("(", _UNSAID.sub("", reading))
    return _WEEKDAY.sub(lambda match: f"weekday={_DAYS[int(match[1])]}", short)
