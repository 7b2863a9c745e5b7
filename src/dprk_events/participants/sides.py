"""The two sides of a meeting, pact or drill where no mention of it says them.

Strategies as in :mod:`~dprk_events.participants.granted`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from dprk_events.coreference import (
    WORDS,
    Context,
    Naming,
    Referent,
    named_in_a_list,
    pair_before,
    resolve,
    several_before,
    within,
)
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.definite import is_definite, word_before
from dprk_events.participants.party import as_granted, as_told
from dprk_events.syntax import subject

_LISTS = word_lists(__package__)
TWO = 2
BOTH = [words.split() for words in sorted(_LISTS["both"])]
HYPHEN = frozenset("-")
BACK = 3
"""Sentences before a definite "le sommet" within which its two sides are looked for."""


def two_sides(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the two people of different states spoken of before for the sides of a known meeting.

    « Donald Trump et Kim Jong-un se connaissent. Le sommet n'a rien donné. »
    """
    mention = event.mentions[0]
    if not mention.event_type.symmetric or not is_definite(context, mention.token):
        return None
    if not mention.event_type.told_apart_by or mention.event_type.told_apart_by == ("amount",):
        return None
    pair = pair_before(context, mention.token)
    if any(not context.namings_of(each) for each in pair):
        naming = context.naming(mention.start, mention.end, None)
        return [as_told(each, naming, "two sides") for each in pair]
    found = [_naming_before(context, each, mention.token) for each in pair]
    found = found or list(islice(_people(context, mention.token), TWO))
    if len(found) < TWO and word_before(context, mention.token) in WORDS["possessives"]:
        found = _people_after(context, mention.token)  # "Après leur rencontre, Trump et Kim …"
    if len(found) != TWO:
        return None
    return [as_granted(context.person(number), context, number, "two sides") for number in found]


def they(context: Context, event: Event, others: Sequence[Participant]) -> list[Participant] | None:
    """Take those whom "ils" stands for. « Moscou et Pyongyang se parlent. Ils ont signé … »."""
    view = context.view
    for mention in event.mentions:
        found = subject(view, mention.token, mention.token)
        if found is not None and found.pronoun and view.words[found.head] in _LISTS["they"]:
            naming: Naming | None = context.of_phrase(found)
        else:
            naming = _both(context, mention.token)
        if naming is not None:
            members = several_before(context, naming)
            return [as_told(each, naming, "they") for each in members] or None
    return None


def _both(context: Context, token: int) -> Naming | None:
    """Return "tous deux", "l'un et l'autre" at the head of a sentence, no "les deux | engins"."""
    view = context.view
    begin, _ = view.sentence(token)
    for words in BOTH:
        last = begin + len(words) - 1
        if last >= token or view.words[begin : last + 1] != words:
            continue
        own = view.phrase(last)
        if own is None or own.last <= last:
            return context.naming(*view.span(begin, last), None)
    return None


def the_same(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the people told of before. « Un groupe nord-coréen a … Les mêmes avaient … ».

    Of a drill they are the states named in one breath: « Séoul et Washington … Les mêmes … ».
    """
    view = context.view
    for mention in event.mentions:
        begin, _ = view.sentence(mention.token)
        for i in range(mention.token - 1, begin, -1):
            if view.words[i] not in _LISTS["the_same_people"] or not view.is_verbal(i + 1):
                continue
            naming = context.naming(*view.span(i, i), None)
            found = [each for each in resolve(context, naming).referents if each.countries]
            if not found and event.event_type.symmetric:
                found = list(named_in_a_list(context, naming))
            return [as_told(each, naming, "same group") for each in found] or None
    return None


def speaker(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who says "nous": « Nous avons tiré deux missiles », a déclaré Kim Jong-un."""
    for mention in event.mentions:
        said = mention.attribution
        found = subject(context.view, mention.token, mention.token)
        if said is None or found is None or not context.view.is_verbal(mention.token):
            continue
        if context.view.words[found.head] not in _LISTS["we"]:
            continue
        naming = context.naming(said.start, said.end, said.entity)
        members = [each for each in resolve(context, naming).referents if each.countries]
        return [as_told(each, naming, "speaker") for each in members] or None
    return None


def _naming_before(context: Context, person: Referent, token: int) -> int:
    """Return the last naming of a person before a token."""
    numbers = context.namings_of(person)
    before = bisect_left(numbers, token, key=lambda n: context.view.entities[n].first)
    return numbers[max(0, before - 1)]


def between(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take for the sides of a pact or meeting the states that its sentence speaks of.

    « Les relations entre Moscou et Pyongyang, marquées par un pacte scellé l'an dernier … »
    """
    mention = event.mentions[0]
    if not mention.event_type.symmetric:
        return None
    begin, _ = context.view.sentence(mention.token)
    states = context.state_entities
    start = bisect_left(states, begin, key=lambda n: context.view.entities[n].first)
    until = bisect_left(states, mention.token, key=lambda n: context.view.entities[n].last)
    for run in reversed(_runs(context, states[start:until])):
        countries = {context.view.entities[n].country or "": n for n in run}
        if len(countries) >= TWO and _together(context, run):
            return [
                as_granted(context.state(country), context, number, "between")
                for country, number in countries.items()
            ]
    people = [number for _, number in within(context.people_named, begin, mention.token - 1)]
    for run in reversed(_runs(context, people)):
        who = {context.person(n).countries: n for n in run}
        if len(who) >= TWO and () not in who and _together(context, run):
            return [as_granted(context.person(n), context, n, "between") for n in who.values()]
    return None


def _runs(context: Context, named: Sequence[int]) -> list[list[int]]:
    """Return the states that are named in one breath: "A, B et C"."""
    runs: list[list[int]] = []
    for number in named:
        first = context.view.entities[number].first
        last = context.view.entities[runs[-1][-1]].last if runs else first
        words = context.view.words[last + 1 : first]
        if runs and all(word in WORDS["in_a_list"] | HYPHEN for word in words):
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _together(context: Context, run: Sequence[int]) -> bool:
    """Say whether the words are "entre A et B", or "A et B" opens the sentence."""
    words = context.view.words
    first, last = (context.view.entities[run[i]] for i in (0, -1))
    before = words[max(0, first.first - 2) : first.first]
    opens = context.view.sentence(first.first)[0] >= first.first - 1
    if words[first.last + 1 : last.first] == [*HYPHEN]:
        return bool(before) and before[-1] in _LISTS["of_a_pair"]  # "l'axe Moscou-Pyongyang"
    joined = not _LISTS["and"].isdisjoint(words[first.last + 1 : last.first])
    return joined and (opens or bool(_LISTS["between"] & set(before)))


def _people_after(context: Context, token: int) -> list[int]:
    """Return the people of different countries that the rest of the sentence names."""
    _, end = context.view.sentence(token)
    found: dict[tuple[str, ...], int] = {}
    for _, number in within(context.people_named, token + 1, end):
        if countries := context.person(number).countries:
            found.setdefault(countries, number)
    return list(found.values())


def _people(context: Context, token: int) -> Iterator[int]:
    seen: set[tuple[str, ...]] = set()
    for number in context.entities_before(token, BACK):
        countries = context.person(number).countries
        if countries and countries not in seen:
            seen.add(countries)
            yield number
