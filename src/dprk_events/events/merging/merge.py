"""From mentions to events: mentions of one type that can be the same happening."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.events.event import Mention
from dprk_events.events.merging.checks import CHECKS, same_times
from dprk_events.events.merging.draft import Draft, Said, in_background, in_head, said_by
from dprk_events.events.syntax import DocView

PER_SENTENCE = 0.02
"""What a sentence of distance takes from the score."""
PER_MENTION, COUNTED_MENTIONS = 0.1, 4
BACKGROUND = 0.4
"""What it takes from the score of an event that it was told as something earlier."""
MOST = 4.6
"""More than all else can give: mentions 0.4, date 1, actors 1, people 0.2, things 0.4, place 0.4,
modality 0.1, "this" 1."""
COMPARED = 200
"""A mention is held against so many events of its type, those spoken of last, and no more. No
article tells of as many; a file of many articles may, and the time must not grow with its square.
An article's own events are the last ones spoken of."""


class Merger:
    """Puts the mentions of one document together."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.compared = 0
        """How many times a mention was held against a draft."""

    def merge(self, mentions: Sequence[Mention]) -> list[Draft]:
        """Drafts in order of their first mention; ``mentions`` in text order."""
        drafts: list[Draft] = []
        latest: dict[str, OrderedDict[int, Draft]] = defaultdict(OrderedDict)
        """Drafts by type, the one spoken of last at the end."""
        for mention in mentions:
            said = said_by(self.view, mention)
            draft = self._best(mention, said, latest[mention.type])
            if draft is None:
                draft = _begun(self.view, mention, number=len(drafts))
                drafts.append(draft)
                latest[mention.type][draft.number] = draft
            else:
                mention, said = _undated(mention, said, draft)  # noqa: PLW2901
            draft.mentions.append(mention)
            draft.said.update(said)
            draft.headline = draft.headline and in_head(self.view, mention)
            latest[mention.type].move_to_end(draft.number)
        return drafts

    def _best(self, mention: Mention, said: Said, drafts: OrderedDict[int, Draft]) -> Draft | None:
        """The draft that goes best with a mention, of two as good the one begun later."""
        best: tuple[float, int, Draft] | None = None
        for seen, draft in enumerate(reversed(drafts.values())):
            if seen == COMPARED or (
                best is not None and MOST - PER_SENTENCE * self._gap(mention, draft) < best[0]
            ):
                break
            self.compared += 1
            score = self._score(mention, said, draft)
            if score is not None and (best is None or (score, draft.number) > best[:2]):
                best = (score, draft.number, draft)
        return None if best is None else best[2]

    def _gap(self, mention: Mention, draft: Draft) -> int:
        """Sentences since the draft was spoken of."""
        sentence_at = self.view.sentence_at
        return sentence_at[mention.token] - sentence_at[draft.mentions[-1].token]

    def _score(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """How well they go together; None where they cannot be the same."""
        score = (
            -PER_SENTENCE * self._gap(mention, draft)
            + PER_MENTION * min(len(draft.mentions), COUNTED_MENTIONS)
            - (BACKGROUND if draft.background else 0.0)
        )
        for check in CHECKS:
            points = check(self.view, mention, said, draft)
            if points is None:
                return None
            score += points
        return score


def _begun(view: DocView, mention: Mention, *, number: int) -> Draft:
    """Begin the draft of which a mention is the first; it is not yet in it."""
    return Draft(
        type=mention.type,
        number=number,
        mentions=[],
        said=Said(),
        background=in_background(view, mention),
        headline=True,
    )


def _undated(mention: Mention, said: Said, draft: Draft) -> tuple[Mention, Said]:
    """Without the date of another deed in its sentence, where it points back to this one."""
    if not said.dates or not draft.said.dates or same_times(said, draft.said):
        return mention, said
    return replace(mention, date=None), replace(said, dates={})
