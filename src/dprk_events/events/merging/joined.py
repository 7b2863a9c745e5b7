"""Whether a verb goes on with the deed just told: "tués ou blessés", "… et y larguent"."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.draft import WORDS, Draft
from dprk_events.french import key
from dprk_events.syntax import NOUNS, VERBAL, DocView

JOINED = WORDS["between_fates"]
THERE = WORDS["there"]
CLITICS = 3
"""Words at most between "y" and its verb: "y ont ensuite largué"."""
BREATH = 2
"""Words at most between two fates told together: "tués ou grièvement blessés" has two."""


def dropped_there(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match what the same ones do where the verb before has led them: "… et y larguent"."""
    last = draft.mentions[-1].token
    here = view.sentence_at[last] == view.sentence_at[mention.token]
    return here and view.pos[last] in VERBAL and is_there(view, mention, draft)


def is_there(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match a verb whose place is the one just told: "y a discuté"."""
    last = draft.mentions[-1].token
    gap = view.sentence_at[mention.token] - view.sentence_at[last]
    near = view.words[max(0, mention.token - CLITICS) : mention.token]
    behind = last < mention.token and gap <= 1 and view.pos[mention.token] in VERBAL
    return behind and not THERE.isdisjoint(near)


def is_next_in_list(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "le piratage de Sony et le casse de la banque": each is done to somebody else."""
    phrase, last = view.phrase(mention.token), draft.mentions[-1]
    nouns = view.pos[mention.token] in NOUNS and view.pos[last.token] in NOUNS
    if phrase is None or not nouns or last.token > phrase.start:
        return False
    here = view.sentence_at[mention.token] == view.sentence_at[last.token]
    joined = view.words[phrase.first - 2] in JOINED
    mine, theirs = (_victims_of(each) for each in (mention, last))
    return here and joined and bool(mine and theirs) and mine.isdisjoint(theirs)


def _victims_of(mention: Mention) -> set[str]:
    return {key(f.text) for f in mention.fillers if f.role == "recipient"}


def in_one_breath(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "tués ou blessés": the same victims, counted once."""
    last = draft.mentions[-1].token
    between = [
        view.words[i] for i in range(last + 1, mention.token) if view.pos[i] != "AUX"
    ]  # "ont péri ou ont été blessés"
    return last < mention.token and 0 < len(between) <= BREATH and JOINED.issuperset(between)
