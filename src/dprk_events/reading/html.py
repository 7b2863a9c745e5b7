"""Extract the text of the article and the metadata in the page's head from HTML.

The work is done by trafilatura (main text, title, site) and htmldate (date), which are an extra:
``pip install 'dprk-events[html]'``.
"""

from __future__ import annotations

import codecs
import datetime as dt
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dprk_events.reading.decoding import Decoded, decode
from dprk_events.reading.errors import UnreadableError, no_html_support
from dprk_events.reading.formats import HTML_SUFFIXES, PACKED_SUFFIXES
from dprk_events.reading.published import parse_timestamp
from dprk_events.reading.related import stands_beside

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# At the start: comments and declarations, then a tag that begins a page or a fragment.
_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|article|main|section|div|h1|p)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"\s[^\s=]")
_ATTRIBUTES = 5000  # of one tag: the parser takes quadratic time in their number
_SNIFFED = 4096  # bytes or characters at the start that are inspected
_LATIN_1 = frozenset({"iso8859-1", "ascii", "latin-1"})  # browsers take these for Windows-1252

_FIRST_DAY, _LAST_DAY = "1990-01-01", "2199-12-31"
"""Bounds of a publication date. Fixed, since htmldate would use the day of the run as the last."""

_STATEMENTS = (
    "//meta[not(contains(@property,'image') or contains(@name,'image'))]"
    " | //link[@rel='canonical']"
    " | //script[@type='application/ld+json' or @type='application/settings+json']"
)

_TIMES = 50
_STATED = 0.95
_SHOWN = 0.8


@dataclass(frozen=True, slots=True)
class Page:
    """The contents of a page. ``confidence`` is that of ``published``: 0.95 if the head states it
    for programs, 0.8 if it is the article's first <time> after the headline.
    """  # noqa: D205 - one sentence

    text: str
    title: str | None
    published: dt.date | None
    confidence: float | None
    url: str | None
    site: str | None


def is_html(text: str, path: str) -> bool:
    """Return whether ``text`` from ``path`` is a page, by how it begins or by its name."""
    if _HTML.match(text[:_SNIFFED]):
        return True
    name = path.lower()
    for packed in PACKED_SUFFIXES:
        name = name.removesuffix(packed)
    return name.endswith(HTML_SUFFIXES) and "<" in text


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares, under Python's name for it."""
    declared = _CHARSET.search(data[:_SNIFFED])
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name if declared else None
    except LookupError:
        return None
    return "cp1252" if name in _LATIN_1 else name


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a page like `decode`, but try the encoding it declares before guessing.

    ``declared`` is the encoding declared by the file that contains the page.
    """
    declared = declared or declared_encoding(data)
    if declared:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return decode(data, declared)
            except UnreadableError:
                pass
    return decode(data)


def read_page(html: str) -> Page:
    """Extract the article from a page.

    The text is the title, a blank line and the main text, or just the main text if that begins
    with the title. The same page and library versions always give the same text.

    Raises:
        UnreadableError: The libraries are not installed, or the page contains no article.

    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
        from lxml.html import HtmlElement  # noqa: PLC0415
    except ImportError as error:
        raise no_html_support() from error
    if any(
        len(_ATTRIBUTE.findall(_QUOTED.sub("", tag))) > _ATTRIBUTES for tag in _TAG.findall(html)
    ):
        raise UnreadableError(
            "unsupported",
            f"A tag in this page has more than {_ATTRIBUTES:,} attributes. Save it as plain text.",
        )
    try:
        tree = trafilatura.load_html(html)
        if not isinstance(tree, HtmlElement):
            raise _no_article()
        published, confidence = _published(tree)
        found: Any = trafilatura.bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "min_date": _FIRST_DAY,
                "max_date": _LAST_DAY,
            },
        )
    except UnreadableError:
        raise
    except Exception as error:  # pages are arbitrary input, and the parsers may fail on them
        raise UnreadableError(
            "unsupported",
            f"This page could not be parsed ({type(error).__name__}). Save it as plain text.",
        ) from error
    if found is None or not (found.text or "").strip():
        raise _no_article()
    title = _words(found.title)
    text = str(found.text)
    if title and title.casefold() not in text[: 2 * len(title)].casefold():
        text = f"{title}\n\n{text}"
    return Page(text, title, published, confidence, _words(found.url), _words(found.sitename))


def _published(tree: HtmlElement) -> tuple[dt.date | None, float | None]:
    """Find the publication date only where the page states it as such.

    Given the whole page, htmldate also considers dates in the running text and in image names, so
    it gets a page that contains only the parts meant for programs.
    """
    from htmldate import find_date  # noqa: PLC0415
    from lxml.html import Element  # noqa: PLC0415

    page, head = Element("html"), Element("head")
    page.append(head)
    for element in tree.xpath(_STATEMENTS):
        copy = deepcopy(element)
        copy.tail = None
        head.append(copy)
    for element in tree.xpath("//*[contains(@itemprop,'datePublished')] | //*[@pubdate]"):
        if stands_beside(element):
            continue
        content = element.get("content") or element.get("datetime") or element.text_content()
        head.append(Element("meta", itemprop="datePublished", content=content))
    found = find_date(
        page,
        extensive_search=False,
        original_date=True,
        deferred_url_extractor=True,
        min_date=_FIRST_DAY,
        max_date=_LAST_DAY,
    )
    if found:
        return dt.date.fromisoformat(found), _STATED
    times = tree.xpath("(//h1)[1]/following::time[@datetime]")[:_TIMES]
    own = next((time for time in times if not stands_beside(time)), None)
    try:
        return (None, None) if own is None else (parse_timestamp(own.get("datetime")), _SHOWN)
    except ValueError:
        return None, None


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _no_article() -> UnreadableError:
    return UnreadableError(
        "no-text",
        "No article was found in this page. Open it, copy the article and save it as plain text.",
    )
