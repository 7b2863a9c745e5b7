"""Who speaks: whose "notre armée" and "nos villes" are, within words that somebody says."""

from __future__ import annotations

from dprk_events.coreference.behind import countries_told
from dprk_events.coreference.context import Context
from dprk_events.coreference.referent import Naming
from dprk_events.syntax import VERBAL, Phrase, group_start, subject

BACK = 5
"""Sentences before within which the country of whoever speaks was told."""
REACH = 4
"""Words behind a verb of saying within which its speaker begins: "a précisé mardi | Séoul"."""


def teller_countries(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of whoever says the words of a naming; empty where nobody is told.

    « Notre armée a tiré », a précisé l'état-major; Zelensky a déclaré que « nos villes … ».
    """
    view = context.view
    begin, end = view.sentence(naming.first)
    for verb in _verbs_of_saying(context, naming.last + 1, end):
        behind = next(view.each_phrase(verb + 1, end), None)
        near = behind is not None and behind.start <= verb + REACH
        if behind is not None and near and behind.prep is None and not behind.pronoun:
            return _countries(context, behind)
    for verb in reversed(_verbs_of_saying(context, begin, naming.first - 1)):
        doer = subject(view, verb, group_start(view, verb))
        if doer is not None and not doer.pronoun:
            return _countries(context, doer)
    return ()


def _verbs_of_saying(context: Context, first: int, last: int) -> list[int]:
    view = context.view
    return [
        i
        for i in range(first, last + 1)
        if view.words[i] in context.saying and view.pos[i] in VERBAL and view.entity_at[i] is None
    ]


def _countries(context: Context, teller: Phrase) -> tuple[str, ...]:
    if teller.entity is not None:
        entity = context.view.entities[teller.entity]
        if entity.label == "PER":
            return context.person(teller.entity).countries
        if entity.country:
            return (entity.country,)
    return countries_told(context, teller) or _told_before(context, teller)


def _told_before(context: Context, teller: Phrase) -> tuple[str, ...]:
    """Return the countries told with the same noun before: "l'état-major sud-coréen"."""
    view, here = context.view, context.view.sentence_at[teller.first]
    begin, _ = view.sentences[max(0, here - BACK)]
    for other in reversed(list(view.each_phrase(begin, teller.first - 1))):
        same = view.words[other.head] == view.words[teller.head]
        if same and (countries := countries_told(context, other)):
            return countries
    return ()
