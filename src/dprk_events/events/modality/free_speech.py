"""Continue what somebody says: a quotation without a verb of saying after one that has one."""

from __future__ import annotations

from dprk_events.events.modality.quotes import Quotations
from dprk_events.events.modality.scope import Scope, Scopes
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
TAKING_UP, TO_COME = tuple(sorted(WORDS["taking_up"])), tuple(sorted(WORDS["endings_to_come"]))
BACK, AHEAD = 2, 2
"""How many sentences before a quotation, and below one that is the headline, its speaker is looked
for."""


def told_on(view: DocView, quotes: Quotations, scopes: Scopes, token: int) -> list[Scope]:
    """Return the scope of the speaker before, over a quoted sentence that no scope covers.

    A quotation that only cites a word of the sentence ("l'« opération spéciale »") is not meant:
    it has to begin where a sentence does.
    """
    pair = quotes.pair_around(token)
    if pair is None:
        return []
    opened, closed = pair
    here = view.sentence_at[opened]
    if view.sentences[here][0] != opened:
        return []
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        told = [s for s in scopes.told_in(number) if s.modality is None and s.source is not None]
        if told:
            scope = told[-1]._replace(first=opened, last=closed, denies=False, granted=True)
            return [scope._replace(how=told_on.__name__)]
    return _below_headline(view, scopes, here, pair)


def taken_up(view: DocView, scopes: Scopes, token: int) -> list[Scope]:
    """Return the scope over "Celles-ci incluaient des manœuvres", after "a affirmé qu'elle …".

    What was to be done there is planned here: "a affirmé qu'elle prendrait des mesures".
    """
    here = view.sentence_at[token]
    first, last = view.sentences[here]
    opening = "".join(view.words[first : first + 3])
    if not here or not opening.startswith(TAKING_UP):
        return []
    end = view.sentences[here - 1][1]
    told = [s for s in scopes.told_in(here - 1) if s.source is not None and s.last >= end - 1]
    if not told:
        return []
    to_come = any(view.words[i].endswith(TO_COME) for i in range(told[-1].first, end))
    scope = told[-1]._replace(first=first, last=last, how=taken_up.__name__, granted=False)
    return [scope._replace(modality="planned")] if to_come and scope.modality is None else [scope]


def _below_headline(view: DocView, scopes: Scopes, here: int, pair: tuple[int, int]) -> list[Scope]:
    """Return the scope of the first speaker below a headline that is a quotation."""
    opened, closed = pair
    whole = closed == view.sentences[here][1] or "\n" in view.texts[closed + 1 : closed + 2]
    if here or not whole:
        return []
    for number in range(1, min(1 + AHEAD, len(view.sentences))):
        for told in scopes.told_in(number):
            if told.source is not None and not told.denies:
                return [Scope(opened, closed, told.cue, told.source, how=told_on.__name__)]
    return []
