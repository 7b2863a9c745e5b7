"""Explain date expressions: the reading chosen, the reason for it, and the values rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dprk_events.dates import Explanation
from dprk_events.output.printable import one_line, printable
from dprk_events.reading import Published

_UNSAID = re.compile(r"(?:, )?\b\w+=(?:None|False)(?=[,)])")
_OPENED = re.compile(r"\(, ")
_WEEKDAY = re.compile(r"\bweekday=(\d)")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def quote(text: str, start: int, end: int) -> str:
    """Quote code points ``start`` to ``end`` on one line, followed by their offsets."""
    return f"“{one_line(text[start:end])}” {start}–{end}"


def published_words(published: Published) -> str:
    """Describe the publication date, which other dates are resolved against."""
    if published.value is None:
        return "published: unknown; dates that depend on it stay unresolved"
    sure = "" if published.confidence is None else f", confidence {published.confidence:.2f}"
    return f"published: {published.value.isoformat()} (from: {published.source}{sure})"


def date_words(found: Explanation) -> list[str]:
    """Describe in a few lines the value of an expression and the reason for it."""
    timex = found.timex
    part = f" ({timex.part})" if timex.part else ""
    value = f"{timex.value}{part}" if timex.value else f"no value ({timex.kind})"
    lines = [f"“{one_line(timex.text)}” {timex.start}–{timex.end} → {value}"]
    lines.append(f"reason: {found.ground or 'the words alone'}; anchor: {timex.anchor}")
    if found.rejected:
        lines.append(f"rejected: {', '.join(found.rejected)}")
    return [printable(line) for line in lines]


def explained_article(
    path: str, published: Published, dates: Sequence[Explanation]
) -> Iterator[str]:
    """Yield the lines of ``dates --explain`` for the date expressions of one article."""
    yield printable(path)
    yield published_words(published)
    if not dates:
        yield "no date expression"
    for found in dates:
        head, *more = date_words(found)
        yield head
        yield printable(f"    reading: {reading_words(found.reading)} (rule {found.rule})")
        for line in more:
            yield f"    {line}"


def reading_words(reading: str) -> str:
    """Shorten a reading's repr to the fields that are set: ``Day(weekday=Wednesday, day=4)``."""
    short = _OPENED.sub("(", _UNSAID.sub("", reading))
    return _WEEKDAY.sub(lambda match: f"weekday={_DAYS[int(match[1])]}", short)
