"""Read YAML front matter: the ``---`` block at the head of a text, as note-taking tools write it.

Only lines of the form ``key: value`` are read: this needs no YAML library.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dprk_events.reading.published import parse_timestamp

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|$)")
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_MAX_LINES = 100
_MAX_LINE = 2000
_DATE_KEYS = ("published", "date")
_URL_KEYS = ("url", "link")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values in the block, None if absent; ``end`` is the offset after the block.

    ``unread`` says what is wrong with a date that could not be parsed.
    """

    end: int = 0
    published: dt.date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    unread: str | None = None


def read_front_matter(text: str) -> FrontMatter:
    """Read the block at offset 0; an empty :class:`FrontMatter` (``end`` 0) if there is none.

    A value that is not a date (``date: hier``) counts as unknown.
    """
    first = _LINE.match(text)
    if first is None or first[1].rstrip() != "---" or not first[2]:
        return FrontMatter()
    pairs: dict[str, str] = {}
    at = first.end()
    for _ in range(_MAX_LINES):
        line = _LINE.match(text, at)
        if line is None or len(line[1]) > _MAX_LINE:
            return FrontMatter()
        content = line[1].rstrip()
        if content in {"---", "..."}:
            return _front_matter(at + len(content), pairs) if pairs else FrontMatter()
        if pair := _PAIR.fullmatch(content):
            pairs.setdefault(pair[1].lower(), _scalar(pair[2] or ""))
        elif content and not content.startswith((" ", "\t", "-", "#")):
            return FrontMatter()  # running text below a rule, not front matter
        if not line[2]:
            return FrontMatter()
        at = line.end()
    return FrontMatter()


def _front_matter(end: int, pairs: dict[str, str]) -> FrontMatter:
    def first(*keys: str) -> str | None:
        return next((pairs[key] for key in keys if pairs.get(key)), None)

    published = unread = None
    if (date := first(*_DATE_KEYS)) is not None:
        try:
            published = parse_timestamp(date)
        except ValueError as error:
            unread = str(error)
    return FrontMatter(end, published, first("title"), first(*_URL_KEYS), first("source"), unread)


def _scalar(value: str) -> str:
    """Parse a one-line YAML scalar: quotes and comments removed, null as the empty string."""
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'" and (end := value.find(value[0], 1)) > 0:
        return value[1:end] if value[end + 1 :].lstrip()[:1] in {"", "#"} else value
    value = value.split(" #", 1)[0].rstrip()
    return "" if value in _NULLS or value[:1] in "|>[{&*!" else value
