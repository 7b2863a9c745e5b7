"""Cut a text into the lines that are parsed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2_000
"""Maximum length in code points. No sentence in the press is as long. Stages that look at whole
sentences take more than linear time in the length of a sentence: the limit keeps the total time
linear in the length of any text."""

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*[\r\n\x85\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?…][\"»”’)]*\s+")


def cut_lines(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield (offset, line) with line ends included; joined, the lines are the text.

    A line of more than ``longest`` code points is cut into several: after a sentence end if
    possible, otherwise at a space.
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
    """Return the last good position for a cut, in the second half of the range if possible."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, (start + limit) // 2, limit)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", start + 1, limit)
    return space + 1 if space > 0 else limit
