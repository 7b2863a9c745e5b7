"""Complements without an article between a noun and whose it is: "un poste de garde du Sud"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)

SET = [words.split() for words in sorted(WORDS["set_complements"])]
"""Complements that only say of what sort somebody is."""


def behind_bare(view: DocView, of: int, end: int) -> int:
    """Return the token behind "de", or behind a bare noun's: "poste de garde | du Sud"."""
    for words in SET:
        if view.words[of : of + len(words)] == words and of + len(words) < end:
            at = of + len(words)  # "les banquiers de l'ombre | de Pyongyang"
            return at + 1 if view.words[at] in WORDS["of"] else of + 1
    bare = of + 2 < end and view.words[of] in WORDS["bare_of"] and view.pos[of + 1] == "NOUN"
    return of + 3 if bare and view.words[of + 2] in WORDS["of"] else of + 1
