"""Whose victims are whom only "ses" tells, or nothing: the teller's, or whoever executes his own.

Whoever does harm hardly does it to himself: « Séoul accuse le Nord d'avoir piraté ses satellites ».
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dprk_events.coreference import WORDS, Context, resolve, within
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.participants.actors import countries_of

_LISTS = word_lists(__package__)
PEOPLE = frozenset({"person", "people", "force"})
VICTIMS = "victims"
BESIDE = 4
"""Words between a verb of admitting and who does."""
POSSESSIVE = "possessive"


@cache
def _executing() -> frozenset[str]:
    return forms_of(*_LISTS["executing"]) | _LISTS["executions"]


def of_who_tells(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give those whom "ses" says to be somebody's the country of who accuses another of it."""
    kind = event.event_type
    if not (kind.harms or kind.consequence or VICTIMS in kind.told_apart_by):
        return list(found)
    theirs = [each for each in found if _is_somebodys(context, each)]
    told = (m for m in event.mentions if any(f.start == p.start for f in m.fillers for p in theirs))
    said = next((m.attribution for m in told if m.attribution is not None), None)
    if said is None:
        return list(found)
    teller = resolve(context, context.naming(said.start, said.end, said.entity))
    countries = tuple(dict.fromkeys(c for who in teller.referents for c in who.countries))
    acting = countries_of(found)
    if len(countries) != 1 or acting & {*countries}:
        return list(found)
    return [
        replace(each, countries=countries, strategy="teller's", granted=True)
        if each in theirs
        else each
        for each in found
    ]


def of_who_admits(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give soldiers without a country that of who admits that they fell.

    « Neuf hommes du 528e régiment sont morts, a reconnu le dirigeant nord-coréen. »
    """
    hurt = [each for each in found if each.role == "recipient"]
    if not event.event_type.consequence or any(each.countries for each in hurt):
        return list(found)
    countries = next(_admitting(context, event), ())
    acting = countries_of(found)
    if len(countries) != 1 or acting & {*countries}:
        return list(found)
    return [
        replace(each, countries=countries, strategy="teller's", granted=True)
        if each in hurt and each.kind in PEOPLE
        else each
        for each in found
    ]


def _admitting(context: Context, event: Event) -> Iterator[tuple[str, ...]]:
    """Yield the countries of who is told to admit it, by the mentions."""
    view = context.view
    for mention in event.mentions:
        said = mention.attribution
        if said is None:
            continue
        teller = context.naming(said.start, said.end, said.entity)
        begin, end = view.sentence(teller.first)
        near = view.words[max(begin, teller.first - BESIDE) : min(end, teller.last + BESIDE) + 1]
        if not forms_of(*_LISTS["admitting"]).isdisjoint(near):
            who = resolve(context, teller).referents
            yield tuple(dict.fromkeys(c for each in who for c in each.countries))


def _is_somebodys(context: Context, each: Participant) -> bool:
    if each.role != "recipient" or each.strategy != POSSESSIVE:
        return False
    naming = context.naming(each.start, each.end, each.entity)
    own = _LISTS["own"].isdisjoint(context.view.words[naming.first - 1 : naming.last + 1])
    before = context.word_before(naming.first)
    return own and before in WORDS["possessives"] - WORDS["their"]


def of_who_executes(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give people without a country who are executed that of the state that does it."""
    acting = countries_of(found)
    words = (context.view.words[mention.token] for mention in event.mentions)
    if not event.event_type.consequence or len(acting) != 1 or _executing().isdisjoint(words):
        return list(found)
    return [
        replace(each, countries=(*acting,), strategy="own people", granted=True)
        if each.role == "recipient" and not each.countries and each.kind in PEOPLE
        else each
        for each in found
    ]


def of_whose_soldiers(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give those who do harm by "ses" the other state of the sentence, where they hit their own.

    « La Corée du Nord dit regretter la mort d'un Sud-Coréen abattu par ses soldats. »
    """
    hurt = countries_of(found, "recipient")
    own = [
        each
        for each in found
        if each.role == "actor" and each.strategy == POSSESSIVE and hurt & {*each.countries}
    ]
    if not event.event_type.consequence or len(hurt) != 1 or not own:
        return list(found)
    begin, end = context.view.sentence(event.mentions[-1].token)
    others = {country for _, country in within(context.states_named, begin, end)} - hurt
    if len(others) != 1:
        return list(found)
    return [
        replace(each, countries=(*others,), granted=True) if each in own else each for each in found
    ]
