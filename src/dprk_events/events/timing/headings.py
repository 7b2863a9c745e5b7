"""Dates that head the entries of a chronicle: "• 28 mai. Le Nord lâche ses ballons"."""

from __future__ import annotations

from collections.abc import Mapping

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.syntax import DocView

ENTRIES = 2
"""A chronicle has at least as many; a date that stands alone is that of the article."""
MARKS = frozenset({"PUNCT", "SYM", "SPACE"})


def headings_of(view: DocView) -> Mapping[int, int]:
    """Return the dates that stand alone at the beginning of a line, by their sentences."""
    found: dict[int, int] = {}
    for number, (first, last) in enumerate(view.sentences):
        dates = view.dates_in(number)
        if len(dates) == 1 and _stands_alone(view, first, last) and _opens_line(view, first):
            found[number] = dates[0][1]
    return found if len(found) >= ENTRIES else {}


def of_its_heading(chain: Chain, one: Timed) -> int | None:
    """See "• 28 mai. Le Nord lâche ses ballons", and below it "• 11 octobre. …"."""
    if not chain.headings or one.dating.refused or not one.done:
        return None
    here = chain.view.sentence_at[one.token]
    for number in range(here - 1, -1, -1):
        if number in chain.headings:
            return chain.headings[number]
        if _opens_line(chain.view, chain.view.sentences[number + 1][0]):
            return None
    return None


def _stands_alone(view: DocView, first: int, last: int) -> bool:
    return all(view.date_at[i] is not None or view.pos[i] in MARKS for i in range(first, last + 1))


def _opens_line(view: DocView, token: int) -> bool:
    start = view.span(token, token)[0]
    return not view.text[view.text.rfind("\n", 0, start) + 1 : start].strip()
