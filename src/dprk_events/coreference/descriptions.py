"""Short descriptions: "le régime", "le pays", "le dirigeant russe": which state, which person.

One reading for both that ask: the strategies, which want who is meant, and ``Resolver``, which
moves a role to the naming of who is meant.
"""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.referent import Naming
from dprk_events.french import closed_class, key
from dprk_events.names import DPRK
from dprk_events.syntax import Phrase, group_start, subject

LEADER_NOUNS = frozenset(noun.split()[0] for noun in WORDS["head_nouns"]) - WORDS["counterpart"]
"""Nouns that stand for the leader of a state whose nationality is told."""
EPITHET = "régime"
"""The strategy that knows North Korea by what it is called."""
NEAR = 1
"""Sentences before within which the state that "le pays" is was spoken of."""
THAT = closed_class("que")
THAT_REACH = 4
"""Words between a verb and the clause that is its object: "estime depuis jeudi | que"."""


class State(NamedTuple):
    """Which states a noun means, by which strategy, and the words that say so."""

    countries: tuple[str, ...]
    strategy: str
    evidence: str


def state_meant(context: Context, naming: Naming, told: tuple[str, ...]) -> State | None:
    """Return which state a noun like "pays", "régime" or "gouvernement" stands for.

    ``told`` are the countries that its own words tell. « le régime nord-coréen », « le royaume
    ermite », « le pays » for the one spoken of last; None where the text leaves it open.
    """
    head = context.head(naming)
    if head not in WORDS["state_nouns"] or f"{head}-" in key(naming.text):
        return None  # an "état-major" is no state
    if told:
        return State(told, "state noun", naming.text)
    for last in (naming.last, naming.last + 1):  # the adjective may stand outside the phrase
        words = " ".join(context.view.words[naming.first : last + 1])
        if words in WORDS["epithets_of_the_north"]:
            return State((DPRK,), EPITHET, words)
    if head in WORDS["regime_nouns"]:
        return State((DPRK,), EPITHET, head)
    if head in WORDS["bare_state_nouns"] and _is_one(context, naming):
        others = {*_acting(context, naming), *_telling(context, naming)}
        spoken = context.states_before(naming.first, NEAR)
        country = next((each for each in spoken if each not in others), None)
        if country is not None:
            return State((country,), "le pays", country)
    return None


def _is_one(context: Context, naming: Naming) -> bool:
    """Return whether one state is spoken of, and a known one: not "onze pays", "un pays"."""
    before = context.word_before(naming.first)
    return before in WORDS["before_known_states"] or before in WORDS["demonstratives"]


def _acting(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return who acts in the clause of "ce pays", which is another: "A a vendu à ce pays …"."""
    view = context.view
    if context.word_before(naming.first) not in WORDS["demonstratives"]:
        return ()
    begin, _ = view.sentence(naming.first)
    verbs = (i for i in range(naming.first - 1, begin, -1) if view.pos[i] == "VERB")
    verb = next(verbs, None)
    doer = None if verb is None else subject(view, verb, group_start(view, verb))
    if doer is None or doer.first > naming.first:
        return ()
    if doer.entity is None:
        return (DPRK,) if view.words[doer.head] in WORDS["regime_nouns"] else ()
    country = view.entities[doer.entity].country
    return (country,) if country else ()


def _telling(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return who tells of "le pays" as of another: "Séoul et Tokyo préviennent que le pays …".

    Or is named as the source: "selon Séoul, le pays …". In "les missiles que le pays a tirés"
    nobody tells.
    """
    view = context.view
    begin, _ = view.sentence(naming.first)
    that = next((i for i in range(naming.first - 1, begin, -1) if view.words[i] in THAT), None)
    told = range(begin, that if that is not None and _is_complement(context, that) else begin)
    found = (
        each
        for each in view.each_phrase(begin, naming.first - 1)
        if (each.head in told and each.prep is None) or each.prep in WORDS["according_to"]
    )
    entities = (view.entities[each.entity] for each in found if each.entity is not None)
    return tuple(entity.country for entity in entities if entity.country)


def _is_complement(context: Context, that: int) -> bool:
    """Say whether a clause is what a verb of saying or thinking has: "estime mardi que …"."""
    view = context.view
    begin, _ = view.sentence(that)
    for i in range(that - 1, max(begin, that - THAT_REACH) - 1, -1):
        if view.pos[i] == "VERB":
            return True
        if view.pos[i] == "NOUN" and view.date_at[i] is None:
            return False
    return False


def titles(context: Context) -> dict[tuple[str, str], list[int]]:
    """Return the people whom the text names with a title, by title and country, as entities.

    « Le ministre russe Sergueï Choïgou » is "le ministre russe" from then on; a leader whom the
    gazetteer knows is whatever a leader is called.
    """
    view = context.view
    found: dict[tuple[str, str], list[int]] = {}
    people = [entity for entity in view.entities if entity.label == "PER"]
    tokens = (i for entity in people for i in range(entity.first, entity.last + 1))
    for number in sorted({view.sentence_at[i] for i in tokens}):
        for phrase in view.each_phrase(*view.sentences[number]):
            _note_title(context, phrase, found)
    for number, entity in enumerate(view.entities):
        if entity.label == "PER" and entity.kind == "leader" and entity.country:
            for noun in LEADER_NOUNS:
                found.setdefault((noun, entity.country), []).append(number)
    return {described: sorted(numbers) for described, numbers in found.items()}


def _note_title(context: Context, phrase: Phrase, found: dict[tuple[str, str], list[int]]) -> None:
    if phrase.entity is None or context.view.entities[phrase.entity].label != "PER":
        return
    country = nationality(context, phrase)
    if phrase.head < context.view.entities[phrase.entity].first and country:
        found.setdefault((context.view.words[phrase.head], country), []).append(phrase.entity)


def nationality(context: Context, phrase: Phrase) -> str | None:
    """Return the country of the first nationality word of a phrase."""
    for i in context.view.nationality(phrase):
        return context.view.demonym(context.view.texts[i])
    return None
