"""Split a text into lines by offset, and fold lines for comparison with rules."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache

from dprk_events.french.folding import unaccented
from dprk_events.reading.characters import BLANK, INVISIBLE, LINE_ENDS

# No nested or overlapping repeats: one pass over any text.
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_DELETE = {ord(character): None for character in INVISIBLE}
_APOSTROPHES = {ord("’"): "'", ord("ʼ"): "'", ord("œ"): "oe", ord("æ"): "ae"}
_DECORATION = re.compile(r"^[^\w©#\"'«“@+]+|[)\]*_\s]+$")


def lines_of(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every non-blank line, without white space at its ends."""
    for match in _LINE.finditer(text, start):
        line = match[0]
        left = len(line) - len(line.lstrip(BLANK))
        length = len(line.strip(BLANK))
        if length:
            yield match.start() + left, match.start() + left + length


@lru_cache(maxsize=1024)  # each line is folded some five times
def fold(line: str) -> str:
    """Return the form that rules match: lower case, no accents, plain apostrophes and spaces.

    Bullets, arrows, brackets and Markdown marks at the ends are removed.
    """
    line = unaccented(line.translate(_DELETE)).translate(_APOSTROPHES)
    return _DECORATION.sub("", " ".join(line.split()))


class Lines:
    """The non-blank lines of a text by number; two machine words each, to suit huge texts."""

    def __init__(self, text: str, start: int = 0) -> None:
        self.text = text
        self.starts = array("q")
        self.ends = array("q")
        for first, last in lines_of(text, start):
            self.starts.append(first)
            self.ends.append(last)

    def __len__(self) -> int:
        return len(self.starts)

    def length(self, index: int) -> int:
        """Return the number of characters in line ``index``."""
        return self.ends[index] - self.starts[index]

    def written(self, index: int) -> str:
        """Return line ``index`` as written in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> bool:
        """Return whether a blank line, or either end of the text, precedes line ``index``."""
        if index in {0, len(self)}:
            return True
        between = self.text[self.ends[index - 1] : self.starts[index]].replace("\r\n", "\n")
        return len(_LINE.sub("", between)) > 1
