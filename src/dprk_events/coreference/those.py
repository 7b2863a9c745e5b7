"""Several people pointed at: "ces hommes", "ces jeunes recrues", "les deux hommes"."""

from __future__ import annotations

from dprk_events.coreference.behind import countries_told
from dprk_events.coreference.context import WORDS, Context, within
from dprk_events.coreference.describe import plain
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural, phrase_of
from dprk_events.syntax import Phrase

PEOPLE = frozenset({"demonym", "force", "people", "person"})
BACK = 4
"""Sentences before within which the people pointed at were told of."""


def those_people(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the people told of last. « Des soldats du Nord … Ces hommes … ».

    So too « Deux Nord-Coréens … Les deux hommes … », of as many.
    """
    if naming.entity is not None:
        return None
    phrase = context.phrase(naming)
    if phrase is None or not context.view.kinds(phrase) & PEOPLE or context.complement(naming):
        return None
    if context.word_before(naming.first) in WORDS["these"]:
        countries = several_people_before(context, naming.first)
    else:
        countries = _as_many_before(context, phrase)
    return plain(context, naming, countries, "those people", naming.text) if countries else None


def several_people_before(context: Context, token: int) -> tuple[str, ...]:
    """Return the countries of the people told of last before a token, in the plural.

    Those of no country told are passed over; empty where there are none.
    """
    view = context.view
    here = view.sentence_at[token]
    for number in range(here, max(-1, here - BACK - 1), -1):
        for other in reversed(list(view.each_phrase(*view.sentences[number]))):
            if other.last < token and (found := _countries(context, other)):
                return found
    return ()


def _as_many_before(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """Return the countries of the people told of last, where "les deux …" are as many.

    Empty where two such groups stand in one sentence.
    """
    view, many = context.view, _number(context, phrase)
    if phrase.counted is None or context.word_before(phrase.counted[0]) not in WORDS["definite"]:
        return ()
    here = view.sentence_at[phrase.first]
    for number in range(here, max(-1, here - BACK - 1), -1):
        before = (p for p in view.each_phrase(*view.sentences[number]) if p.last < phrase.first)
        found = {_countries(context, each) for each in before if _number(context, each) == many}
        if many and found:
            return found.pop() if len(found) == 1 else ()
    return ()


def _number(context: Context, phrase: Phrase) -> str:
    """Return the number that counts people, in its own words; empty where none does."""
    counted = phrase.counted
    if counted is None or phrase.entity is not None or not context.view.kinds(phrase) & PEOPLE:
        return ""
    return phrase_of(context.view.words[counted[0] : counted[1] + 1])


def _countries(context: Context, phrase: Phrase) -> tuple[str, ...]:
    view = context.view
    if phrase.entity is not None or not looks_plural(view.words[phrase.head]):
        return ()
    if not view.kinds(phrase) & PEOPLE:
        return ()
    return countries_told(context, phrase)


def people_beside(context: Context, token: int) -> bool:
    """Say whether people of two states are named before a token in its sentence."""
    begin, _ = context.view.sentence(token)
    people = (context.person(number) for _, number in within(context.people_named, begin, token))
    return len({each.countries for each in people if each.countries}) > 1
