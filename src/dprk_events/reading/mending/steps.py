"""Repair characters in an ordered list of small steps, each a pattern and a replacement."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dprk_events.reading.alignment import Edit
from dprk_events.reading.characters import INVISIBLE
from dprk_events.reading.mending.mojibake import BROKEN, repaired

_SPACES = "\t \u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_ODD_SPACES = _SPACES.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
_ENTITY = re.compile(r"&(?:amp;)?(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_LINE_TAG = re.compile(r"<(?:br|/p|p|/div|div|/li|li)(?:\s[^<>]{0,300})?/?>", re.I)
_TAG = re.compile(r"</?(?:a|abbr|b|em|font|i|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?>", re.I)
# A soft hyphen at a line end means that the word continues; old scanners wrote ¬ for it.
_SOFT_BREAK = re.compile(r"(?<=\w)[\u00ad¬][\t ]*(?:\r\n|\r|\n)[\t ]*(?=\w)")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
# Markdown, as clippers of web pages write it: pictures, links, words in bold.
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}(?: \"[^\"\n]{0,200}\")?\)")
_LINK_END = r"\]\((?:https?://|/|#)[^()\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
_LINK = re.compile(rf"(?<!!)\[(?=[^\[\]\n]{{1,300}}{_LINK_END})|{_LINK_END}")
_BOLD = re.compile(r"\*\*(?=[\w«\"“(\[])|(?<=[\w»\"”).,;:!?…])\*\*")
# The large first letter of an article, which PDF and pages set apart; "A" and "Y" may be words.
_DROPPED = re.compile(r"(?m)(?<=^[B-XZÉÈÊ])[\t ]*(?:\r\n|\r|\n)+(?=[a-zà-öø-ÿ’'][^\n]{30})")
_APART = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_RUN = re.compile(rf"(?<=[^\s])(?:[{_SPACES}]{{2,}}|[{_ODD_SPACES}])(?=[^\s])")


class Step(NamedTuple):
    """``mend`` returns the replacement of a match of ``pattern``; None to leave it unchanged."""

    name: str
    pattern: re.Pattern[str]
    mend: Callable[[re.Match[str]], str | None]

    def edits(self, text: str, start: int) -> Iterator[Edit]:
        """Yield the edits of ``text`` from offset ``start`` on."""
        for match in self.pattern.finditer(text, start):
            instead = self.mend(match)
            if instead is not None and instead != match[0]:
                yield Edit(match.start(), match.end(), instead)


def _unescaped(match: re.Match[str]) -> str | None:
    """Resolve a character reference, possibly escaped twice."""
    words = html.unescape(html.unescape(match[0]))
    printable = len(words) == 1 and (words.isprintable() or words in _SPACES + INVISIBLE)
    printable = printable and words != "\ufffd"
    return words if printable else None


STEPS = (
    Step("mojibake", BROKEN, repaired),
    Step("entities", _ENTITY, _unescaped),
    Step("tags", _LINE_TAG, lambda _: "\n"),
    Step("tags", _TAG, lambda _: ""),
    Step("markdown", _PICTURE, lambda _: ""),
    Step("markdown", _LINK, lambda _: ""),
    Step("markdown", _BOLD, lambda _: ""),
    Step("drop-capitals", _DROPPED, lambda _: ""),
    Step("soft-hyphens", _SOFT_BREAK, lambda _: ""),
    Step("invisible", _INVISIBLE, lambda _: ""),
    Step("accents-apart", _APART, lambda match: unicodedata.normalize("NFC", match[0])),
    Step("ligatures", _LIGATURE, lambda match: unicodedata.normalize("NFKC", match[0])),
)
"""In the order of repair: the damage done last is repaired first."""

SPACES = Step("spaces", _RUN, lambda _: " ")
"""Applied after joining lines, since tables are recognised by their spaces."""
