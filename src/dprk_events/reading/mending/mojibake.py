"""Repair French letters that an earlier program decoded from UTF-8 with another encoding."""

from __future__ import annotations

import re
from functools import lru_cache

_FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒ«»’‘“”–—…€°"
_WRONG = ("cp1252", "latin-1")


def _misread(letters: str, encoding: str) -> str:
    return letters.encode("utf-8").decode(encoding, "ignore")


def _table() -> dict[str, str]:
    """Map each garbled form to its letter, including forms garbled twice."""
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
"""Garbled forms. The last is à whose second half, a no-break space, an editor made a space.

All begin with characteristic letters, so that the search skips from one such letter to the next.
"""


def repaired(match: re.Match[str]) -> str | None:
    """Return the letter that a match of `BROKEN` stands for."""
    if match[0] == _MARK:
        return "à" if _has_more(match.string) else None
    return _TABLE[match[0]]


@lru_cache(maxsize=4)
def _has_more(text: str) -> bool:
    """Return whether other letters of the text are garbled too: a lone Ã may be intended."""
    return any(broken[0] != _MARK for broken in BROKEN.finditer(text))
