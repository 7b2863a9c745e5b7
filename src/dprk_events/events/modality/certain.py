"""Find scopes of who is sure of what stands behind a colon: "Kiev est formel : Moscou a tiré"."""

from __future__ import annotations

from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import ETRE, SPEAKING, speaker
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

CERTAIN = word_lists(__package__)["certain"]
COLON = ":"


def sure_of(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of who is said to be sure of it, without a negation before the colon."""
    if COLON not in view.words[first : last + 1]:
        return []
    colon = first + view.words[first:last].index(COLON) if COLON in view.words[first:last] else last
    apart = view.apart(first, last)
    end = colon - 1
    while end > first and end in apart:
        end -= 1
    if end <= first + 1 or view.words[end] not in CERTAIN or view.words[end - 1] not in ETRE:
        return []
    source = speaker(view, end - 1, first) or view.phrase(end - 2)
    if source is None or not view.kinds(source) & SPEAKING:
        return []
    here = view.sentence_at[first]
    if colon == last:  # the parser may end a sentence there
        return (
            [Scope(*view.sentences[here + 1], end, source)]
            if here + 1 < len(view.sentences)
            else []
        )
    return [Scope(colon + 1, last, end, source)]
