"""Complements without an article between a noun and whose it is: "un poste de garde du Sud"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)


def behind_bare(view: DocView, of: int, end: int) -> int:
    """Return the token behind "de", or behind a bare noun's: "poste de garde | du Sud"."""
    bare = of + 2 < end and view.words[of] in WORDS["bare_of"] and view.pos[of + 1] == "NOUN"
    return of + 3 if bare and view.words[of + 2] in WORDS["of"] else of + 1
