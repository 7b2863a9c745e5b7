"""Lines of a text by offset, and the folded form in which rules compare them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache

from dprk_events.french.folding import unaccented
from dprk_events.reading.characters import BLANK, INVISIBLE, LINE_ENDS

# No nested or overlapping repeats: one pass over the text, whatever is in it.
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_DELETE = {ord(character): None for character in INVISIBLE}
_APOSTROPHES = {ord("’"): "'", ord("ʼ"): "'", ord("œ"): "oe", ord("æ"): "ae"}
_DECORATION = re.compile(r"^[^\w©#\"'«“@+]+|[)\]*_\s]+$")


def lines_of(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of every line that is not blank, white space at its ends left out."""
    for match in _LINE.finditer(text, start):
        line = match[0]
        left = len(line) - len(line.lstrip(BLANK))
        length = len(line.strip(BLANK))
        if length:
            yield match.start() + left, match.start() + left + length


@lru_cache(maxsize=1024)  # the stage asks for a line some five times
def fold(line: str) -> str:
    """Return the form rules are written for: lower case, no accents, plain apostrophes and spaces.

    Bullets, arrows, brackets and Markdown marks at the ends are left out.
    """
    line = unaccented(line.translate(_DELETE)).translate(_APOSTROPHES)
    return _DECORATION.sub("", " ".join(line.split()))


class Lines:
    """The lines of a text that are not blank, numbered. Two machine words each, for huge texts."""

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
        """Return the number of characters of line ``index``."""
        return self.ends[index] - self.starts[index]

    def written(self, index: int) -> str:
        """Return line ``index`` as it is in the text."""
        return self.text[self.starts[index] : self.ends[index]]

    def gap(self, index: int) -> bool:
        """Return whether a blank line, or the text's end, stands before line ``index``."""
        if index in {0, len(self)}:
            return True
        between = self.text[self.ends[index - 1] : self.starts[index]].replace("\r\n", "\n")
        return len(_LINE.sub("", between)) > 1
