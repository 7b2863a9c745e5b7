"""Cut a text into the pieces that are parsed one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 50_000  # code points; spaCy's parser needs about 1 GB for a million
_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*[\r\n\x85\u2028\u2029]*")
_SENTENCE_END = re.compile(r"[.!?…][\"»”’)]*\s+")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " ") | {"’": "'", "ʼ": "'"})


def plain(text: str) -> str:
    """Return the text with ’ as ' and no-break spaces as spaces: the same length.

    The French models were trained on text with these characters.
    """
    return text.translate(_SPACES)


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """Yield (offset, piece): lines with their line ends; together they are the text.

    A line of more than ``longest`` code points is cut after a sentence end, else at a space.
    """
    for match in _LINE.finditer(text):
        start, line = match.start(), match.group()
        while len(line) > longest:
            cut = _cut(line, longest)
            yield start, line[:cut]
            start, line = start + cut, line[cut:]
        if line:
            yield start, line


def _cut(line: str, longest: int) -> int:
    ends = [m.end() for m in _SENTENCE_END.finditer(line, longest // 2, longest)]
    if ends:
        return ends[-1]
    space = line.rfind(" ", 1, longest)
    return space + 1 if space > 0 else longest
