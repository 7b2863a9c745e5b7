"""One article of an export, :class:`Entry`, and dates as databases write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_MONTHS = {
    name: number
    for names in (
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), 1)
}
_NAMES = "|".join(_MONTHS)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({_NAMES})\s+(\d{{4}})\b", re.I)
_MONTH_FIRST = re.compile(rf"\b({_NAMES})\s+(\d{{1,2}}),?\s+(\d{{4}})\b", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of an export; None where the export has no value.

    ``unread`` is a line that should contain a date, but none could be parsed.
    """

    text: str
    title: str | None = None
    published: dt.date | None = None
    source: str | None = None
    id: str | None = None
    unread: str | None = None


def day_in(words: str) -> dt.date | None:
    """Find the date in a line: "mardi 5 mars 2024 712 mots", "March 5, 2024"; None without one."""
    if match := _DAY_FIRST.search(words):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.search(words):
        month, day, year = match[1], match[2], match[3]
    else:
        return None
    try:
        return dt.date(int(year), _MONTHS[month.lower()], int(day))
    except ValueError:
        return None


def whole(title: str | None, paragraphs: str) -> str:
    """Return the text of an article: its title, a blank line, its paragraphs."""
    if not title or paragraphs.startswith(title):
        return paragraphs
    return f"{title}\n\n{paragraphs}"
