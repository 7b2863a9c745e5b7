"""Mentions → drafts of events: group mentions of one type that can be the same event."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events.event import Mention
from dprk_events.events.merging.as_before import (
    AS_BEFORE,
    STANDINGS,
    may_be_as_before,
    on_the_same_word,
)
from dprk_events.events.merging.checks import CHECKS
from dprk_events.events.merging.common import clause_in_pluperfect, points_at, same_times
from dprk_events.events.merging.draft import (
    Draft,
    Said,
    day_of,
    in_background,
    in_head,
    is_measured_from,
    said_by,
)
from dprk_events.events.merging.identity import is_part_of, says_what_it_is
from dprk_events.events.merging.stays import begins_the_stay, leave_undated
from dprk_events.syntax import DocView

PER_SENTENCE = 0.02
"""Score deducted for each sentence of distance."""
PER_MENTION, COUNTED_MENTIONS = 0.1, 4
BACKGROUND = 0.4
"""Score deducted from an event that was mentioned as earlier background."""
HAD_BEEN = 1.0
"""Points for what is told of the deed before, both in the pluperfect."""
MOST = 6.6
"""More than all other points together: mentions 0.4, date 1, actors 1, people 0.2, things 0.4,
place 0.4, modality 0.1, "this" 1, within another 1, the deed before 1."""
OPEN_END = ".."
COMPARED = 200
"""A mention is compared with at most this many events of its type, the most recently mentioned.

No article has as many, but a file that joins many articles may, and the running time must not be
quadratic. The events of the article at hand are the most recent ones.
"""


class Merger:
    """Merges the mentions of one document."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.view = context.view
        self._day = day_of(context)
        self.compared = 0
        """How many times a mention was compared with a draft."""

    def merge(self, mentions: Sequence[Mention]) -> list[Draft]:
        """Return the drafts in order of their first mention; ``mentions`` are in text order."""
        drafts: list[Draft] = []
        latest: dict[str, OrderedDict[int, Draft]] = defaultdict(OrderedDict)
        """Drafts by type, the most recently mentioned last."""
        for mention in mentions:
            said = said_by(self.context, mention)
            draft = self._best(mention, said, latest[mention.type])
            if (taken := self._as_before(mention, draft, latest[mention.type])) is not None:
                mention, said, draft = taken  # noqa: PLW2901
            if draft is None:
                draft = _begun(self.view, mention, number=len(drafts), day=self._day)
                drafts.append(draft)
                latest[mention.type][draft.number] = draft
            else:
                if begins_the_stay(self.view, mention, said, draft):
                    leave_undated(draft)
                mention, said = _undated(mention, said, draft)  # noqa: PLW2901
                mention = on_the_same_word(self.view, mention, draft.mentions)  # noqa: PLW2901
                if is_part_of(self.view, mention, draft) or self._is_what_is_open(mention, draft):
                    whole = draft.mentions[-1].modality
                    mention = replace(mention, modality=whole, why=AS_BEFORE)  # noqa: PLW2901
            draft.mentions.append(mention)
            draft.said.update(said)
            draft.headline = draft.headline and in_head(self.view, mention)
            latest[mention.type].move_to_end(draft.number)
        return drafts

    def _as_before(
        self, mention: Mention, draft: Draft | None, drafts: OrderedDict[int, Draft]
    ) -> tuple[Mention, Said, Draft] | None:
        """Return a mention that names again what was planned, with its modality and event.

        Only where nothing else is a better match.
        """
        if not may_be_as_before(self.view, mention) or self._is_over(mention):
            return None
        for modality in STANDINGS:
            other = replace(mention, modality=modality, why=AS_BEFORE)
            said = said_by(self.context, other)
            found = self._best(other, said, drafts)
            planned = found is not None and found.said.standings <= {*STANDINGS}
            planned = planned and found is not None and modality in found.said.standings
            if found is not None and planned and (draft is None or draft is found):
                return other, said, found
        return None

    def _is_what_is_open(self, mention: Mention, draft: Draft) -> bool:
        """Match "a accepté une rencontre, ce qui serait le premier sommet": what is to come."""
        still_open = draft.said.standings <= {*STANDINGS}
        return still_open and says_what_it_is(self.view, mention)

    def _is_over(self, mention: Mention) -> bool:
        """Match "depuis novembre 2017, date du tir": its own day is before that of the article."""
        dates = said_by(self.context, mention).dates.values()
        known = (date for date in dates if date.value is not None and OPEN_END not in date.value)
        days = [day for date in known if (day := date.latest or date.earliest) is not None]
        return self._day is not None and bool(days) and max(days) < self._day.isoformat()

    def _best(self, mention: Mention, said: Said, drafts: OrderedDict[int, Draft]) -> Draft | None:
        """Return the draft that best matches a mention; on a tie, the one begun later."""
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
        """Count the sentences since the draft was last mentioned."""
        sentence_at = self.view.sentence_at
        return sentence_at[mention.token] - sentence_at[draft.mentions[-1].token]

    def _beside(self, mention: Mention, draft: Draft) -> bool:
        """Match what a sentence goes on to tell: "Le dernier tir date de mai : il avait tué"."""
        return not self._gap(mention, draft) and clause_in_pluperfect(self.view, mention)

    def _had_been(self, mention: Mention, draft: Draft) -> bool:
        """Match "Il avait tiré dimanche. Ce tir avait été condamné": earlier, told just before."""
        if not clause_in_pluperfect(self.view, mention):
            return False
        last = draft.mentions[-1]
        near = self._gap(mention, draft) <= points_at(self.view, mention)
        return near and clause_in_pluperfect(self.view, last)

    def _score(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """Score how well the two match; None if they cannot be the same event."""
        score = (
            -PER_SENTENCE * self._gap(mention, draft)
            + PER_MENTION * min(len(draft.mentions), COUNTED_MENTIONS)
            - (BACKGROUND if draft.is_past and not self._beside(mention, draft) else 0.0)
            + (HAD_BEEN if self._had_been(mention, draft) else 0.0)
        )
        for check in CHECKS:
            points = check(self.view, mention, said, draft)
            if points is None:
                return None
            score += points
        return score


def _begun(view: DocView, mention: Mention, *, number: int, day: dt.date | None) -> Draft:
    """Create a draft for a first mention, without adding the mention to it."""
    return Draft(
        type=mention.type,
        number=number,
        mentions=[],
        said=Said(),
        background=in_background(view, mention),
        had_been=clause_in_pluperfect(view, mention) and not in_head(view, mention),
        measured=is_measured_from(view, mention),
        headline=True,
        news=in_head(view, mention),
        published=day,
    )


def _undated(mention: Mention, said: Said, draft: Draft) -> tuple[Mention, Said]:
    """Drop the date of another event in the sentence, where the mention points back to this one."""
    if not said.dates or not draft.said.dates or same_times(said, draft.said):
        return mention, said
    return replace(mention, date=None, counted=None), replace(said, dates={})
