"""Dates of a feast that an event is held for: "fêtera dimanche ses 70 ans. … à cette occasion"."""

from __future__ import annotations

from functools import cache

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.french import forms_of, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
OCCASIONS, FEASTS = WORDS["for_the_occasion"], WORDS["feasts"]
BEFORE = WORDS["before_occasion"]
BACK = 2
"""Sentences before an event within which the feast is told."""


@cache
def _celebrating() -> frozenset[str]:
    return forms_of(*WORDS["celebrating"])


def of_the_feast(chain: Chain, one: Timed) -> int | None:
    """See "Le régime fêtera dimanche ses 70 ans. Une parade est prévue pour l'occasion".

    The event points back to it: "à cette occasion", "pour l'événement", "marquer l'anniversaire".
    """
    view = chain.view
    here = view.sentence_at[one.token]
    if not here or not _points_back(view, *view.sentences[here]):
        return None
    if any(view.dates[n].value for _, n in view.dates_in(here)):
        return None
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        stated = chain.stated_in(number)
        days = [n for n in stated if view.dates[n].grain in DAY]  # "fêtera dimanche les 80 ans"
        if len(days) == 1 and _tells_of_feast(view, *view.sentences[number]):
            return days[0]
    return None


def of_the_feast_it_is_part_of(chain: Chain, one: Timed) -> int | None:
    """See "Le pays a fêté samedi les 75 ans du parti. Des soldats ont défilé": part of it."""
    view, here = chain.view, chain.view.sentence_at[one.token]
    group = one.raw.group or one.raw.positions.light
    if not one.raw.event_type.festive or not one.done or not chain.goes_on(here):
        return None
    if chain.stated_in(here) or (group is not None and not group.in_perfect):
        return None
    days = [n for n in chain.stated_in(here - 1) if view.dates[n].grain in DAY]
    told = _tells_of_feast(view, *view.sentences[here - 1])
    return days[0] if told and len(days) == 1 else None


def _points_back(view: DocView, first: int, last: int) -> bool:
    """Match "pour l'occasion", "à cette occasion", "marquer l'anniversaire"."""
    for i in range(first + 2, last + 1):
        if view.words[i] in OCCASIONS and view.words[i - 1] in WORDS["pointing"]:
            before = view.words[i - 2]
            return before in BEFORE or before in _celebrating()
    return False


def _tells_of_feast(view: DocView, first: int, last: int) -> bool:
    words = view.words[first : last + 1]
    return not FEASTS.isdisjoint(words) or not _celebrating().isdisjoint(words)
