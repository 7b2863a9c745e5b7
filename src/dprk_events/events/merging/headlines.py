"""Whether what is planned or done further on can be what the first sentences tell or deny."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.common import article, same_times
from dprk_events.events.merging.draft import WORDS, Draft, Said, in_head
from dprk_events.french import closed_class
from dprk_events.syntax import NOUNS, DocView

NONE_OF = WORDS["none_of"]
OF = closed_class("of")


def tells_it_first(view: DocView, said: Said, draft: Draft) -> bool:
    """Return whether an event of the first sentences may be the one planned further on.

    Of those below the first line only where no two others take part in what is planned.
    """
    above = "\n" not in view.text[: view.tokens.idx[draft.mentions[-1].token]].lstrip()
    others = said.keys["actor"] - draft.said.keys["actor"]
    return draft.headline and (above or len(others) < 2)


def retells(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether the first sentences tell the headline's deed again in other words.

    "Pyongyang et Moscou signent un pacte", "Poutine et Kim ont signé un accord": both of the same
    sides, and no day that differs.
    """
    if not (draft.headline and in_head(view, mention)):
        return False
    first, last = view.tokens[draft.mentions[0].token], view.tokens[mention.token]
    if "\n" in view.text[: first.idx].lstrip() or "\n" not in view.text[first.idx : last.idx]:
        return False  # only the first line is a headline, and this stands below it
    mine, theirs = said.keys["actor"], draft.said.keys["actor"]
    days = not said.dates or not draft.said.dates or same_times(said, draft.said)
    return bool(mine) and mine == theirs and days


def is_of_none(view: DocView, mention: Mention) -> bool:
    """Match "aucun envoi de troupes": none at all, so none of those told of.

    Not "les accusations de livraisons", whose "de" only says of what they are.
    """
    if view.pos[mention.token] not in NOUNS or article(view, mention.token) not in NONE_OF:
        return False
    phrase = view.phrase(mention.token)
    before = 0 if phrase is None else phrase.first - 2
    return not (before >= 0 and view.words[before + 1] in OF and view.pos[before] in NOUNS)
