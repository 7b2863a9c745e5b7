"""Find where the words about the speaker end, in the midst of what is said."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
JOINING, PRONOUNS = WORDS["and"], WORDS["plain_pronouns"]
NO_THAT_BEYOND = WORDS["no_that_beyond"]
COMMA = ","
LONGEST = 14
"""Most words of what completes the speaker or the verb of saying."""


def behind_speaker(view: DocView, at: int, source: Phrase, last: int) -> int:
    """Return the comma behind the speaker and what completes it: ", a dit Kim dans un discours,".

    Where there is none near, the word right behind the speaker. ``at`` is the verb of saying.
    """
    behind = max(at, source.last) + 1
    if behind < last and view.pos[behind] == "ADP":
        for i in range(behind + 1, min(last, behind + LONGEST) + 1):
            if view.words[i] == COMMA:
                return i
            if view.is_finite(view.tokens[i]) or view.words[i] in NO_THAT_BEYOND:
                break
    return behind


def goes_on(view: DocView, comma: int) -> bool:
    """Match ", et ils y combattent" behind ", a dit Kiev": the statement goes on."""
    joining, *behind = view.words[comma + 1 : comma + 3] or ("",)
    return joining in JOINING and not PRONOUNS.isdisjoint(behind)
