"""Find the date of a mention by syntax and nearness, excluding the date of the verb of saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Governor, Scope
from dprk_events.events.timing.grain import finer, finer_beside
from dprk_events.events.timing.of_clauses import happens_then
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.refusals import REFUSALS
from dprk_events.events.timing.setting import NearDate, Setting, dates_near, setting_of
from dprk_events.syntax import DocView


class Dating(NamedTuple):
    """The date of a mention, an index into the document's dates, and the dates refused."""

    number: int | None
    refused: Mapping[int, str]
    """Other dates of the sentence, each with the reason why it was not taken."""
    shared: str = ""
    """Why it has the date of a neighbour; "" for its own."""


def date_of(
    view: DocView,
    mention: RawMention,
    triggers: Mapping[int, bool],
    sayings: Sequence[Scope],
    governing: Sequence[Governor],
) -> Dating:
    """Find the date that belongs to a mention, among those of its sentence.

    Args:
        view: The document.
        mention: The mention.
        triggers: Trigger tokens of its sentence, and whether each is a consequence.
        sayings: Scopes whose word of saying is in the sentence.
        governing: Words that govern the mention.

    """
    dates = view.dates_in(view.sentence_at[mention.candidate.first])
    if not dates:
        return Dating(None, {})
    setting = setting_of(view, mention, triggers, sayings, governing)
    refused: dict[int, str] = {}
    own: list[NearDate] = []
    for date in dates_near(view, setting, dates):
        why = _refusal(view, setting, date)
        if why is not None:
            refused[date.number] = why
        else:
            own.append(date)
    valued = [date for date in own if view.dates[date.number].value is not None]
    best = min(valued or own, key=lambda date: date.cost or 0.0, default=None)
    best = next((date for date in own if happens_then(view, setting, date)), best)
    if best is None:
        return Dating(None, refused)
    best = _in_noun_group(view, setting, best, own)
    return Dating(finer_beside(view, best.number), refused)


def _in_noun_group(
    view: DocView, setting: Setting, best: NearDate, own: Sequence[NearDate]
) -> NearDate:
    """Return the finer date behind an event noun: "l'an dernier, après le sommet de mai 2019"."""
    if setting.mention.group is not None or best.at > setting.token:
        return best
    for date in own:
        behind = date.at > setting.token and not opens_clause(view, setting.token, date.at)
        if behind and finer(view.dates[date.number], view.dates[best.number]):
            return date
    return best


def _refusal(view: DocView, setting: Setting, date: NearDate) -> str | None:
    """Return the first reason why a date is not the mention's; None if it may be."""
    return next((why for why, holds in REFUSALS if holds(view, setting, date)), None)
