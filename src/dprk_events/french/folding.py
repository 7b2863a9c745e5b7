"""Forms under which words and texts are compared."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8192)
def key(word: str) -> str:
    """Give the form under which a word is looked up: lower case, œ and typographic signs plain."""
    return word.lower().replace("œ", "oe").replace("’", "'").replace("\u00a0", " ")
