"""What is done with a pact: one makes it, another ratifies or undoes it."""

from __future__ import annotations

from typing import Literal

from dprk_events.events.event import Mention
from dprk_events.events.merging.draft import WORDS, Draft
from dprk_events.french import forms_of, key
from dprk_events.syntax import DocView

Act = Literal["ratified", "undone", "made"]
RATIFYING = WORDS["ratification"] | forms_of(*WORDS["ratifying"])
TEXT = WORDS["text_of_a_pact"]
JUST_BEFORE = 1
"""Sentences before within which the pact was told whose text it is."""
UNDOING = WORDS["undoing_nouns"] | forms_of(*WORDS["undoing"])


def act_on_pact(view: DocView, mention: Mention) -> Act:
    """Return what a mention tells of a pact, by its trigger."""
    word = key(view.words[mention.token])
    if word in RATIFYING:
        return "ratified"
    return "undone" if word in UNDOING else "made"


def other_act(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Return whether each tells another act: "la suspension de l'accord signé en 2018"."""
    told = {act_on_pact(view, each) for each in draft.mentions}
    return act_on_pact(view, mention) not in told


def is_its_text(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match what is done with the paper just told of: "Le texte, paraphé mardi, prévoit …"."""
    gap = view.sentence_at[mention.token] - view.sentence_at[draft.mentions[-1].token]
    things = [key(f.text) for f in mention.fillers if f.role in {"theme", "name"}]
    return 0 <= gap <= JUST_BEFORE and bool(things) and TEXT.issuperset(things)
