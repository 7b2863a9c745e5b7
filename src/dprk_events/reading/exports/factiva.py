"""Read an article of Factiva, saved as HTML with or without field codes, or as RTF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dprk_events.reading.errors import UnreadableError
from dprk_events.reading.exports.entry import Entry, day_in, whole
from dprk_events.reading.exports.markup import line_of, lines_in, parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORDS = re.compile(r"[\d\s.,\u202f\u00a0]+(?:mots|words)", re.I)
_TIME = re.compile(r"\d{1,2}[:h]\d{2}.{0,10}")
_DOCUMENT = re.compile(r"Document ([A-Za-z0-9]{12,40})")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright|tous droits réservés|all rights reserved)", re.I)
_LANGUAGES = frozenset(("français", "french", "anglais", "english"))
_HEAD = 14  # maximum number of lines before the text


def read_factiva(html: str) -> Entry:
    """Read one article of a saved page.

    Raises:
        UnreadableError: There is no text in it, or lxml is not installed.

    """
    tree = parse(html)
    coded = _coded(tree)
    paragraphs = [
        line
        for element in tree.xpath("//p[contains(@class, 'articleParagraph')]")
        for line in lines_in(element)
    ]
    document = coded.get("AN") or " ".join(paragraphs[-1:])
    if paragraphs and _DOCUMENT.fullmatch(paragraphs[-1]):
        paragraphs.pop()
    if not paragraphs:
        raise _no_text()
    title = coded.get("HD") or line_of(
        next(iter(tree.xpath("//*[contains(@class, 'Headline')]")), None)
    )
    head = [coded["PD"], coded.get("SN", "")] if "PD" in coded else _head_lines(tree)
    return _entry(title, head, "\n".join(paragraphs), document)


def read_factiva_text(text: str) -> Entry:
    """Read one article of an RTF export from its text: title, head, paragraphs, number.

    Raises:
        UnreadableError: There is no text in it.

    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    lines = [line for line in lines if line]
    document = lines.pop() if lines and _DOCUMENT.fullmatch(lines[-1]) else ""
    head = next(
        (n for n, line in enumerate(lines[:_HEAD], 1) if _RIGHTS.match(line)),
        next((n for n, line in enumerate(lines[:_HEAD], 1) if line.lower() in _LANGUAGES), 0),
    )
    if head >= len(lines) or not lines:
        raise _no_text()
    if not head:
        return Entry("\n".join(lines), id=_number(document))
    return _entry(lines[0], lines[1:head], "\n".join(lines[head:]), document)


def _entry(title: str | None, head: Sequence[str], text: str, document: str) -> Entry:
    """Build an entry; the newspaper's name follows the date, and the time if there is one."""
    dated = next((n for n, line in enumerate(head) if day_in(line) and len(line) < 40), None)
    source = None
    if dated is not None:
        after = [line for line in head[dated + 1 :] if line and not _TIME.fullmatch(line)]
        source = after[0] if after else None
    return Entry(
        whole(title, text),
        title=title,
        published=None if dated is None else day_in(head[dated]),
        source=source,
        id=_number(document),
        unread="; ".join(head[:5]) if dated is None else None,
    )


def _number(words: str) -> str | None:
    match = _DOCUMENT.fullmatch(words)
    return match[1] if match else None


def _coded(tree: HtmlElement) -> Mapping[str, str]:
    """Return the values by field code (HD, PD, SN, AN …) in an export with field codes."""
    found: dict[str, str] = {}
    for row in tree.xpath("//tr[count(td) = 2]"):
        code, value = (line_of(cell) or "" for cell in row.xpath("./td"))
        if len(code) == 2 and code.isupper():
            found.setdefault(code, value)
    return found


def _head_lines(tree: HtmlElement) -> list[str]:
    """Return the lines between headline and text: author, words, date, time, newspaper."""
    elements = tree.xpath("//*[contains(@class, 'article ')]/div[not(@id='hd')]")
    lines = [line for element in elements[:_HEAD] for line in lines_in(element)]
    return [line for line in lines if not _WORDS.fullmatch(line)]


def _no_text() -> UnreadableError:
    return UnreadableError(
        "no-text", "This article has no text in the export. Export it with its full text."
    )
