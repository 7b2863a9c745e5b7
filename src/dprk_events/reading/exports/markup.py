"""Parse fragments of saved pages with lxml: elements by class, paragraphs as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dprk_events.reading.errors import UnreadableError, no_html_support

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    [
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "section",
        "table",
        "td",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(("script", "style", "aside", "head"))


def parse(html: str) -> HtmlElement:
    """Parse a fragment of a page.

    Raises:
        UnreadableError: lxml is not installed, or cannot parse it.

    """
    try:
        from lxml import html as lxml_html  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise no_html_support() from error
    try:
        return lxml_html.fromstring(f"<div>{html}</div>")
    except Exception as error:  # fragments are arbitrary input, and the parser may fail on them
        raise UnreadableError(
            "unsupported",
            f"This article could not be parsed ({type(error).__name__}). Save it again.",
        ) from error


def by_class(tree: HtmlElement, *names: str) -> HtmlElement | None:
    """Return the first element with one of these classes, in order of preference."""
    for name in names:
        found = tree.xpath(
            "(//*[contains(concat(' ', normalize-space(@class), ' '), $name)])[1]", name=f" {name} "
        )
        if found:
            return found[0]
    return None


def line_of(element: HtmlElement | None) -> str | None:
    """Return the words of an element on one line; None if there are none."""
    return None if element is None else " ".join(element.text_content().split()) or None


def lines_in(element: HtmlElement) -> list[str]:
    """Return the words of an element, one line per block with words."""
    return [line for line in (" ".join(words.split()) for words in _lines(element)) if line]


def _lines(element: HtmlElement) -> Iterator[str]:
    from lxml import etree  # noqa: PLC0415

    words: list[str] = []
    skipped = 0
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        block = isinstance(node.tag, str) and node.tag.lower() in _BLOCKS
        if block:
            yield "".join(words)
            words = []
        if isinstance(node.tag, str) and node.tag.lower() in _SKIPPED:
            skipped += 1 if event == "start" else -1
        text = node.text if event == "start" else node.tail if node is not element else None
        if text and not skipped:
            words.append(text)
    yield "".join(words)
