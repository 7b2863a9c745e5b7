"""The expressions of ``reference.toml``: how a page states its own date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dprk_events.dates.lexicon import LexiconError, read_toml


@dataclass(frozen=True, slots=True)
class PageWords:
    """Compiled expressions over normalised text with its line ends.

    ``published``, ``updated``, ``town`` and ``ahead`` match what stands before a date, to its end;
    ``agency`` and ``line_end`` what follows it. ``mark`` ends a piece of a line, ``related`` begins
    a block of other articles, ``clock`` is what may stand on its line with the date of an entry,
    ``entry_mark`` parts it from the entry's text.
    """

    published: re.Pattern[str]
    updated: re.Pattern[str]
    ahead: re.Pattern[str]
    town: re.Pattern[str]
    agency: re.Pattern[str]
    line_end: re.Pattern[str]
    mark: re.Pattern[str]
    related: re.Pattern[str]
    clock: re.Pattern[str]
    entry_mark: re.Pattern[str]
    alone: frozenset[str]


@cache
def page_words() -> PageWords:
    """Give the expressions of ``reference.toml``.

    Raises:
        LexiconError: an entry is missing or no regular expression.

    """
    data = read_toml("reference.toml")
    try:
        lists = {key: "|".join(map(str, data[key])) for key in _LISTS}  # type: ignore[call-overload]
        # At the head of its line or behind a mark, so that "un rapport publié le …" is none.
        head = rf"(?:^|\n|[,|•·).-]|\b{data['anywhere']})[ ]*(?:"
        tail = f"){data['joint']}$"
        return PageWords(
            published=re.compile(head + lists["published"] + tail),
            updated=re.compile(head + lists["updated"] + tail),
            ahead=re.compile(rf"\b(?:{lists['ahead']}) *{data['ahead_joint']}[ -]*$"),
            town=re.compile(str(data["town"])),
            agency=re.compile(str(data["agency"])),
            line_end=re.compile(str(data["line_end"])),
            mark=re.compile(str(data["mark"])),
            related=re.compile(rf"(?:^|\n)[^\w\n]*(?:{lists['related']})\b(?P<rest>[^\n]*)"),
            clock=re.compile(str(data["clock"])),
            entry_mark=re.compile(str(data["entry_mark"])),
            alone=frozenset(map(str, data["alone"])),  # type: ignore[call-overload]
        )
    except (KeyError, TypeError, re.error) as error:
        msg = f"reference.toml: {error!r}; needs all keys of the file's first version"
        raise LexiconError(msg) from error


_LISTS = ("published", "updated", "ahead", "related")
