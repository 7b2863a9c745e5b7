"""Cut a text into the pieces that are parsed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2_000
"""Code points. No sentence of the press is as long, and the time of the stages that look at whole
sentences grows faster than a sentence: so it grows with the length of the text, whatever it is."""

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*[\r\n\x85\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?…][\"»”’)]*\s+")


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield (offset, piece): lines with their line ends; together they are the text.

    A line of more than ``longest`` code points is cut after a sentence end, else at a space.
    """
    for match in _LINE.finditer(text):
        start, end = match.span()
        while end - start > longest:
            cut = _cut(text, start, start + longest)
            yield start, text[start:cut]
            start = cut
        if start < end:
            yield start, text[start:end]


def _cut(text: str, start: int, limit: int) -> int:
    """Find where to cut, as late as can be: in the second half of what is there, if it can be."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, (start + limit) // 2, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > 0 else limit
