"""Same-length normalisation: typography that means nothing to a date is made plain.

Every output character stands for the input character at the same place, so offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLAIN = (
    (" ", "\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2008\t\v\f\u200b"),
    ("'", "\u2019\u2018\u02bc\u00b4`\u2032"),
    ("-", "\u2010\u2011\u2012\u2013\u2014\u2212"),
    ("\n", "\r\u2028\u2029\x85"),
)
# A line end inside a hard-wrapped sentence: at least 30 characters of line, then a small letter or
# digit goes on. Bounded, so that it stays linear.
_WRAP = re.compile(r"(?<=[^\n]{30}[a-zà-ÿ0-9,])(?:\n\n|\n)(?=[a-zà-ÿ0-9])")


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    # A few letters (İ) grow when lower-cased; those stay as they are.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def normalise(text: str, masked: Sequence[tuple[int, int]] = ()) -> str:
    """Lower case, plain apostrophes, hyphens and spaces; masked stretches become line ends.

    Args:
        text: the article text.
        masked: (start, end) code point pairs that must give nothing, in any order.

    Returns:
        A string of the same length.

    """
    for start, end in masked:
        start, end = max(0, start), min(end, len(text))  # noqa: PLW2901
        if start < end:
            text = text[:start] + "\n" * (end - start) + text[end:]
    crlf = "\r\n" in text
    plain = text
    for mark, kinds in _PLAIN:
        for kind in kinds:
            plain = plain.replace(kind, mark)  # far faster than translate: most are not there
    if "\n" in plain:
        # "\n\n" is a paragraph end, unless it was one "\r\n".
        plain = _WRAP.sub(lambda m: _unwrap(m, text, crlf), plain)
    return _lower(plain)


def _unwrap(found: re.Match[str], text: str, crlf: bool) -> str:
    ends = found.group()
    if len(ends) == 1:
        return " "
    return "  " if crlf and text[found.start() : found.end()] == "\r\n" else ends
