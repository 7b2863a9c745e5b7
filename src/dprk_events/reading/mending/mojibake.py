"""French letters saved as UTF-8 and read as something else by an earlier program."""

from __future__ import annotations

import re
from functools import lru_cache

_FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒ«»’‘“”–—…€°"
_WRONG = ("cp1252", "latin-1")


def _misread(letters: str, encoding: str) -> str:
    return letters.encode("utf-8").decode(encoding, "ignore")


def _table() -> dict[str, str]:
    """Map each broken form to its letter, those that were broken twice too."""
    table: dict[str, str] = {}
    for encoding in _WRONG:
        for letter in _FRENCH:
            once = _misread(letter, encoding)
            for broken in (once, _misread(once, encoding)):
                if len(broken) > 1:
                    table.setdefault(broken, letter)
    return table


_TABLE = _table()
_MARK = "Ã"
BROKEN = re.compile(
    "|".join(
        [re.escape(broken) for broken in sorted(_TABLE, key=lambda b: (-len(b), b))]
        + [rf"{_MARK}(?= )(?<![^\W\d_]{_MARK})"]
    )
)
"""What is broken. The last: à whose second half, a no-break space, an editor made a space.

All begin with a letter of their own, so that the search goes from one such letter to the next.
"""


def repaired(match: re.Match[str]) -> str | None:
    """Give the letter that a match of `BROKEN` stands for."""
    if match[0] == _MARK:
        return "à" if _has_more(match.string) else None
    return _TABLE[match[0]]


@lru_cache(maxsize=4)
def _has_more(text: str) -> bool:
    """Say whether other letters of the text are broken too: a lone Ã may be meant."""
    return any(broken[0] != _MARK for broken in BROKEN.finditer(text))
