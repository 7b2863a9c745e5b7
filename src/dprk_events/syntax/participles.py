"""Participles that the parser takes for subjects: "les émissaires japonais chargés du dossier"."""

from __future__ import annotations

from dprk_events.french import looks_like_participle
from dprk_events.syntax.tags import SUBJECTS
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView

BEHIND = frozenset({"ADJ", "NOUN"})
"""Behind these, without an article, it is no noun of its own."""


def only_tells(view: DocView, word: Token) -> bool:
    """Say whether a participle only tells of another subject of its verb, before it."""
    if not looks_like_participle(view.words[word.i]) or view.pos[word.i - 1] not in BEHIND:
        return False
    return any(each.dep_ in SUBJECTS and each.i < word.i for each in word.head.children)
