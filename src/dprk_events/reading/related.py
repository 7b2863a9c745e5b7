"""Recognise blocks of a page about other articles, whose dates are not those of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dprk_events.french.word_lists import word_lists

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASIDE = frozenset(("a", "aside", "footer", "li", "nav"))
_HEADINGS = "(.//h2 | .//h3 | .//h4 | .//strong | .//*[contains(@class, 'title')])[1]"
_DEEPEST = 30
_WORDS = re.compile(r"[a-zà-ÿ]+")


def stands_beside(element: HtmlElement) -> bool:
    """Return whether an element is in a block of other articles, by tag, class or heading.

    A block that contains the page's headline belongs to the article, whatever its name.
    """
    for _, block in zip(range(_DEEPEST), element.iterancestors(), strict=False):
        if block.xpath("boolean(.//h1)"):
            return False
        if block.tag in _ASIDE or (block.tag == "article" and _has_headline(block)):
            return True
        if _is_called_so(block) or _is_headed_so(block):
            return True
    return False


def _has_headline(block: HtmlElement) -> bool:
    """Return whether the page's headline is elsewhere, so that this block is another article."""
    return bool(block.xpath("boolean(//h1)"))


def _is_called_so(block: HtmlElement) -> bool:
    names = f"{block.get('class') or ''} {block.get('id') or ''}".lower()
    return not word_lists(__package__, "related.toml")["classes"].isdisjoint(_WORDS.findall(names))


def _is_headed_so(block: HtmlElement) -> bool:
    words = next((" ".join(h.text_content().lower().split()) for h in block.xpath(_HEADINGS)), "")
    return words.startswith(tuple(word_lists(__package__, "related.toml")["headings"]))
