"""Read an article of Europresse: an ``article`` element whose parts have known classes."""

from __future__ import annotations

import datetime as dt
import re

from dprk_events.reading.errors import UnreadableError
from dprk_events.reading.exports.entry import Entry, day_in, whole
from dprk_events.reading.exports.markup import by_class, line_of, lines_in, parse

_NAME_END = re.compile(r"\s*(?:,\s*(?:n[o°º]\.?\s*[\w-]|\d)|\s\(|\s[|–-]\s).*", re.I | re.S)
_NUMBER_DAY = re.compile(r"·(\d{4})(\d{2})(\d{2})·")


def read_europresse(html: str) -> Entry:
    """Read one article; values missing in the export are None.

    Raises:
        UnreadableError: It contains no text, or lxml is not installed.

    """
    tree = parse(html)
    title = line_of(by_class(tree, "titreArticleVisu", "titreArticle", "rdp__articletitle"))
    body = by_class(tree, "docOcurrContainer", "DocText")
    paragraphs = [] if body is None else lines_in(body)
    if not paragraphs:
        raise UnreadableError(
            "no-text", "This article has no text in the export. Export it with its full text."
        )
    head = line_of(by_class(tree, "DocHeader"))
    name = line_of(by_class(tree, "DocPublicationName", "rdp__DocPublicationName"))
    number = line_of(by_class(tree, "publiC-lblNodoc"))
    published = day_in(head or "") or day_in(name or "") or _day_of(number)
    return Entry(
        whole(title, "\n".join(paragraphs)),
        title=title,
        published=published,
        source=None if name is None else _NAME_END.sub("", name).strip() or name,
        id=number,
        unread=head if published is None else None,
    )


def _day_of(number: str | None) -> dt.date | None:
    """Return the date in the number of a document: news·20240305·LM·0123."""
    match = _NUMBER_DAY.search(number or "")
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
