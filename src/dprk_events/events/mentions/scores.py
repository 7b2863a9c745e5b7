"""Results of matches: "battue 3-0", "s'impose 2 à 1"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax import NOUNS, DocView

WORDS = word_lists(__package__)
RESULTS, BETWEEN = WORDS["results_of_matches"], WORDS["between_goals"]
BEHIND = 3
"""Words behind the result within which the score stands."""
GOALS = 2
"""Digits at most of a side's goals or points."""


def result_of_match(view: DocView, sentence: int) -> str | None:
    """Return the word that tells how a match ended, in a sentence that has its score."""
    begin, end = view.sentences[sentence]
    for i in range(begin, end - 2):
        if view.words[i] in RESULTS and any(
            _is_score(view, k) for k in range(i + 1, min(end - 1, i + 1 + BEHIND))
        ):
            return view.words[i]
    return None


def _is_score(view: DocView, i: int) -> bool:
    """Match "3-0" or "2 à 1", from its first token."""
    one, between, other = view.words[i : i + 3]
    goals = all(word.isdigit() and len(word) <= GOALS for word in (one, other))
    counts = view.pos[i + 3] in NOUNS if i + 3 < len(view.pos) else False  # "perd 3 à 4 soldats"
    return goals and between in BETWEEN and not counts and view.date_at[i] is None
