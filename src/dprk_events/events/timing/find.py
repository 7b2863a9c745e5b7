"""Find the date of a mention by syntax and nearness, excluding the date of the verb of saying."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Governor, Scope
from dprk_events.events.timing.grain import finer_beside
from dprk_events.events.timing.refusals import REFUSALS
from dprk_events.events.timing.setting import NearDate, Setting, dates_near, setting_of
from dprk_events.syntax import DocView


class Dating(NamedTuple):
    """The date of a mention, an index into the document's dates, and the dates refused."""

    number: int | None
    refused: Mapping[int, str]
    """Other dates of the sentence, each with the reason why it was not taken."""


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
    best: NearDate | None = None
    for date in dates_near(view, setting, dates):
        why = _refusal(view, setting, date)
        if why is not None:
            refused[date.number] = why
        elif best is None or (date.cost or 0.0) < (best.cost or 0.0):
            best = date
    return Dating(None if best is None else finer_beside(view, best.number), refused)


def _refusal(view: DocView, setting: Setting, date: NearDate) -> str | None:
    """Return the first reason why a date is not the mention's; None if it may be."""
    return next((why for why, holds in REFUSALS if holds(view, setting, date)), None)
