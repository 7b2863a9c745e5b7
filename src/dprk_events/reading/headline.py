"""Find the headline of a text without a title: the first line, if it looks like one."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from dprk_events.reading.article import MaskedRegion
from dprk_events.reading.boilerplate import lines_of

_MAX_CHARS = 200
_MIN_WORDS = 2
_FIRST_LINES = 4  # dates and bylines before the headline
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"(?<!\.\.)\.$|[,;:]$")


@lru_cache(maxsize=2)
def _patterns(key: str) -> re.Pattern[str]:
    data = tomllib.loads(files(__package__).joinpath("headline.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{pattern})" for pattern in data[key]), re.IGNORECASE)


def precedes_headline(line: str) -> bool:
    """Return whether a line of the head of a page stands before its headline: a date, a byline."""
    return len(line) < _MAX_CHARS and _patterns("skip").match(line) is not None


def is_note(line: str) -> bool:
    """Return whether a line is wholly a date of publication or a byline."""
    return len(line) < _MAX_CHARS and _patterns("notes").fullmatch(line) is not None


def find_headline(text: str, masked: Sequence[MaskedRegion]) -> str | None:
    """Return the first unmasked line if it is short, not a sentence, and followed by text."""
    starts = [region.start for region in masked]
    headline: str | None = None
    seen = 0
    for start, end in lines_of(text):
        region = bisect_right(starts, start) - 1
        if region >= 0 and start < masked[region].end:
            if masked[region].end >= end:
                continue
            start = masked[region].end  # noqa: PLW2901 - behind "VIDÉO. "
        if headline is not None:
            return headline
        hidden = starts[region + 1] if region + 1 < len(starts) else end  # "… - Le Figaro"
        line = text[start : min(end, hidden, start + _MAX_CHARS)].rstrip()
        seen += 1
        if precedes_headline(text[start:end]):
            if seen == _FIRST_LINES:
                return None
            continue
        words = len(_WORD.findall(line))
        if end - start >= _MAX_CHARS or words < _MIN_WORDS or _SENTENCE_END.search(line):
            return None
        headline = line.lstrip("# ")  # Markdown
    return None
