"""Same-length normalisation: typography that means nothing to a date is made plain.

Every output character stands for the input character at the same place, so offsets hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from dprk_events.french.folding import all_plain_signs, lower

# A line end inside a hard-wrapped sentence: at least 30 characters of line, then a small letter or
# digit goes on. Bounded, so that it stays linear.
_WRAP = re.compile(r"(?<=[^\n]{30}[a-zà-ÿ0-9,])(?:\n\n|\n)(?=[a-zà-ÿ0-9])")


def blank(text: str, masked: Sequence[tuple[int, int]]) -> str:
    """Make each masked character a line end, so that nothing is read across it."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(masked):
        first, last = max(at, start), min(end, len(text))
        if first < last:
            parts += (text[at:first], "\n" * (last - first))
            at = last
    return "".join(parts) + text[at:] if parts else text


def composed(text: str) -> tuple[str, list[int]] | None:
    """Give the text with base letters and combining accents joined, None where there are none.

    Returns:
        The joined text, and for each of its characters (and its end) the place in ``text``.

    """
    if not _ACCENT.search(text):
        return None
    joined: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        both = unicodedata.normalize("NFC", joined[-1] + char) if joined else char
        if joined and unicodedata.combining(char) and len(both) == 1:
            joined[-1] = both
        else:
            joined.append(char)
            places.append(place)
    return "".join(joined), [*places, len(text)]


_ACCENT = re.compile("[\u0300-\u036f]")


def normalise(text: str, masked: Sequence[tuple[int, int]] = (), *, unwrap: bool = True) -> str:
    """Lower case, plain apostrophes, hyphens and spaces; masked stretches become line ends.

    Args:
        text: the article text.
        masked: (start, end) code point pairs that must give nothing, in any order.
        unwrap: make the line ends inside a hard-wrapped sentence blanks; without, each line end
            stays, for what is read line by line.

    Returns:
        A string of the same length.

    """
    text = blank(text, masked)
    crlf = "\r\n" in text
    plain = all_plain_signs(text)
    if unwrap and "\n" in plain:
        # "\n\n" is a paragraph end, unless it was one "\r\n".
        plain = _WRAP.sub(lambda m: _unwrap(m, text, crlf), plain)
    return lower(plain)


def _unwrap(found: re.Match[str], text: str, crlf: bool) -> str:
    ends = found.group()
    if len(ends) == 1:
        return " "
    return "  " if crlf and text[found.start() : found.end()] == "\r\n" else ends
