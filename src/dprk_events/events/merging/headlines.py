"""Whether what is planned or done further on can be what the first sentences tell or deny."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.common import article
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.syntax import NOUNS, DocView

NONE_OF = WORDS["none_of"]


def tells_it_first(view: DocView, said: Said, draft: Draft) -> bool:
    """Return whether an event of the first sentences may be the one planned further on.

    Of those below the first line only where no two others take part in what is planned.
    """
    above = "\n" not in view.text[: view.tokens.idx[draft.mentions[-1].token]].lstrip()
    others = said.keys["actor"] - draft.said.keys["actor"]
    return draft.headline and (above or len(others) < 2)


def is_of_none(view: DocView, mention: Mention) -> bool:
    """Match "aucun envoi de troupes": none at all, so none of those told of."""
    return view.pos[mention.token] in NOUNS and article(view, mention.token) in NONE_OF
