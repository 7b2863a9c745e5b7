"""The modality of an event: that of its most committed mention, but a headline bows to the lead."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.event import Mention
from dprk_events.names import MODALITIES, Modality
from dprk_events.syntax import DocView

HEADLINE = 30
"""Greatest length of a headline in words."""
LEAD = 2
"""How many sentences after the headline are the lead."""


def modality_of(view: DocView, mentions: Sequence[Mention]) -> Modality:
    """Return the modality of the event that these mentions tell of.

    A headline is too short to say on whose word it stands. Where the lead says so of the same
    event, the headline's plain statement does not count.
    """
    committed = [m.modality for m in mentions]
    headline = [m for m in mentions if view.sentence_at[m.token] == 0]
    if headline and _is_headline(view) and _reported_in_lead(view, mentions):
        committed = [m.modality for m in mentions if m not in headline]
    return min(committed, key=MODALITIES.index)


def _is_headline(view: DocView) -> bool:
    """Return whether the first sentence is a headline: a short line by itself."""
    if len(view.sentences) == 1:
        return False
    (first, last), (following, _) = view.sentences[:2]
    between = view.text[view.tokens.idx[last] : view.tokens.idx[following]]
    return "\n" in between and last - first < HEADLINE


def _reported_in_lead(view: DocView, mentions: Sequence[Mention]) -> bool:
    return any(m.modality == "reported" and 0 < view.sentence_at[m.token] <= LEAD for m in mentions)
